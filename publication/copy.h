#pragma once
// Copies a file's bytes to the disk, inside the kernel (sendfile), without a buffer in this process.

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "graph/result.h"

namespace treatygraph::publication {

/// Writes all bytes of `from`, a regular file, into `to`, which is created or emptied, and returns how many. The bytes
/// are on the disk (fsync) when it returns. NotFound, Corrupt (not a regular file), Unavailable or Cancelled; the error
/// names the file.
[[nodiscard]] Result<std::uint64_t> copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to,
                                               const std::stop_token& stop);

}  // namespace treatygraph::publication
