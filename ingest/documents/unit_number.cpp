// The number is the last word of what is printed, or the last two if the last is "bis" or the like. Everything that is
// not ASCII is dropped before, because it is never part of a number here: "º", "§", dashes, accented letters of words
// such as "TÍTULO".

#include "ingest/documents/unit_number.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

/// The words without punctuation at their ends.
std::vector<std::string> tokens_of(std::string_view printed) {
  std::vector<std::string> tokens;
  const auto folded = fold(printed);
  for (std::string_view rest = folded; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    std::string token(rest.substr(0, end));
    std::erase_if(token, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });  // "º", "§", "–"
    while (!token.empty() && !is_letter_or_digit(token.back())) token.pop_back();
    while (!token.empty() && !is_letter_or_digit(token.front())) token.erase(0, 1);
    if (!token.empty()) tokens.push_back(std::move(token));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return tokens;
}

}  // namespace

std::string unit_number(std::string_view printed) {
  constexpr std::array<std::string_view, 6> kInsertions = {"bis", "ter", "quater", "quinquies", "sexies", "septies"};
  static const RE2 pattern(
      R"(\d{1,5}(?:bis|ter|quater|quinquies|sexies|septies|[A-Za-z]{1,3})?(?:-[0-9A-Za-z]{1,5})*|[IVXLCDM]+(?:-[0-9A-Z]{1,5})*|[ivxlcdm]+|[A-Za-z]{1,2}|[A-Z]\d{1,3})");
  constexpr std::size_t kLongest = 100;  // the number comes last in what is printed
  auto tokens = tokens_of(printed.substr(printed.size() - std::min(printed.size(), kLongest)));
  if (tokens.empty()) return {};
  auto number = std::move(tokens.back());
  if (tokens.size() > 1 && std::ranges::find(kInsertions, number) != kInsertions.end()) {
    number.insert(0, tokens[tokens.size() - 2]);
  }
  // As in eIds: "5.1" is "5-1".
  std::ranges::replace(number, '.', '-');
  if (RE2::FullMatch(number, pattern)) return number;
  const auto value = word_value(lower_case(number));
  return value ? std::to_string(*value) : std::string();
}

}  // namespace treatygraph::ingest
