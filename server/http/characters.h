#pragma once
// Character classes of HTTP and URIs. They are ASCII only and do not depend on the locale.

#include <algorithm>
#include <optional>
#include <string_view>

#include "graph/ascii.h"

namespace treatygraph::server {

/// A character of a token: a method, a header name, an extension (RFC 9110, 5.6.2).
[[nodiscard]] constexpr bool is_token_character(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Whether `text` is a non-empty sequence of token characters.
[[nodiscard]] constexpr bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

/// Control characters, which no header value may contain.
[[nodiscard]] constexpr bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// The value of a hexadecimal digit in either case; nothing for any other character.
[[nodiscard]] constexpr std::optional<int> hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return std::nullopt;
}

/// The byte that an escape such as "%3A" at the start of `text` encodes.
[[nodiscard]] constexpr std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const auto high = hex_value(text[1]);
  const auto low = hex_value(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

}  // namespace treatygraph::server
