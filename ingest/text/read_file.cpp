#include "ingest/text/read_file.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace treatygraph::ingest {

Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t max_bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return fail(ErrorCode::NotFound, fmt::format("{}: there is no such file", path.string()));
  if (!std::filesystem::is_regular_file(status)) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{}: is not a file", path.string()));
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  const auto size = std::filesystem::file_size(path, error);
  if (!file || error) return fail(ErrorCode::Unavailable, fmt::format("{}: cannot be read", path.string()));
  if (size > max_bytes) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{}: has {} bytes, at most {} are read", path.string(), size, max_bytes));
  }
  bytes.resize(size);
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string first_bytes(const std::filesystem::path& path, std::size_t count) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::string bytes(count, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  auto text = read_bytes(path, max_bytes);
  if (!text) return text;
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (const auto invalid = first_invalid_utf8(*text)) {
    const auto line = 1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
    const bool is_utf16 = text->starts_with("\xFF\xFE") || text->starts_with("\xFE\xFF");
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{}:{}: is not UTF-8 text (byte {:#04x}{}); convert the file, for instance with iconv{}",
                            path.string(), line, static_cast<unsigned char>((*text)[*invalid]),
                            is_utf16 ? ", as in UTF-16" : "", is_utf16 ? " -f UTF-16 -t UTF-8" : ""));
  }
  return text;
}

// ICU's U8_NEXT returns a negative number for bytes that are not well-formed UTF-8. NUL is refused too: a text never
// contains it, but a file in UTF-16 does.
std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c <= 0) return static_cast<std::size_t>(begin);
  }
  return std::nullopt;
}

}  // namespace treatygraph::ingest
