#pragma once
// Numbers as treaties print them. All functions return nothing for text that is not such a number as a whole.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The value of a well-formed Roman numeral such as "XIV" or "xiv"; nothing for other words, for "IIII", and for
/// numerals of more than eight letters.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// English only: "ONE" or "First" is 1, "TWENTY ONE" and "twenty-first" are 21; up to 99.
[[nodiscard]] std::optional<int> word_value(std::string_view text);
/// "十二" is 12; "二百八十七" or, digit by digit, "二八七" is 287. At most 9,999; nothing for zero.
[[nodiscard]] std::optional<int> chinese_value(std::string_view text);
/// "a" or "A" is 1, "z" is 26; nothing for more than one letter.
[[nodiscard]] std::optional<int> letter_value(std::string_view text);
/// A decimal integer without anything around it, as in XML attributes and table cells; may be negative: "-1".
[[nodiscard]] std::optional<int> integer_of(std::string_view text);
/// A decimal integer of at most six characters: "24" is 24, "007" is 7.
[[nodiscard]] std::optional<int> digits_value(std::string_view text);
/// "IV" for 4, in capitals; empty for 0 and less.
[[nodiscard]] std::string roman_numeral(int value);

}  // namespace treatygraph::ingest
