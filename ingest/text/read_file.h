#pragma once
// Whole files as text.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The bytes of a regular file of at most `max_bytes`.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t max_bytes);
/// Up to `count` bytes that a file begins with; none where it cannot be read.
[[nodiscard]] std::string first_bytes(const std::filesystem::path& path, std::size_t count);
/// read_bytes as text: without its byte order mark, and an error that names the line where it is not UTF-8 or has a
/// NUL.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// Where `text` first is not UTF-8 (or has a NUL byte), if anywhere.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace treatygraph::ingest
