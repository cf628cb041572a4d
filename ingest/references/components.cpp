// Names of annexes come from three places: their headings ("ANNEX 2: Rules of Procedure"), short names in brackets in
// these, and definitions in the text ("Statute" means the Statute in Annex D). All are stored in a normalised form. A
// heading gives several names, because texts vary the order of words: the "Annex on Verification" is also the
// "Verification Annex". A name of two components means neither.

#include "ingest/references/components.h"

#include <algorithm>
#include <set>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/citation/own_noun.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

/// Bytes of a heading from which names are learned.
constexpr std::size_t kLongestNamed = 160;

/// The normalised form of names: words in lower case with single spaces, without "the", quotation marks and brackets.
std::string plain(std::string_view name) {
  std::string words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && word != "the") words.append(words.empty() ? "" : " ").append(word);
    word.clear();
  };
  for (const char c : name) {
    const bool is_letter = is_letter_or_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_letter || c == '-') {
      word += lower(c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

/// The noun by which a component calls itself, if its kind tells it: "Protocol", "Regulations". For other kinds, the
/// heading decides.
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
  noun.front() = upper(noun.front());
  return noun;
}

/// "Verification" of "on Verification". Nothing for longer titles, which are not said in another order.
std::string about_of(std::string_view title, const ReferencePhrases& phrases) {
  std::string words;
  return RE2::FullMatch(piece(title), phrases.about_few_words, &words) ? words : std::string();
}

}  // namespace

Components::Components(std::string_view text, const Structure& structure, const Words& words)
    : text_(text),
      words_(words),
      phrases_(phrases_of_language(words.lexicon().language)),
      structure_(structure),
      component_(structure.size(), kMain) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& provision = structure[i];
    // Parents come before their parts, so their component is already known.
    component_[i] = is_component(provision.kind) ? i : provision.parent == kNone ? kMain : component_[provision.parent];
    if (is_component(provision.kind)) learn_headings(i);
  }
  learn_definitions();
}

std::size_t Components::outer(std::size_t component) const {
  const auto parent = structure_[component].parent;
  return parent == kNone ? kMain : component_[parent];
}

/// Learns the names in its heading, and the short name that the heading gives in brackets and quotation marks.
void Components::learn_headings(std::size_t component) {
  const auto& provision = structure_[component];
  const auto heading = std::string_view(provision.heading).substr(0, kLongestNamed);
  const std::string kind(name_of(provision.kind));
  const bool is_english = words_.lexicon().language == "en";
  // The noun by which it calls itself: from its kind, from the word printed before its number, or from its heading.
  auto noun = is_english ? noun_of_kind(provision.kind) : std::string();
  const auto printed = text_.substr(provision.start, phrases_.protocol.size());
  if (plain_letters(printed) == plain_letters(phrases_.protocol)) noun = phrases_.protocol;
  if (noun.empty()) noun = head_noun(heading, words_);
  if (!noun.empty()) {
    nouns_[component] = noun;
    learn(noun, component);
  }
  if (heading.empty()) return;
  static const RE2 quoted(R"re(\([^()]*?["“]\s*(?:the )?([A-Z][A-Za-z -]+?)\s*["”])re");
  auto rest = piece(heading);
  std::string name;
  while (RE2::FindAndConsume(&rest, quoted, &name)) learn(name, component);
  static const RE2 aside(R"re(\s*\([^()]*\))re");
  std::string title(heading);
  RE2::GlobalReplace(&title, aside, "");
  if (!head_noun(title, words_).empty() && RE2::PartialMatch(title, phrases_.title_of_what)) learn(title, component);
  learn_beginnings(title, component);
  if (RE2::PartialMatch(title, phrases_.about)) {
    learn(kind + " " + title, component);
    const auto about = about_of(title, phrases_);
    if (!about.empty()) learn(about + " " + kind, component);  // "the Verification Annex" is the Annex on Verification
  } else if (RE2::PartialMatch(title, phrases_.of_what)) {
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
  auto rest = piece(title);
  re2::StringPiece joint;
  while (RE2::FindAndConsume(&rest, phrases_.title_joint, &joint)) {
    const auto beginning = title.substr(0, offset_in(title, joint));
    if (beginning.find(' ') != std::string_view::npos) learn(beginning, component);
  }
}

/// "Statute" means the Statute set out in Annex D; "the Rules of Procedure in Annex 2 (hereinafter "the Rules")".
void Components::learn_definitions() {
  if (std::ranges::none_of(structure_, is_component, &Provision::kind)) return;
  constexpr std::size_t kBefore = 80;
  constexpr std::size_t kAround = 240;
  std::string name;
  std::string word;
  std::string num;
  const auto note = [&] {
    if (const auto component = numbered(word, num)) names_[plain(name)] = *component;
  };
  for (auto at = text_.find(phrases_.means); at != std::string_view::npos; at = text_.find(phrases_.means, at + 1)) {
    const auto from = at - std::min(at, kBefore);
    if (RE2::PartialMatch(piece(text_.substr(from, kAround)), phrases_.component_means, &name, &word, &num)) note();
  }
  for (auto at = text_.find('('); at != std::string_view::npos; at = text_.find('(', at + 1)) {
    // A quick test of the character after the bracket; most brackets define nothing.
    if (at + 1 >= text_.size() || std::string_view("\"htrcdela\xE2\xC2").find(text_[at + 1]) == std::string_view::npos)
      continue;
    const auto from = at - std::min(at, kBefore);
    if (RE2::PartialMatch(piece(text_.substr(from, kAround)), phrases_.component_called, &word, &num, &name)) note();
  }
}

/// Compares the word as printed and as the name of the kind, because the reader of structure may have changed it.
std::optional<std::size_t> Components::numbered(std::string_view word, std::string_view num) const {
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    const auto& provision = structure_[i];
    if (!is_component(provision.kind) || outer(i) != kMain || provision.num != num) continue;
    const auto printed = text_.substr(provision.start, word.size());
    if (plain_letters(printed) == plain_letters(word) || name_of(provision.kind) == lower_case(word)) return i;
  }
  return std::nullopt;
}

/// Very short names are not learned.
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
