#pragma once
// Numbers of provisions, in digits, Roman numerals and letters. All functions return nothing for text that is not such
// a number as a whole.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph {

/// A decimal integer of at most six digits: "24" is 24, "007" is 7.
[[nodiscard]] std::optional<int> digits_value(std::string_view text);
/// The value of a well-formed Roman numeral such as "XIV" or "xiv"; nothing for other words and for "IIII".
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// "IV" for 4, in capitals; empty for 0 and less.
[[nodiscard]] std::string roman_numeral(int value);
/// "a" or "A" is 1, "z" is 26; nothing for more than one letter.
[[nodiscard]] std::optional<int> letter_value(std::string_view text);

}  // namespace treatygraph
