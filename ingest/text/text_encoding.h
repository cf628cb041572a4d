#pragma once
// Detects and converts encodings other than UTF-8.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// A text in UTF-8, and how its encoding became known.
struct DecodedText {
  std::string text;           ///< UTF-8 without a byte order mark; lone carriage returns are line ends
  std::string encoding;       ///< "UTF-8", "UTF-16LE", "windows-1252", "macintosh" ...
  bool was_declared = false;  ///< known from a byte order mark, from `declared`, or valid UTF-8; otherwise guessed
  std::string not_utf8;       ///< if it was guessed: where its first byte is that is not UTF-8, "line 3, column 14"
  bool is_mixed = false;      ///< if it was guessed: other characters beyond ASCII are UTF-8
};

/// Decodes the bytes of a file. The encoding is the first of these that applies:
/// - a byte order mark;
/// - `declared`, if it is_seven_bit();
/// - UTF-8, if the bytes are valid UTF-8;
/// - UTF-16, if every other byte of many is zero;
/// - `declared`, the encoding that the file itself states (names as in HTML and XML; empty if none);
/// - the encoding in which the bytes are most plausible: windows-1252, macintosh, or the guess of ICU if much of the
///   text is not ASCII.
/// The error, if no encoding fits, names the line and the byte.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes, std::string_view declared = {});

/// Whether the encoding writes all characters in ASCII bytes, so that a text in it looks like valid UTF-8: ISO-2022-JP,
/// HZ, UTF-7.
[[nodiscard]] bool is_seven_bit(std::string_view encoding);

/// A notice for the user: "it was converted from windows-1252, as its characters show ..."; empty for UTF-8.
[[nodiscard]] std::string notice_of(const DecodedText& decoded);

}  // namespace treatygraph::ingest
