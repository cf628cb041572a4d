// A terminal reverses the text after U+202E and begins a line at U+2028, so a request could forge a line of the log or
// hide a part of itself. Characters are decoded one by one and looked up in a sorted table of ranges by binary search;
// text of printable ASCII only, the usual case, is copied as it is.

#include "server/http/shown_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "queries/formats/text/utf8.h"

namespace treatygraph::server {
namespace {

using queries::formats::utf8_length;

/// The non-ASCII characters of Unicode's categories Cc, Cf, Zl and Zp, and letters that look blank.
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 30> kUnseen = {{
    {0x7f, 0x9f},       {0xad, 0xad},       {0x34f, 0x34f},     {0x600, 0x605},     {0x61c, 0x61c},
    {0x6dd, 0x6dd},     {0x70f, 0x70f},     {0x890, 0x891},     {0x8e2, 0x8e2},     {0x115f, 0x1160},
    {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},   {0x2060, 0x206f},
    {0x3164, 0x3164},   {0xfdd0, 0xfdef},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},   {0xfffe, 0xffff},   {0x110bd, 0x110bd}, {0x110cd, 0x110cd}, {0x13430, 0x1343f},
    {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}, {0xf0000, 0xfffff}, {0x100000, 0x10ffff},
}};

/// The last range that begins at or before the character is the only one that can contain it.
bool is_unseen(std::uint32_t character) {
  if (character < 0x20) return true;
  const auto* const after = std::ranges::upper_bound(kUnseen, character, {}, &decltype(kUnseen)::value_type::first);
  return after != kUnseen.begin() && character <= std::prev(after)->second;
}

/// The code point of one valid character.
std::uint32_t decoded(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first;
  // The first byte of a character of n bytes has n + 1 leading bits that are not part of the value.
  std::uint32_t value = first & (0xffU >> (character.size() + 1));
  for (const char c : character.substr(1)) value = value << 6U | (static_cast<unsigned char>(c) & 0x3fU);
  return value;
}

/// As a JSON escape. Characters beyond U+FFFF become a surrogate pair.
void append_escaped(std::string& out, std::uint32_t character) {
  const auto put = [&](std::uint32_t unit) { fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit); };
  if (character < 0x10000) return put(character);
  put(0xd800 + ((character - 0x10000) >> 10U));
  put(0xdc00 + ((character - 0x10000) & 0x3ffU));
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::string_view beginning_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t size = 0;
  while (true) {
    // An invalid byte counts as one character.
    const auto length = std::max<std::size_t>(utf8_length(text.substr(size)), 1);
    if (size + length > bytes) return text.substr(0, size);
    size += length;
  }
}

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  return fmt::format("{}... ({} bytes)", beginning_of(text, bytes), text.size());
}

std::string made_visible(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t length = 0; !text.empty(); text.remove_prefix(length)) {
    length = utf8_length(text);
    if (length == 0) {
      shown += queries::formats::kReplacementCharacter;
      length = 1;
    } else if (const auto character = decoded(text.substr(0, length)); is_unseen(character)) {
      append_escaped(shown, character);
    } else {
      shown += text.substr(0, length);
    }
  }
  return shown;
}

}  // namespace treatygraph::server
