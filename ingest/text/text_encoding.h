#pragma once
// Files that are not UTF-8: which encoding they have, and their text.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

struct DecodedText {
  std::string text;           ///< UTF-8 without a byte order mark; a carriage return that stands alone is a line end
  std::string encoding;       ///< "UTF-8", "UTF-16LE", "windows-1252", "macintosh" ...
  bool was_declared = false;  ///< by a byte order mark, by `declared`, or by being UTF-8; else it was guessed
};

/// What bytes say as text. In this order: a byte order mark, being UTF-8, zeros at every other byte (UTF-16), the
/// encoding `declared` by the file itself (names as in HTML and XML; empty if it declares none), and for the rest the
/// encoding under which the bytes make the most sense: windows-1252, macintosh, or what ICU detects if a large share of
/// the text is not ASCII. The error says at which line and byte nothing fits.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes, std::string_view declared = {});

/// "it is windows-1252, read as such ...", for a person; empty for UTF-8.
[[nodiscard]] std::string notice_of(const DecodedText& decoded);

}  // namespace treatygraph::ingest
