#pragma once
// Numbers and marks as citations name them: "5", "IV", "3.12", "1-B", "Three", "a".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {

/// What the token says as a number of that kind; nothing where it says none, or there is no token.
[[nodiscard]] std::optional<std::string> number_of(const Token* token, const CitationHead& head);

/// "3.12" is "3-12" in an eId; the full stop of "1.a" belongs to a point and stays.
[[nodiscard]] std::string in_eid(std::string_view number);

[[nodiscard]] bool is_digit(char c);
/// "A", "IA", "II-A", "B-3": how annexes are called; "II-1": how chapters are.
[[nodiscard]] bool is_annex_name(std::string_view text);
/// "ii", of marks and points.
[[nodiscard]] bool is_roman_mark(std::string_view label);
/// Whether both labels may stand in one list: "i" and "iv", "a" and "c", "1" and "2".
[[nodiscard]] bool is_same_style(std::string_view label, std::string_view other);
/// "1" of "first"; empty where the token is no ordinal in small letters.
[[nodiscard]] std::string ordinal_of(const Token* token);

}  // namespace treatygraph::ingest
