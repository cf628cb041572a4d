#pragma once
// Reads complete files as text.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The bytes of a regular file. The error is NotFound if there is no such file, and InvalidArgument if it is not a
/// regular file or has more than `max_bytes`.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t max_bytes);
/// The first `count` bytes of a file, or fewer if it is shorter; empty if it cannot be read.
[[nodiscard]] std::string first_bytes(const std::filesystem::path& path, std::size_t count);
/// Like read_bytes(), but as UTF-8 text without a byte order mark. The error names the line with invalid UTF-8 or a
/// NUL.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// The offset of the first byte of `text` that is NUL or not valid UTF-8; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace treatygraph::ingest
