#pragma once
// Parses numbers as people write them: "XIV", "twenty-four", "fourth", "premier", "24th".

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace treatygraph::queries {

/// The value of a text of digits; nothing for other texts.
[[nodiscard]] std::optional<int> digits_value(std::string_view text);
/// Parses a lower-case Roman numeral up to 399; nothing if it is not a correct one ("civil", "iiii").
[[nodiscard]] std::optional<int> roman_value(std::string_view letters);
/// The Roman numeral in capitals, for 1 to 399.
[[nodiscard]] std::string roman_of(int value);

/// A number in words.
struct SpelledNumber {
  int value = 0;
  std::size_t words = 0;  ///< number of words read
};
/// Parses number words in lower case without accents, split at hyphens: English to 199, French, Spanish and German to
/// 99.
[[nodiscard]] std::optional<SpelledNumber> spelled_number(std::span<const std::string> words);
/// The value of an ordinal, in words or with an ending: "second", "2nd", "deuxieme", "zweiter".
[[nodiscard]] std::optional<int> ordinal_value(std::string_view word);

}  // namespace treatygraph::queries
