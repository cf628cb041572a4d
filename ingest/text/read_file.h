#pragma once
// Reads complete files as text.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The bytes of a regular file of at most `max_bytes`.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t max_bytes);
/// The first `count` bytes of a file, or fewer; empty if it cannot be read.
[[nodiscard]] std::string first_bytes(const std::filesystem::path& path, std::size_t count);
/// Like read_bytes, but as text: without byte order mark; the error names the line with invalid UTF-8 or a NUL.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// The position of the first invalid UTF-8 or NUL byte in `text`, if any.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace treatygraph::ingest
