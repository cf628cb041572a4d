#include "queries/search/number_series.h"

#include <optional>
#include <utility>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "queries/search/typed_numbers.h"

namespace treatygraph::queries {
namespace {

struct Range {
  int from;
  int to;
};

/// A range must ascend: nothing if a number was not readable or `to` is not above `from`.
std::optional<Range> range_of(std::optional<int> from, std::optional<int> to) {
  if (!from || !to || *to <= *from) return std::nullopt;
  return Range{*from, *to};
}

std::optional<Range> in_digits(std::string_view from, std::string_view to) {
  return range_of(digits_value(from), digits_value(to));
}
std::optional<Range> in_letters(std::string_view from, std::string_view to) {
  return range_of(letter_value(from), letter_value(to));
}
std::optional<Range> in_roman(std::string_view from, std::string_view to) {
  return range_of(typed_roman(from), typed_roman(to));
}

template <typename Write>
std::vector<std::string> written(Range range, std::size_t most, Write write) {
  std::vector<std::string> numbers;
  for (auto value = range.from + 1; value <= range.to && numbers.size() < most; ++value)
    numbers.push_back(write(value));
  return numbers;
}

}  // namespace

/// Digits are followed by digits. Letters are tried before Roman numerals: "c" follows "a", and "iv" follows "i".
bool may_follow(std::string_view num, std::string_view next) {
  // The largest gaps between two neighbours of a list.
  constexpr int kLettersInList = 10;
  constexpr int kRomanInList = 20;
  if (digits_value(num) || digits_value(next)) return digits_value(num).has_value() && digits_value(next).has_value();
  const auto letters = in_letters(num, next);
  if (letters && letters->to - letters->from <= kLettersInList) return true;
  const auto roman = in_roman(num, next);
  return roman && roman->to - roman->from <= kRomanInList;
}

/// "i to v" is ambiguous: Roman, since a list of letters rarely begins with i.
std::vector<std::string> numbers_after(std::string_view from, std::string_view to, bool are_roman, std::size_t most) {
  if (const auto digits = in_digits(from, to)) {
    return written(*digits, most, [](int value) { return std::to_string(value); });
  }
  const auto letters = in_letters(from, to);
  const auto roman = in_roman(from, to);
  if (roman && (are_roman || from == "i" || !letters)) {
    return written(*roman, most, [](int value) { return lower_case(roman_numeral(value)); });
  }
  if (!letters) return {};
  return written(*letters, most, [](int value) { return std::string(1, static_cast<char>('a' + value - 1)); });
}

}  // namespace treatygraph::queries
