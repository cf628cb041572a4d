#pragma once
// Parses numbers as people write them: "XIV", "twenty-four", "fourth", "premier", "24th".

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace treatygraph::queries {

/// The value of a Roman numeral up to 399; nothing for larger ones, because "mix" and "dix" are words.
[[nodiscard]] std::optional<int> typed_roman(std::string_view letters);

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
