#pragma once
// Parses numbers as printed in treaties.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The value of a well-formed Roman numeral such as "XIV" or "xiv"; nothing for other words.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// "ONE" or "First" is 1, "TWENTY ONE" and "twenty-first" 21; up to 99.
[[nodiscard]] std::optional<int> word_value(std::string_view text);
/// "十二" is 12, "二百八十七" or "二八七" 287.
[[nodiscard]] std::optional<int> chinese_value(std::string_view text);
/// "a" is 1, "z" 26.
[[nodiscard]] std::optional<int> letter_value(std::string_view text);
/// A whole number with nothing around it, as XML attributes and table cells have it; "-1" too.
[[nodiscard]] std::optional<int> integer_of(std::string_view text);
/// At most six digits.
[[nodiscard]] std::optional<int> digits_value(std::string_view text);
/// "IV" for 4.
[[nodiscard]] std::string roman_numeral(int value);

}  // namespace treatygraph::ingest
