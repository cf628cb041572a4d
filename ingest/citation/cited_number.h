#pragma once
// Numbers and marks in citations: "5", "IV", "3.12", "1-B", "Three", "a". Converts them to the form that eIds use.

#include <optional>
#include <string>
#include <string_view>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {

/// The token as a number of a provision of that kind, in the form of eIds; nothing if it is not one or there is no
/// token. Roman numerals stay as written, numbers in words become digits, and the letter l of a scan becomes 1.
[[nodiscard]] std::optional<std::string> number_of(const Token* token, const CitationHead& head);

/// "3.12" becomes "3-12" in an eId; the full stop of "1.a" belongs to a point and is kept. Spaces are removed.
[[nodiscard]] std::string in_eid(std::string_view number);

/// Whether the text can be the number of an annex ("A", "IA", "II-A", "B-3") or of a chapter ("II-1").
[[nodiscard]] bool is_annex_name(std::string_view text);
/// Whether the label of a mark or point consists of the letters i, v and x only: "ii". A single "i" may be a letter.
[[nodiscard]] bool is_roman_mark(std::string_view label);
/// Whether both labels can be in one list: "i" and "iv", "a" and "c", "1" and "2". Neither may be empty.
[[nodiscard]] bool is_same_style(std::string_view label, std::string_view other);
/// "1" for "first"; empty if the token is not an ordinal in lower case.
[[nodiscard]] std::string ordinal_of(const Token* token);

}  // namespace treatygraph::ingest
