#include "ingest/references/components.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <re2/re2.h>

#include "ingest/citation/own_noun.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestHeading = 160;

/// Words in lower case with single spaces, without articles, quotation marks and brackets.
std::string plain(std::string_view name) {
  std::string words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && word != "the") words.append(words.empty() ? "" : " ").append(word);
    word.clear();
  };
  for (const char c : name) {
    const bool is_letter =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_letter || c == '-') {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      finish();
    }
  }
  finish();
  return words;
}

/// Components such as "Protocol" and "Regulations" are what their kind says; for others the heading decides.
std::string noun_of_kind(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::Protocol:
    case ProvisionKind::Regulations:
    case ProvisionKind::Rules:
    case ProvisionKind::Schedule:
    case ProvisionKind::Appendix:
      break;
    default:
      return {};
  }
  std::string noun(name_of(kind));
  noun.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(noun.front())));
  return noun;
}

bool says_about(std::string_view heading) {
  static const RE2 about(R"((?i)^(?:on|concerning|relating to|regarding|for|containing)\b)");
  return RE2::PartialMatch(piece(heading), about);
}

/// "Verification" of "on Verification"; of more words, nothing: they would be said in another order.
std::string about_of(std::string_view title) {
  static const RE2 pattern(
      R"((?i)(?:on|concerning|relating to|regarding|for)\s+(?:the\s+)?([A-Za-z-]+(?:\s[A-Za-z-]+)?))");
  std::string words;
  return RE2::FullMatch(piece(title), pattern, &words) ? words : std::string();
}

/// "Statute of the Lake Court", and not "Multilateral Agreements".
bool says_of_what(std::string_view title) {
  static const RE2 of_what(
      R"((?i)^(?:[a-z-]+ ){1,4}(?:of|on|for|concerning|relating to|regarding|between|governing)\b)");
  return RE2::PartialMatch(piece(title), of_what);
}

}  // namespace

Components::Components(std::string_view text, const Structure& structure)
    : text_(text), structure_(structure), component_(structure.size(), kMain) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& provision = structure[i];
    component_[i] = is_component(provision.kind) ? i : provision.parent == kNone ? kMain : component_[provision.parent];
    if (is_component(provision.kind)) learn_headings(i);
  }
  learn_definitions();
}

std::size_t Components::outer(std::size_t component) const {
  const auto parent = structure_[component].parent;
  return parent == kNone ? kMain : component_[parent];
}

/// The name in its heading, and the short name that the heading gives in quotation marks.
void Components::learn_headings(std::size_t component) {
  const auto& provision = structure_[component];
  const auto heading = std::string_view(provision.heading).substr(0, kLongestHeading);
  const std::string kind(name_of(provision.kind));
  auto noun = noun_of_kind(provision.kind);
  if (lower_case(text_.substr(provision.start, 8)) == "protocol") noun = "Protocol";
  if (noun.empty()) noun = head_noun(heading);
  if (!noun.empty()) {
    nouns_[component] = noun;
    learn(noun, component);
  }
  if (heading.empty()) return;
  static const RE2 quoted(R"re(["“]\s*(?:the )?([A-Z][A-Za-z -]+?)\s*["”])re");
  auto rest = piece(heading);
  std::string name;
  while (RE2::FindAndConsume(&rest, quoted, &name)) learn(name, component);
  static const RE2 aside(R"re(\s*\([^()]*\))re");
  std::string title(heading);
  RE2::GlobalReplace(&title, aside, "");
  if (!head_noun(title).empty() && says_of_what(title)) learn(title, component);
  learn_beginnings(title, component);
  if (says_about(title)) {
    learn(kind + " " + title, component);
    const auto about = about_of(title);
    if (!about.empty()) learn(about + " " + kind, component);  // "the Verification Annex" is the Annex on Verification
  } else if (lower_case(title.substr(0, 3)) == "of ") {
    learn(kind + " " + title, component);  // "Schedule of Tin Toys"
  } else {
    learn(kind + " on " + title, component);
    learn(title + " " + kind, component);
  }
}

/// "Financial Regulations" of the "Financial Regulations of the Weather Fund", "Rules of Procedure" of the "Rules of
/// Procedure of the Assembly".
void Components::learn_beginnings(std::string_view title, std::size_t component) {
  const auto kind = structure_[component].kind;
  if (kind != ProvisionKind::Regulations && kind != ProvisionKind::Rules) return;
  static const RE2 pattern(R"((\s(?i:of|for|under|to|on|concerning|relating|governing)\s))");
  auto rest = piece(title);
  re2::StringPiece joint;
  while (RE2::FindAndConsume(&rest, pattern, &joint)) {
    const auto beginning = title.substr(0, offset_in(title, joint));
    if (beginning.find(' ') != std::string_view::npos) learn(beginning, component);
  }
}

/// "Statute" means the Statute set out in Annex D; "the Rules of Procedure in Annex 2 (hereinafter "the Rules")".
void Components::learn_definitions() {
  if (std::ranges::none_of(structure_, is_component, &Provision::kind)) return;
  static const RE2 means(
      R"re(["“](?:the )?([A-Z][A-Za-z -]{1,60}?)["”] means (?:the )?[^.;"“”]*?\b(Annex|Schedule|Appendix|Protocol) ([A-Z0-9][A-Za-z0-9-]*)\b)re");
  static const RE2 called(
      R"re(\b(Annex|Schedule|Appendix|Protocol) ([A-Z0-9][A-Za-z0-9-]*)(?: to this [A-Z][a-z]+)?,? \((?:hereinafter,? )?(?:referred to as |called )?(?:the )?["“](?:the )?([A-Z][A-Za-z -]{1,60}?)["”]\))re");
  constexpr std::size_t kBefore = 80;
  constexpr std::size_t kAround = 240;
  std::string name;
  std::string word;
  std::string num;
  const auto note = [&] {
    if (const auto component = numbered(word, num)) names_[plain(name)] = *component;
  };
  for (auto at = text_.find(" means "); at != std::string_view::npos; at = text_.find(" means ", at + 1)) {
    const auto from = at - std::min(at, kBefore);
    if (RE2::PartialMatch(piece(text_.substr(from, kAround)), means, &name, &word, &num)) note();
  }
  for (auto at = text_.find('('); at != std::string_view::npos; at = text_.find('(', at + 1)) {
    if (at + 1 >= text_.size() || std::string_view("\"htrc\xE2").find(text_[at + 1]) == std::string_view::npos)
      continue;
    const auto from = at - std::min(at, kBefore);
    if (RE2::PartialMatch(piece(text_.substr(from, kAround)), called, &word, &num, &name)) note();
  }
}

std::optional<std::size_t> Components::numbered(std::string_view word, std::string_view num) const {
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    const auto& provision = structure_[i];
    if (!is_component(provision.kind) || outer(i) != kMain || provision.num != num) continue;
    const auto printed = text_.substr(provision.start, word.size());
    if (lower_case(printed) == lower_case(word) || name_of(provision.kind) == lower_case(word)) return i;
  }
  return std::nullopt;
}

void Components::learn(std::string_view name, std::size_t component) {
  constexpr std::size_t kShortest = 4;
  auto words = plain(name);
  if (words.size() < kShortest) return;
  const auto [known, is_new] = names_.try_emplace(std::move(words), component);
  if (!is_new && known->second != component) known->second = std::nullopt;
}

std::optional<std::size_t> Components::called_by_itself(std::string_view noun, std::size_t from) const {
  for (auto at = of(from); at != kMain; at = outer(at)) {
    const auto known = nouns_.find(at);
    if (known != nouns_.end() && known->second == noun) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> Components::named(std::string_view name) const {
  const auto found = names_.find(plain(name));
  return found == names_.end() ? std::nullopt : found->second;
}

std::vector<std::string> Components::long_names() const {
  std::vector<std::string> names;
  for (const auto& [name, component] : names_) {
    if (component && name.find(' ') != std::string::npos) names.push_back(name);
  }
  return names;
}

}  // namespace treatygraph::ingest
