#pragma once
// Letters of European languages as plain ASCII, for comparing words that are printed with and without accents.

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// Calls `each` with the characters of `text` in lower case and without accents: "ARTÍCULO" and "articulo" give the
/// same, "œ" gives "oe", "’" gives an apostrophe. Other characters are passed on byte by byte.
template <typename Each>
void for_each_plain_letter(std::string_view text, Each each);

/// These characters as a string.
[[nodiscard]] std::string plain_letters(std::string_view text);

/// Whether the two bytes are a capital with an accent in UTF-8: U+00C0 to U+00DE, without the multiplication sign.
[[nodiscard]] constexpr bool is_accented_capital(char first, char second) {
  constexpr unsigned kLast = 0x9E;
  constexpr unsigned kTimes = 0x97;
  const auto byte = static_cast<unsigned char>(second);
  return first == '\xC3' && byte <= kLast && byte != kTimes;
}

/// Whether the text begins with a capital letter, with or without an accent.
[[nodiscard]] constexpr bool begins_with_capital(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'A' && text[0] <= 'Z') return true;
  return text.size() > 1 && is_accented_capital(text[0], text[1]);
}

namespace plain_letters_detail {

/// The plain letters of U+00C0 to U+00FF, two characters for each, padded with spaces. The two signs among them, × and
/// ÷, have none, and neither has the Icelandic thorn.
inline constexpr std::string_view kOfLatin1 =
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y   ss"
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y   y ";

}  // namespace plain_letters_detail

template <typename Each>
void for_each_plain_letter(std::string_view text, Each each) {
  constexpr std::string_view kApostrophe = "’";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    // Bytes are compared instead of decoded characters. C3 begins U+00C0 to U+00FF,
    // and C5 92 and C5 93 are Œ and œ.
    if (c >= 'A' && c <= 'Z') {
      each(static_cast<char>(c - 'A' + 'a'));
    } else if (c == '\xC3' && next >= 0x80U && next <= 0xBFU) {
      for (const char plain : plain_letters_detail::kOfLatin1.substr(2UL * (next - 0x80U), 2)) {
        if (plain != ' ') each(plain);
      }
      ++at;
    } else if (c == '\xC5' && (next == 0x92U || next == 0x93U)) {
      each('o');
      each('e');
      ++at;
    } else if (c == kApostrophe[0] && text.substr(at, kApostrophe.size()) == kApostrophe) {
      each('\'');
      at += kApostrophe.size() - 1;
    } else {
      each(c);
    }
  }
}

inline std::string plain_letters(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for_each_plain_letter(text, [&](char c) { plain += c; });
  return plain;
}

}  // namespace treatygraph::ingest
