#pragma once
// Detects and converts encodings other than UTF-8.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

struct DecodedText {
  std::string text;           ///< UTF-8 without a byte order mark; lone carriage returns are line ends
  std::string encoding;       ///< "UTF-8", "UTF-16LE", "windows-1252", "macintosh" ...
  bool was_declared = false;  ///< known from a byte order mark, from `declared`, or valid UTF-8; otherwise guessed
  std::string not_utf8;       ///< if it was guessed: where its first byte is that is not UTF-8, "line 3, column 14"
  bool is_mixed = false;      ///< if it was guessed: other characters beyond ASCII are UTF-8
};

/// Decodes bytes. In this order: a byte order mark; `declared` if it is_seven_bit(); valid UTF-8; zeros at every other
/// byte (UTF-16); the encoding `declared` by the file itself (names as in HTML and XML; empty if none); otherwise the
/// encoding in which the bytes are most plausible: windows-1252, macintosh, or ICU's guess if much of the text is not
/// ASCII. The error gives the line and byte that no encoding fits.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes, std::string_view declared = {});

/// Whether the encoding writes all characters in bytes of ASCII, so that a text in it passes for UTF-8: ISO-2022-JP, HZ
/// ...
[[nodiscard]] bool is_seven_bit(std::string_view encoding);

/// A notice such as "it is windows-1252, read as such ..."; empty for UTF-8.
[[nodiscard]] std::string notice_of(const DecodedText& decoded);

}  // namespace treatygraph::ingest
