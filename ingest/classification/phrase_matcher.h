#pragma once
// Matches the phrases of the table in a text.

#include <memory>
#include <string_view>
#include <vector>

#include "ingest/classification/phrase_rules.h"

namespace treatygraph::ingest {

struct PhraseMatch {
  const PhraseRule* rule;
  WordsRange words;     ///< of the phrase
  WordsRange sentence;  ///< sentence that contains them, up to a full stop or semicolon
};

/// Compiled once per process. One pass over a text finds the cues in it; only their rules are tried.
class PhraseMatcher {
 public:
  [[nodiscard]] static const PhraseMatcher& of_all_rules();
  ~PhraseMatcher();

  /// Matches in text[words.first, words.last), in table order; each rule once, at its first match.
  [[nodiscard]] std::vector<PhraseMatch> find(std::string_view text, WordsRange words) const;

 private:
  struct Compiled;
  PhraseMatcher();
  std::unique_ptr<const Compiled> compiled_;
};

/// The sentence that contains `words`, within `limits`.
[[nodiscard]] WordsRange sentence_around(std::string_view text, WordsRange words, WordsRange limits);

}  // namespace treatygraph::ingest
