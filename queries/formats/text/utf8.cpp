// Validity is checked by the first two bytes: the first announces the length, and together they exclude overlong forms,
// surrogates and values beyond U+10FFFF (RFC 3629, 4). Plain text is recognized eight bytes at a time with the
// arithmetic of a 64-bit word, which needs no special instructions.

#include "queries/formats/text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace treatygraph::queries::formats {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The length that a first byte announces; 0 for bytes that never begin a character (0xC0, 0xC1 and 0xF5 are among
/// them).
std::size_t announced_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

/// Overlong forms, surrogates and values beyond U+10FFFF: decided by the range of the second byte.
bool is_forbidden(unsigned char first, unsigned char second) {
  return (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) || (first == 0xF0 && second < 0x90) ||
         (first == 0xF4 && second >= 0x90);
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/// A word whose eight bytes all have the value `byte`.
constexpr std::uint64_t eight(std::uint64_t byte) {
  return byte * 0x0101010101010101;
}

/// Whether one of the eight bytes is below `least`, which is at most 128 ("Determine if a word has a byte less than n",
/// Sean Anderson's Bit Twiddling Hacks).
constexpr bool has_below(std::uint64_t word, std::uint64_t least) {
  return ((word - eight(least)) & ~word & eight(0x80)) != 0;
}

/// XOR makes the wanted byte 0.
constexpr bool has_byte(std::uint64_t word, std::uint64_t byte) {
  return has_below(word ^ eight(byte), 1);
}

// Bytes of 128 and more are not plain: they may be invalid UTF-8.
bool are_plain(const char* eight_bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, eight_bytes, sizeof word);
  return (word & eight(0x80)) == 0 && !has_below(word, 0x20) && !has_byte(word, '"') && !has_byte(word, '\\') &&
         !has_byte(word, 0x7f);
}

}  // namespace

std::size_t plain_length(std::string_view text) {
  std::size_t length = 0;
  while (text.size() - length >= sizeof(std::uint64_t) && are_plain(text.data() + length))
    length += sizeof(std::uint64_t);
  while (length < text.size() && is_plain(text[length])) ++length;
  return length;
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto length = announced_length(static_cast<unsigned char>(text[0]));
  if (length < 2) return length;
  if (text.size() < length || !std::ranges::all_of(text.substr(1, length - 1), is_continuation)) return 0;
  return is_forbidden(static_cast<unsigned char>(text[0]), static_cast<unsigned char>(text[1])) ? 0 : length;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::size_t Utf16Units::before(std::size_t at) {
  while (byte_ < at) {
    const auto plain = std::min(plain_length(text_.substr(byte_)), at - byte_);
    byte_ += plain;
    units_ += plain;
    if (byte_ < at) step();
  }
  return units_;
}

/// A byte that is not UTF-8 is written as U+FFFD, which is one unit.
void Utf16Units::step() {
  const auto length = utf8_length(text_.substr(byte_));
  byte_ += length == 0 ? 1 : length;
  units_ += length == 4 ? 2U : 1U;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  for (std::size_t seen = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i]) && seen++ == count) break;
  }
  return text.substr(0, i);
}

}  // namespace treatygraph::queries::formats
