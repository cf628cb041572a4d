#pragma once
// Numbers as treaties print them.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// Of "XIV" or "xiv", strictly formed; nothing for other words.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
/// "ONE" or "First" is 1; up to fifty.
[[nodiscard]] std::optional<int> word_value(std::string_view text);
/// "a" is 1, "z" 26.
[[nodiscard]] std::optional<int> letter_value(std::string_view text);
/// Digits, at most six of them.
[[nodiscard]] std::optional<int> digits_value(std::string_view text);
/// "IV" for 4.
[[nodiscard]] std::string roman_numeral(int value);

}  // namespace treatygraph::ingest
