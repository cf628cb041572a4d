#pragma once
// Finds the phrases of the rule table in a text.

#include <memory>
#include <string_view>
#include <vector>

#include "ingest/classification/phrase_rules.h"

namespace treatygraph::ingest {

/// A phrase in a text. Positions are bytes.
struct PhraseMatch {
  const PhraseRule* rule;
  WordsRange words;     ///< of the phrase
  WordsRange sentence;  ///< sentence that contains them, up to a full stop or semicolon
};

/// The compiled rules. Compiled once for each process; any thread may use it. One pass over a text finds the cues in
/// it, and only rules with a cue in the text are tried.
class PhraseMatcher {
 public:
  /// The only instance. The first call compiles the rules.
  [[nodiscard]] static const PhraseMatcher& of_all_rules();
  ~PhraseMatcher();

  /// Matches in text[words.first, words.last), in the order of the table. Each rule matches at most once, at its first
  /// phrase in a sentence without its `unless`.
  [[nodiscard]] std::vector<PhraseMatch> find(std::string_view text, WordsRange words) const;

 private:
  struct Compiled;
  PhraseMatcher();
  std::unique_ptr<const Compiled> compiled_;
};

/// The sentence that contains `words`, within `limits`.
[[nodiscard]] WordsRange sentence_around(std::string_view text, WordsRange words, WordsRange limits);

}  // namespace treatygraph::ingest
