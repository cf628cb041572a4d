// There are some hundred rules, and most provisions match none, so running all expressions would waste most of the
// time. Each rule therefore has a cue, a piece of text that every match contains. An RE2::Set of the cues finds in one
// pass which of them occur, and only those rules run their expression.

#include "ingest/classification/phrase_matcher.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>

#include <re2/re2.h>
#include <re2/set.h>

#include "graph/ascii.h"
#include "ingest/classification/phrase.h"

namespace treatygraph::ingest {
namespace {

/// A semicolon, or a full stop before white space or the end: "1.a" does not end a sentence.
bool ends_sentence(std::string_view text, std::size_t at, std::size_t last) {
  if (text[at] == ';') return true;
  return text[at] == '.' && (at + 1 >= last || is_space(text[at + 1]));
}

RE2::Options cue_options() {
  RE2::Options options;
  options.set_literal(true);
  options.set_case_sensitive(false);
  return options;
}

}  // namespace

WordsRange sentence_around(std::string_view text, WordsRange words, WordsRange limits) {
  auto first = words.first;
  while (first > limits.first && !ends_sentence(text, first - 1, limits.last)) --first;
  auto last = words.last;
  while (last < limits.last && !ends_sentence(text, last, limits.last)) ++last;
  while (first < words.first && is_space(text[first])) ++first;
  while (last > words.last && is_space(text[last - 1])) --last;
  return {first, last};
}

/// The rules in the order of the table, with the same numbers in `cues`.
struct PhraseMatcher::Compiled {
  struct Rule {
    explicit Rule(const PhraseRule& of) : rule(&of), phrase(phrase_pattern(of.phrase)) {
      if (!of.unless.empty()) unless.emplace(phrase_pattern("(" + std::string(of.unless) + ")"));
    }
    const PhraseRule* rule;
    RE2 phrase;
    std::optional<RE2> unless;
  };

  Compiled() : cues(cue_options(), RE2::UNANCHORED) {
    for (const auto& rule : phrase_rules()) {
      rules.emplace_back(rule);
      cues.Add(re2::StringPiece(rule.cue.data(), rule.cue.size()), nullptr);
    }
    cues.Compile();
  }

  std::deque<Rule> rules;  ///< RE2 cannot be moved
  RE2::Set cues;
};

PhraseMatcher::PhraseMatcher() : compiled_(std::make_unique<Compiled>()) {}
PhraseMatcher::~PhraseMatcher() = default;

const PhraseMatcher& PhraseMatcher::of_all_rules() {
  static const PhraseMatcher matcher;
  return matcher;
}

std::vector<PhraseMatch> PhraseMatcher::find(std::string_view text, WordsRange words) const {
  const re2::StringPiece all(text.data(), text.size());
  const re2::StringPiece here(text.data() + words.first, words.last - words.first);
  std::vector<int> candidates;
  compiled_->cues.Match(here, &candidates);
  std::ranges::sort(candidates);
  std::vector<PhraseMatch> matches;
  for (const auto candidate : candidates) {
    const auto& rule = compiled_->rules[static_cast<std::size_t>(candidate)];
    for (auto at = words.first; at < words.last;) {
      re2::StringPiece found;
      if (!rule.phrase.Match(all, at, words.last, RE2::UNANCHORED, &found, 1)) break;
      const auto first = static_cast<std::size_t>(found.data() - text.data());
      const WordsRange match{first, first + found.size()};
      const auto sentence = sentence_around(text, match, words);
      const re2::StringPiece said(text.data() + sentence.first, sentence.last - sentence.first);
      if (!rule.unless || !RE2::PartialMatch(said, *rule.unless)) {
        matches.push_back({rule.rule, match, sentence});
        break;
      }
      // `unless` suppresses the rule in this sentence only, so the search goes on after it.
      at = sentence.last + 1;
    }
  }
  return matches;
}

}  // namespace treatygraph::ingest
