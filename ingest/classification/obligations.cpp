#include "ingest/classification/obligations.h"

#include <array>
#include <deque>
#include <string>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

re2::StringPiece piece(std::string_view text, std::size_t first, std::size_t last) {
  return {text.data() + first, last - first};
}

/// What the verb says with the words after it; the first that holds decides.
struct Continuation {
  const char* after;
  std::string_view shall, may, should;
};

/// After an insertion between commas, or none: "shall, where appropriate and in accordance with its law, endeavour".
constexpr std::string_view kInsertion = R"((?is)\s*(?:,[^.;:]*?,\s*)?)";

constexpr auto kContinuations = std::to_array<Continuation>({
    {R"(not\b)", "shall_not", "may_not", "should_not"},
    {R"((?:also\s+|periodically\s+)?(?:endeavou?r|seek|strive|make\s+every\s+effort|make\s+best\s+efforts|use\s+(?:its|their)\s+best)\b)",
     "shall_endeavour", "may", "should"},
    {R"((?:also\s+|favou?rably\s+|each\s+)?consider\b)", "shall_consider", "may", "should"},
});

std::string_view plain(std::string_view verb) {
  const char first = static_cast<char>(verb.front() | 0x20);
  if (first == 'm') return (verb[1] | 0x20) == 'u' ? "shall" : "may";
  return verb.size() == 5 ? "shall" : "should";
}

/// Whether the words before the verb make it a subordinate one.
bool is_subordinate(std::string_view text, std::size_t first, std::size_t verb) {
  static const RE2 subordinates(R"((?is).*\b(?:as|who|which|that|what|they|conditions\s+as)\s*)");
  constexpr std::size_t kLookBack = 24;
  const auto from = verb - first > kLookBack ? verb - kLookBack : first;
  return RE2::FullMatch(piece(text, from, verb), subordinates);
}

/// "Nothing in this Convention shall ...", "No reservation may ...".
bool is_denied(std::string_view text, std::size_t first, std::size_t verb) {
  static const RE2 denies(R"((?is)(?:.*[.;:]\s)?\s*(?:nothing|no|neither|in\s+no\s+case)\b[^.;:]*)");
  return RE2::FullMatch(piece(text, first, verb), denies);
}

std::string_view denied(std::string_view name) {
  if (name.starts_with("shall")) return "shall_not";
  return name.starts_with("may") ? "may_not" : "should_not";
}

Modality modality_at(std::string_view text, WordsRange words, WordsRange verb) {
  static const auto patterns = [] {
    std::deque<RE2> all;  // RE2 cannot be moved
    for (const auto& continuation : kContinuations) all.emplace_back(std::string(kInsertion) + continuation.after);
    return all;
  }();
  const auto name = plain(text.substr(verb.first, verb.last - verb.first));
  for (std::size_t i = 0; i < kContinuations.size(); ++i) {
    auto rest = piece(text, verb.last, words.last);
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
  auto rest = piece(text, words.first, words.last);
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, verbs, &found)) {
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    if (!is_subordinate(text, words.first, at)) return modality_at(text, words, {at, at + found.size()});
  }
  return std::nullopt;
}

}  // namespace treatygraph::ingest
