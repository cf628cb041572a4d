// eIds after the Akoma Ntoso Naming Convention 1.0: steps of an element's token and its number, such as "art_24",
// joined by "__". Siblings are put into order by their numbers: "2" < "10", "8" < "8bis" < "9", "II" < "IX", "b" <
// "aa". A number is compared by its head first (digits, a roman numeral in capitals, or letters: the first character
// decides which), then by a Latin suffix, then as text.

#include "graph/eid.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"

namespace treatygraph {
namespace {

/// How a kind is written.
struct KindNames {
  ProvisionKind kind;
  std::string_view name;
  std::string_view token;  ///< before the number in an eId
  bool is_numbered;
};

// In the order of ProvisionKind. The tokens are those of the Akoma Ntoso Naming Convention, table of element prefixes;
// kinds that are hcontainers there have their own names.
constexpr auto kKinds = std::to_array<KindNames>({
    {ProvisionKind::Preamble, "preamble", "preamble", false},
    {ProvisionKind::Recital, "recital", "recital", true},
    {ProvisionKind::Body, "body", "body", false},
    {ProvisionKind::Conclusions, "conclusions", "conclusions", false},
    {ProvisionKind::Annex, "annex", "annex", true},
    {ProvisionKind::Schedule, "schedule", "schedule", true},
    {ProvisionKind::Appendix, "appendix", "appendix", true},
    {ProvisionKind::Protocol, "protocol", "protocol", true},
    {ProvisionKind::Regulations, "regulations", "regulations", true},
    {ProvisionKind::Rules, "rules", "rules", true},
    {ProvisionKind::Resolution, "resolution", "resolution", true},
    {ProvisionKind::Letter, "letter", "letter", true},
    {ProvisionKind::Instrument, "instrument", "instrument", true},
    {ProvisionKind::Quoted, "quoted", "quoted", true},
    {ProvisionKind::Part, "part", "part", true},
    {ProvisionKind::Title, "title", "title", true},
    {ProvisionKind::Chapter, "chapter", "chp", true},
    {ProvisionKind::Section, "section", "sec", true},
    {ProvisionKind::Subsection, "subsection", "subsec", true},
    {ProvisionKind::Rule, "rule", "rule", true},
    {ProvisionKind::Regulation, "regulation", "regulation", true},
    {ProvisionKind::Standard, "standard", "standard", true},
    {ProvisionKind::Guideline, "guideline", "guideline", true},
    {ProvisionKind::Principle, "principle", "principle", true},
    {ProvisionKind::Clause, "clause", "clause", true},
    {ProvisionKind::Article, "article", "art", true},
    {ProvisionKind::Paragraph, "paragraph", "para", true},
    {ProvisionKind::Point, "point", "point", true},
});

const KindNames& names_of(ProvisionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

/// All names or tokens, separated by commas, for messages.
std::string listed(std::string_view KindNames::*member) {
  std::string words;
  for (const auto& kind : kKinds) words.append(words.empty() ? "" : ", ").append(kind.*member);
  return words;
}

bool is_num_character(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '.';
}

std::int64_t roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    case 'D':
      return 500;
    case 'M':
      return 1000;
    default:
      return 0;
  }
}

/// The start of a number: its class (digits before roman capitals before letters), its value, and its length in bytes.
/// The lengths are bounded below so that values do not overflow.
struct NumHead {
  int rank = 0;
  std::int64_t value = 0;
  std::size_t length = 0;
};

NumHead arabic_head(std::string_view num) {
  NumHead head;
  while (head.length < num.size() && head.length < 9 && is_digit(num[head.length])) {
    head.value = head.value * 10 + (num[head.length++] - '0');
  }
  return head;
}

/// A digit before a larger one is subtracted. Any sequence of roman digits gets a value, correct or not.
NumHead roman_head(std::string_view num) {
  NumHead head{.rank = 1};
  while (head.length < num.size() && head.length < 15 && roman_digit(num[head.length]) > 0) {
    const auto digit = roman_digit(num[head.length++]);
    const auto next = head.length < num.size() ? roman_digit(num[head.length]) : 0;
    head.value += digit < next ? -digit : digit;
  }
  return head;
}

/// Letters in base 27, so that aa follows z, as drafters continue a list. Words compare by their first three letters,
/// and then as text.
NumHead letter_head(std::string_view num) {
  NumHead head{.rank = 2};
  while (head.length < num.size() && head.length < 3 && is_letter(num[head.length])) {
    head.value = head.value * 27 + (lower(num[head.length++]) - 'a' + 1);
  }
  return head;
}

/// Nobody numbers up to a hundred annexes in Roman numerals: alone these letters follow "B".
bool is_letter_alone(std::string_view num) {
  return num == "C" || num == "D" || num == "L" || num == "M";
}

NumHead head_of(std::string_view num) {
  if (num.empty()) return {};
  if (is_digit(num.front())) return arabic_head(num);
  if (is_letter_alone(num)) return letter_head(num);
  return roman_digit(num.front()) > 0 ? roman_head(num) : letter_head(num);
}

/// The place of "bis", "ter" ... after the plain number; their order is not alphabetical. Other tails come last.
int latin_suffix(std::string_view tail) {
  constexpr std::array<std::string_view, 9> kSuffixes = {"",       "bis",     "ter",    "quater", "quinquies",
                                                         "sexies", "septies", "octies", "novies"};
  const auto* found = std::ranges::find(kSuffixes, tail);
  return static_cast<int>(found - kSuffixes.begin());
}

std::strong_ordering compare_nums(std::string_view left, std::string_view right) {
  const auto l = head_of(left);
  const auto r = head_of(right);
  if (const auto order = l.rank <=> r.rank; order != 0) return order;
  if (const auto order = l.value <=> r.value; order != 0) return order;
  if (const auto order = latin_suffix(left.substr(l.length)) <=> latin_suffix(right.substr(r.length)); order != 0) {
    return order;
  }
  return left <=> right;
}

/// The place of a kind among siblings: that of ProvisionKind, but articles come before the other units.
int place_of(ProvisionKind kind) {
  const auto place = [](ProvisionKind of) { return static_cast<int>(of); };
  if (!is_unit(kind)) return place(kind);
  return kind == ProvisionKind::Article ? place(ProvisionKind::Rule) : place(kind) + 1;
}

/// Whether the number of a component is a name: "on-chemicals" is one; "2-A" and "8bis" are not.
bool is_name(const EidStep& step) {
  return is_component(step.kind) && step.num.size() > 1 && is_lower(step.num[0]) && is_lower(step.num[1]);
}

/// The number as it is written in a citation.
std::string in_words(const EidStep& step) {
  auto num = step.num;
  if (is_name(step)) std::ranges::replace(num, '-', ' ');
  return num;
}

/// One step of `whole`, which errors quote.
Result<EidStep> parse_step(std::string_view text, std::string_view whole) {
  const auto underscore = text.find('_');
  const auto token = text.substr(0, underscore);
  const auto* kind = std::ranges::find(kKinds, token, &KindNames::token);
  if (kind == kKinds.end()) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format(R"("{}" is no eId: "{}" is not one of {})", whole, token, listed(&KindNames::token)));
  }
  const auto num = underscore == std::string_view::npos ? std::string_view{} : text.substr(underscore + 1);
  if (kind->is_numbered && num.empty() && !is_component(kind->kind)) {
    return fail(ErrorCode::InvalidArgument, fmt::format(R"("{}" is no eId: "{}" lacks its number)", whole, text));
  }
  if (!kind->is_numbered && underscore != std::string_view::npos) {
    return fail(ErrorCode::InvalidArgument, fmt::format(R"("{}" is no eId: "{}" has no number)", whole, token));
  }
  if (!std::ranges::all_of(num, is_num_character)) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format(R"("{}" is no eId: the number "{}" may hold letters, digits, '-' and '.')", whole, num));
  }
  return EidStep{kind->kind, std::string(num)};
}

}  // namespace

std::string_view name_of(ProvisionKind kind) {
  return names_of(kind).name;
}

Result<ProvisionKind> provision_kind(std::string_view name) {
  const auto* kind = std::ranges::find(kKinds, name, &KindNames::name);
  if (kind != kKinds.end()) return kind->kind;
  return fail(ErrorCode::InvalidArgument,
              fmt::format(R"("{}" is not a kind of provision: it is not one of {})", name, listed(&KindNames::name)));
}

std::strong_ordering EidStep::operator<=>(const EidStep& other) const {
  if (const auto order = place_of(kind) <=> place_of(other.kind); order != 0) return order;
  return compare_nums(num, other.num);
}

Result<Eid> Eid::parse(std::string_view text) {
  Eid eid;
  std::size_t begin = 0;
  while (true) {
    const auto end = text.find("__", begin);
    auto step = parse_step(text.substr(begin, end == std::string_view::npos ? end : end - begin), text);
    if (!step) return fail(step.error());
    eid.steps_.push_back(*std::move(step));
    if (end == std::string_view::npos) return eid;
    begin = end + 2;
  }
}

std::string Eid::to_string() const {
  std::string text;
  for (const auto& step : steps_) {
    if (!text.empty()) text += "__";
    text += names_of(step.kind).token;
    if (!step.num.empty()) text.append("_").append(step.num);
  }
  return text;
}

Eid Eid::child(ProvisionKind kind, std::string_view num) const {
  auto steps = steps_;
  steps.push_back({kind, std::string(num)});
  return Eid(std::move(steps));
}

Eid Eid::parent() const {
  if (steps_.size() <= 1) return {};
  return Eid({steps_.begin(), steps_.end() - 1});
}

bool Eid::contains(const Eid& other) const {
  return steps_.size() <= other.steps_.size() && std::equal(steps_.begin(), steps_.end(), other.steps_.begin());
}

std::strong_ordering Eid::operator<=>(const Eid& other) const {
  return std::lexicographical_compare_three_way(steps_.begin(), steps_.end(), other.steps_.begin(), other.steps_.end());
}

std::string citation_of(const Eid& eid) {
  std::string words;
  for (const auto& step : eid.steps()) {
    if (step.kind == ProvisionKind::Point && !words.empty()) {
      words += fmt::format(" ({})", step.num);
    } else {
      if (!words.empty()) words += ", ";
      words += name_of(step.kind);
      if (!step.num.empty()) words.append(" ").append(in_words(step));
    }
  }
  return words;
}

}  // namespace treatygraph
