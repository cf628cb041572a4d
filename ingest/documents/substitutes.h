#pragma once
// Characters that are invisible or look like others, which programs leave in texts, and their replacements.

#include <array>
#include <string_view>

namespace treatygraph::ingest {

/// A sequence of UTF-8 bytes and what is written instead.
struct Substitute {
  std::string_view found;
  std::string_view written;
};

/// The first match counts, so "\r\n" comes before "\r".
inline constexpr auto kSubstitutes = std::to_array<Substitute>({
    {"\r\n", "\n"},
    {"\r", "\n"},
    {"\f", "\n"},
    {"\v", "\n"},
    {"\t", " "},
    {"\xC2\x85", "\n"},      // next line
    {"\xE2\x80\xA8", "\n"},  // line separator
    {"\xE2\x80\xA9", "\n"},  // paragraph separator
    {"\xC2\xA0", " "},       // no-break space
    {"\xE2\x80\xAF", " "},   // narrow no-break space
    {"\xE2\x80\x80", " "},   // spaces of typesetters: en, em, figure, thin, hair ...
    {"\xE2\x80\x81", " "},
    {"\xE2\x80\x82", " "},
    {"\xE2\x80\x83", " "},
    {"\xE2\x80\x84", " "},
    {"\xE2\x80\x85", " "},
    {"\xE2\x80\x86", " "},
    {"\xE2\x80\x87", " "},
    {"\xE2\x80\x88", " "},
    {"\xE2\x80\x89", " "},
    {"\xE2\x80\x8A", " "},
    {"\xE2\x81\x9F", " "},
    {"\xE3\x80\x80", " "},
    {"\xE2\x80\x8B", ""},  // zero width: space, joiners, direction marks, byte order mark
    {"\xE2\x80\x8C", ""},
    {"\xE2\x80\x8D", ""},
    {"\xE2\x80\x8E", ""},
    {"\xE2\x80\x8F", ""},
    {"\xE2\x80\xAA", ""},
    {"\xE2\x80\xAB", ""},
    {"\xE2\x80\xAC", ""},
    {"\xE2\x80\xAD", ""},
    {"\xE2\x80\xAE", ""},
    {"\xE2\x81\xA0", ""},
    {"\xE2\x81\xA6", ""},
    {"\xE2\x81\xA7", ""},
    {"\xE2\x81\xA8", ""},
    {"\xE2\x81\xA9", ""},
    {"\xEF\xBB\xBF", ""},
    {"\xC2\xAD", ""},        // soft hyphen
    {"\xE2\x80\x91", "-"},   // no-break hyphen
    {"\xEF\xAC\x80", "ff"},  // ligatures
    {"\xEF\xAC\x81", "fi"},
    {"\xEF\xAC\x82", "fl"},
    {"\xEF\xAC\x83", "ffi"},
    {"\xEF\xAC\x84", "ffl"},
    {"\xEF\xAC\x85", "st"},
    {"\xEF\xAC\x86", "st"},
});

/// Whether one of kSubstitutes begins with this byte; hardly any byte of a text does.
inline bool may_be_substituted(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < ' ' ? c != '\n' : byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

}  // namespace treatygraph::ingest
