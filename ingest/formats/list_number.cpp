#include "ingest/formats/list_number.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/numerals.h"

namespace treatygraph::ingest {
namespace {

constexpr long kLargestInLetters = 780;  ///< Word repeats a letter at most thirty times
constexpr long kLargestRoman = 3'999;

/// 1 to 26 are a to z. 27 is "aa" in both systems, 28 is "bb" (Doubled) or "ab" (Counted).
std::string in_letters(long value, char first, AfterZ after_z) {
  constexpr long kLetters = 26;
  if (after_z == AfterZ::Doubled) {
    return std::string(static_cast<std::size_t>((value - 1) / kLetters + 1),
                       static_cast<char>(first + (value - 1) % kLetters));
  }
  std::string letters;
  for (; value > 0; value = (value - 1) / kLetters) letters += static_cast<char>(first + (value - 1) % kLetters);
  std::ranges::reverse(letters);
  return letters;
}

std::string_view ordinal_ending(long value) {
  const long last_two = value % 100;
  if (last_two >= 11 && last_two <= 13) return "th";
  // 11th, 12th and 13th are excepted above.
  switch (value % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

/// "Twenty-one", "Twenty-first". Digits from 100 on.
std::string in_words(long value, bool is_ordinal) {
  constexpr std::array<std::string_view, 21> kCardinals = {
      "",         "One",     "Two",     "Three",     "Four",     "Five",     "Six",
      "Seven",    "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",   "Thirteen",
      "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"};
  constexpr std::array<std::string_view, 21> kOrdinals = {
      "",           "First",     "Second",    "Third",       "Fourth",     "Fifth",      "Sixth",
      "Seventh",    "Eighth",    "Ninth",     "Tenth",       "Eleventh",   "Twelfth",    "Thirteenth",
      "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"};
  constexpr std::array<std::string_view, 10> kTens = {"",      "",      "Twenty",  "Thirty", "Forty",
                                                      "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};
  if (value <= 20) return std::string((is_ordinal ? kOrdinals : kCardinals).at(static_cast<std::size_t>(value)));
  if (value > 99) return std::to_string(value);
  const std::string tens(kTens.at(static_cast<std::size_t>(value / 10)));
  if (value % 10 != 0) return tens + "-" + lower_case(in_words(value % 10, is_ordinal));
  return is_ordinal ? tens.substr(0, tens.size() - 1) + "ieth" : tens;
}

}  // namespace

std::string list_number(long value, NumberStyle style, AfterZ after_z) {
  const bool has_letters = value >= 1 && value <= kLargestInLetters;
  const bool has_roman = value >= 1 && value <= kLargestRoman;
  switch (style) {
    case NumberStyle::None:
    case NumberStyle::Bullet:
      return {};
    case NumberStyle::DecimalZero:
      return fmt::format("{:02}", value);
    case NumberStyle::LowerLetter:
      return has_letters ? in_letters(value, 'a', after_z) : std::to_string(value);
    case NumberStyle::UpperLetter:
      return has_letters ? in_letters(value, 'A', after_z) : std::to_string(value);
    case NumberStyle::LowerRoman:
      return has_roman ? lower_case(roman_numeral(static_cast<int>(value))) : std::to_string(value);
    case NumberStyle::UpperRoman:
      return has_roman ? roman_numeral(static_cast<int>(value)) : std::to_string(value);
    case NumberStyle::Ordinal:
      return value >= 0 ? fmt::format("{}{}", value, ordinal_ending(value)) : std::to_string(value);
    case NumberStyle::CardinalText:
    case NumberStyle::OrdinalText:
      return value >= 1 ? in_words(value, style == NumberStyle::OrdinalText) : std::to_string(value);
    case NumberStyle::Decimal:
      break;
  }
  return std::to_string(value);
}

}  // namespace treatygraph::ingest
