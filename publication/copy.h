#pragma once
// Copies a file's bytes, by the kernel where it can.

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "graph/result.h"

namespace treatygraph::publication {

/// Writes all bytes of `from` into `to`, which is created or emptied, and returns how many. The bytes are on the disk
/// when it returns. NotFound, Unavailable or Cancelled; the error names the file.
[[nodiscard]] Result<std::uint64_t> copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to,
                                               const std::stop_token& stop);

}  // namespace treatygraph::publication
