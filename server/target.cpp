#include "server/target.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "queries/formats/utf8.h"

namespace treatygraph::server {
namespace {

std::optional<int> hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const auto lower = std::tolower(static_cast<unsigned char>(c));
  if (lower >= 'a' && lower <= 'f') return lower - 'a' + 10;
  return std::nullopt;
}

bool is_plain_text(std::string_view text) {
  while (!text.empty()) {
    const auto length = queries::formats::utf8_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0 || first < 0x20 || first == 0x7f) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// The byte that "%3A" at the start of `text` stands for.
std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const auto high = hex_value(text[1]);
  const auto low = hex_value(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

Result<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i] == '+' && plus_is_space ? ' ' : text[i];
      continue;
    }
    const auto byte = escaped_byte(text.substr(i));
    if (!byte) return fail(ErrorCode::InvalidArgument, "a % in the target is not followed by two hexadecimal digits");
    bytes += *byte;
    i += 2;
  }
  if (is_plain_text(bytes)) return bytes;
  return fail(ErrorCode::InvalidArgument, "the target does not decode to UTF-8 text without control characters");
}

/// Calls `each` with the pieces of `text` between `separator`s, until it fails.
template <typename Each>
Result<void> for_each_piece(std::string_view text, char separator, Each each) {
  while (!text.empty()) {
    const auto piece = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    if (piece.empty()) continue;
    if (Result<void> done = each(piece); !done) return done;
  }
  return {};
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  Target parsed;
  const auto question_mark = target.find('?');
  const auto path = target.substr(0, question_mark);
  auto done = for_each_piece(path, '/', [&](std::string_view piece) -> Result<void> {
    auto segment = decoded(piece, false);
    if (!segment) return fail(segment.error());
    parsed.segments.push_back(std::move(*segment));
    return {};
  });
  if (!done) return fail(done.error());
  if (question_mark == std::string_view::npos) return parsed;
  done = for_each_piece(target.substr(question_mark + 1), '&', [&](std::string_view piece) -> Result<void> {
    const auto equals = piece.find('=');
    auto name = decoded(piece.substr(0, equals), true);
    auto value = decoded(equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1), true);
    if (!name) return fail(name.error());
    if (!value) return fail(value.error());
    parsed.parameters.add(std::move(*name), std::move(*value));
    return {};
  });
  if (!done) return fail(done.error());
  return parsed;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool is_safe = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                         std::string_view("-_.~:@,").find(c) != std::string_view::npos;
    encoded += is_safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace treatygraph::server
