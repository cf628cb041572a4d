#include "ingest/references/unprinted_parts.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/text/lines.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kTelling = 5;  ///< letters, as of CitedProvision::word: "appen" of appendix and appendices

/// "annex 2-A" of "Annex", "2.A": numbers are written with full stops and with hyphens.
std::string name_of_part(std::string_view word, std::string_view number) {
  auto name = plain_letters(word).substr(0, kTelling);
  if (number.empty()) return name;
  name += " " + lower_case(number);
  std::ranges::replace(name, '.', '-');
  while (name.ends_with('-')) name.pop_back();
  return name;
}

/// annex_2 and protocol_2 are different. For words without a kind the eId keeps the word: annex_exhibit-2.
Eid eid_of_part(ProvisionKind kind, std::string_view word, std::string_view number) {
  constexpr std::array<std::string_view, 3> kWords = {"attachment", "exhibit", "addendum"};
  const auto* const whole = std::ranges::find_if(kWords, [&](std::string_view w) { return w.starts_with(word); });
  std::string name(word.empty() || whole == kWords.end() ? "" : *whole);
  if (!name.empty() && !number.empty()) name += "-";
  return Eid().child(kind, name.append(number));
}

/// "Annexes 1 to 3" and "Annexes I to III" are three; for other numbers only the ends are known.
std::vector<std::string> numbers_in(const CitedProvision& cited) {
  // Longer ranges are taken for reading errors; only their ends are named.
  constexpr int kLongestRange = 50;
  const auto& first = cited.steps.front().num;
  const auto& last = cited.range_end;
  if (last.empty() || cited.steps.size() > 1) return {first};
  const bool is_roman = roman_value(first) && roman_value(last);
  const auto from = is_roman ? roman_value(first) : digits_value(first);
  const auto to = is_roman ? roman_value(last) : digits_value(last);
  if (!from || !to || *to <= *from || *to - *from > kLongestRange) return {first, last};
  std::vector<std::string> numbers;
  for (auto number = *from; number <= *to; ++number) {
    numbers.push_back(is_roman ? roman_numeral(number) : std::to_string(number));
  }
  return numbers;
}

/// Whether a line that begins with the word continues the sentence of the line above, as in "as listed in" and, on the
/// next line, "Annex 6". Words in capitals are always headings.
bool goes_on(std::string_view text, std::string_view word) {
  if (is_all_upper(word)) return false;
  const auto before = trimmed(text.substr(0, static_cast<std::size_t>(word.data() - text.data())));
  return !before.empty() && std::string_view(".;:)").find(before.back()) == std::string_view::npos;
}

}  // namespace

/// Collects the names of all components that have a heading on a line of its own.
AbsentParts::AbsentParts(std::string_view text, const ReferencePhrases& phrases) {
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece word;
  re2::StringPiece number;
  while (RE2::FindAndConsume(&rest, phrases.printed_component, &word, &number)) {
    const std::string_view printed(word.data(), word.size());
    if (!goes_on(text, printed)) printed_.insert(name_of_part(printed, {number.data(), number.size()}));
  }
}

/// All or nothing: a citation that also names something else is only unresolved.
std::vector<Eid> AbsentParts::named_by(const CitedProvisions& cited) const {
  std::vector<Eid> names;
  for (const auto& provision : cited) {
    if (!holds(provision)) return {};
    for (const auto& number : numbers_in(provision))
      names.push_back(eid_of_part(provision.steps.front().kind, provision.word, number));
  }
  return names;
}

bool AbsentParts::holds(const CitedProvision& cited) const {
  const auto& step = cited.steps.front();
  return is_component(step.kind) && !printed_.contains(name_of_part(cited.word, step.num));
}

}  // namespace treatygraph::ingest
