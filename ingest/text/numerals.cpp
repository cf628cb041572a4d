#include "ingest/text/numerals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "graph/ascii.h"
#include "ingest/text/number_words.h"

namespace treatygraph::ingest {
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

constexpr std::array<std::string_view, 10> kChineseDigits = {"〇", "一", "二", "三", "四",
                                                             "五", "六", "七", "八", "九"};
constexpr std::size_t kBytesOfHan = 3;  // in UTF-8
constexpr int kTen = 10;
constexpr int kLargest = 9'999;

std::optional<int> chinese_digit(std::string_view sign) {
  if (sign == "零") return 0;
  const auto* found = std::ranges::find(kChineseDigits, sign);
  if (found == kChineseDigits.end()) return std::nullopt;
  return static_cast<int>(found - kChineseDigits.begin());
}

}  // namespace

std::string roman_numeral(int value) {
  std::string text;
  for (const auto& [worth, letters] : kRomans) {
    for (; value >= worth; value -= worth) text += letters;
  }
  return text;
}

std::optional<int> roman_value(std::string_view text) {
  constexpr std::size_t kLongest = 8;  // LXXXVIII, the longest below 100
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

std::optional<int> word_value(std::string_view text) {
  return numbers_of_language("en")->value(text);
}

// Two notations in one pass: digits that follow each other are decimal places ("二八七"), and a digit before 十 or 百
// multiplies it. "十" without a digit is one ten.
std::optional<int> chinese_value(std::string_view text) {
  int value = 0;
  std::optional<int> digits;
  for (; !text.empty(); text.remove_prefix(std::min(kBytesOfHan, text.size()))) {
    const auto sign = text.substr(0, kBytesOfHan);
    if (const auto digit = chinese_digit(sign)) {
      digits = digits.value_or(0) * kTen + *digit;
    } else if (sign == "十" || sign == "百") {
      value += digits.value_or(1) * (sign == "十" ? kTen : kTen * kTen);
      digits.reset();
    } else {
      return std::nullopt;
    }
    if (value > kLargest || digits.value_or(0) > kLargest) return std::nullopt;
  }
  value += digits.value_or(0);
  return value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<int> letter_value(std::string_view text) {
  if (text.size() != 1 || !is_letter(text[0])) return std::nullopt;
  return lower(text[0]) - 'a' + 1;
}

std::optional<int> integer_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<int> digits_value(std::string_view text) {
  constexpr std::size_t kLongest = 6;
  int value = 0;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const auto* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

}  // namespace treatygraph::ingest
