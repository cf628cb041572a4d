#include "ingest/text/numerals.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/text/number_words.h"

namespace treatygraph::ingest {
namespace {

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

std::optional<int> integer_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace treatygraph::ingest
