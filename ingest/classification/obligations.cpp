// Goes through the modal verbs in order and takes the first one of a main clause. There is no parser: a verb is
// subordinate if the words just before it say so ("who may"), or if its clause begins with a relative pronoun or with
// "where", "if" and the like. If all verbs are in such clauses, the first of them is taken, because a list often
// continues a sentence that began elsewhere.

#include "ingest/classification/obligations.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/structure/words_piece.h"

namespace treatygraph::ingest {
namespace {

/// Words after a modal verb that change the modality, for each of the three verbs. The first match decides.
struct Continuation {
  const char* after;
  std::string_view shall, may, should;
};

/// An optional insertion between commas: "shall, where appropriate and in accordance with its law, endeavour".
constexpr std::string_view kInsertion = R"((?is)\s*(?:,[^.;:]*?,\s*)?)";

constexpr auto kContinuations = std::to_array<Continuation>({
    {R"(not\b)", "shall_not", "may_not", "should_not"},
    {R"((?:also\s+|periodically\s+)?(?:endeavou?r|seek|strive|make\s+every\s+effort|make\s+best\s+efforts|use\s+(?:its|their)\s+best)\b)",
     "shall_endeavour", "may", "should"},
    {R"((?:also\s+|favou?rably\s+|each\s+)?consider\b)", "shall_consider", "may", "should"},
});

/// The modality of a verb alone. "must" means "shall". Letters are made lower case by setting bit 0x20.
std::string_view plain(std::string_view verb) {
  const char first = static_cast<char>(verb.front() | 0x20);
  if (first == 'm') return (verb[1] | 0x20) == 'u' ? "shall" : "may";
  return verb.size() == 5 ? "shall" : "should";
}

/// Whether the words right before the verb make it subordinate. 24 bytes are enough for the longest of them.
bool is_subordinate(std::string_view text, std::size_t first, std::size_t verb) {
  static const RE2 subordinates(R"((?is).*\b(?:as|who|which|that|what|they|conditions\s+as)\s*)");
  constexpr std::size_t kLookBack = 24;
  const auto from = verb - first > kLookBack ? verb - kLookBack : first;
  return RE2::FullMatch(piece(text, {from, verb}), subordinates);
}

/// The beginning of the sentence or list item with the verb.
std::size_t sentence_start(std::string_view text, std::size_t first, std::size_t verb) {
  for (auto at = verb; at > first; --at) {
    const char c = text[at - 1];
    const bool ends = c == '.' || c == ';' || c == ':';
    if (ends && is_space(text[at])) return at;
  }
  return first;
}

/// False for the "may" of "Where a Party may refuse, it shall say so", which is in an introductory clause: the main
/// clause comes after a comma and begins with its subject. Also false for the "may" of "a Party whose ships may be
/// searched shall be told".
bool is_in_main_clause(std::string_view text, std::size_t first, std::size_t verb) {
  static const RE2 relative(
      R"((?is)(?:.*\w\s+that|.*\b(?:which|who|whose|whom|where|if|when|unless))\b((?:\s+[\w'-]+){0,4})\s*)");
  static const RE2 has_verb(
      R"((?i)\b(?:shall|must|may|should|is|are|was|were|has|have|does|do|appl(?:y|ies)|refers?|relates?|occurs?|exists?|arises?|requires?|provides?|\w+ed)\b)");
  static const RE2 introduces(
      R"((?is)[\W\d]*(?:\(?[a-z]\)\s*)?(?:if|where|when|whenever|unless|although|though|while|before|after|until|once|as soon as|to the extent that|in so far as|insofar as|in cases? (?:where|in which)|in the event that|provided that|as long as)\b.*)");
  static const RE2 aside(R"((?is)^([\W\d]*(?:if|where|when|unless)),[^,]*,)");
  const auto start = sentence_start(text, first, verb);
  std::string before(text.substr(start, verb - start));
  RE2::Replace(&before, aside, "\\1");  // "If, under its law, a Party may"
  const auto comma = before.rfind(',');
  const auto clause = comma == std::string::npos ? before : before.substr(comma + 1);
  std::string following;
  if (RE2::FullMatch(clause, relative, &following) && !RE2::PartialMatch(following, has_verb)) return false;
  if (!RE2::FullMatch(before, introduces)) return true;
  const bool has_subject = std::ranges::any_of(clause, is_letter);
  static const RE2 subject(R"((?is).*,\s*(?:the|a|an|each|any|it|they|that|such|States|Parties)\b[^,]*,.*)");
  const auto commas = std::ranges::count(before, ',');
  if (!has_subject && (commas == 1 || RE2::FullMatch(before, subject)))
    return true;  // "Where ..., the State, ..., may"
  static const RE2 joins(R"((?is)\s*(?:and|or|as|in|on|by|with|under|for)\b.*)");
  return comma != std::string::npos && has_subject && !RE2::FullMatch(clause, joins);
}

/// Whether the subject denies: "Nothing in this Convention shall ...", "No reservation may ...".
bool is_denied(std::string_view text, std::size_t first, std::size_t verb) {
  static const RE2 denies(R"((?is)(?:.*[.;:]\s)?\s*(?:nothing|no|neither|in\s+no\s+case)\b[^.;:]*)");
  static const RE2 denies_after_comma(R"((?is).*,\s+(?:no|nothing|neither)\b[^.;:,]*)");  // "Unless ..., no Party may"
  const auto before = piece(text, {first, verb});
  return RE2::FullMatch(before, denies) || RE2::FullMatch(before, denies_after_comma);
}

/// The negative modality.
std::string_view denied(std::string_view name) {
  if (name.starts_with("shall")) return "shall_not";
  return name.starts_with("may") ? "may_not" : "should_not";
}

/// The modality of the verb with the words after it.
Modality modality_at(std::string_view text, WordsRange words, WordsRange verb) {
  static const auto patterns = [] {
    // Each continuation is tried right after the verb, or after one insertion.
    std::deque<RE2> all;  // RE2 cannot be moved
    for (const auto& continuation : kContinuations) all.emplace_back(std::string(kInsertion) + continuation.after);
    return all;
  }();
  const auto name = plain(text.substr(verb.first, verb.last - verb.first));
  for (std::size_t i = 0; i < kContinuations.size(); ++i) {
    auto rest = piece(text, {verb.last, words.last});
    if (!RE2::Consume(&rest, patterns[i])) continue;
    const auto last = static_cast<std::size_t>(rest.data() - text.data());
    const auto& said = kContinuations[i];
    return {name == "shall" ? said.shall : name == "may" ? said.may : said.should, {verb.first, last}};
  }
  return {is_denied(text, words.first, verb.first) ? denied(name) : name, verb};
}

}  // namespace

std::optional<Modality> modality_of(std::string_view text, WordsRange words) {
  static const RE2 verbs(R"((?i)\b(shall|must|may|should)\b)");
  auto rest = piece(text, words);
  re2::StringPiece found;
  std::optional<WordsRange> first;  // if no verb belongs to the main clause
  while (RE2::FindAndConsume(&rest, verbs, &found)) {
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    if (is_subordinate(text, words.first, at)) continue;
    const WordsRange verb{at, at + found.size()};
    if (is_in_main_clause(text, words.first, at)) return modality_at(text, words, verb);
    if (!first) first = verb;
  }
  return first ? std::optional(modality_at(text, words, *first)) : std::nullopt;
}

}  // namespace treatygraph::ingest
