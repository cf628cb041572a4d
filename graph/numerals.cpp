#include "graph/numerals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "graph/ascii.h"

namespace treatygraph {
namespace {

/// The values of Roman numerals, largest first. With pairs such as "IX" in the table, the greedy algorithm writes and
/// reads the subtractive forms.
constexpr std::array<std::pair<int, std::string_view>, 13> kRomans = {{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};

}  // namespace

std::optional<int> digits_value(std::string_view text) {
  constexpr std::size_t kLongest = 6;
  if (text.empty() || text.size() > kLongest || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string roman_numeral(int value) {
  std::string text;
  for (const auto& [worth, letters] : kRomans) {
    for (; value >= worth; value -= worth) text += letters;
  }
  return text;
}

std::optional<int> roman_value(std::string_view text) {
  constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  if (text.find_first_not_of("ivxlcdmIVXLCDM") != std::string_view::npos) return std::nullopt;  // as most words
  const auto letters = upper_case(text);
  int value = 0;
  std::string_view rest = letters;
  for (const auto& [worth, numeral] : kRomans) {
    for (; rest.starts_with(numeral); rest.remove_prefix(numeral.size())) value += worth;
  }
  // Writing the value again and comparing refuses "IIII", "IC" and words such as "mild".
  if (!rest.empty() || roman_numeral(value) != letters) return std::nullopt;
  return value;
}

std::optional<int> letter_value(std::string_view text) {
  if (text.size() != 1 || !is_letter(text[0])) return std::nullopt;
  return lower(text[0]) - 'a' + 1;
}

}  // namespace treatygraph
