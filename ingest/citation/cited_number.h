#pragma once
// Numbers and marks in citations: "5", "IV", "3.12", "1-B", "Three", "a".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {

/// The token as a number of that kind; nothing if it is not one or there is no token.
[[nodiscard]] std::optional<std::string> number_of(const Token* token, const CitationHead& head);

/// "3.12" becomes "3-12" in an eId; the full stop of "1.a" belongs to a point and is kept.
[[nodiscard]] std::string in_eid(std::string_view number);

/// "A", "IA", "II-A", "B-3": numbers of annexes; "II-1": numbers of chapters.
[[nodiscard]] bool is_annex_name(std::string_view text);
/// "ii", of marks and points.
[[nodiscard]] bool is_roman_mark(std::string_view label);
/// Whether both labels can be in one list: "i" and "iv", "a" and "c", "1" and "2".
[[nodiscard]] bool is_same_style(std::string_view label, std::string_view other);
/// "1" for "first"; empty if the token is not an ordinal in lower case.
[[nodiscard]] std::string ordinal_of(const Token* token);

}  // namespace treatygraph::ingest
