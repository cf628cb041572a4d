#pragma once
// Finds the phrases of the table in a text.

#include <memory>
#include <string_view>
#include <vector>

#include "ingest/classification/phrase_rules.h"

namespace treatygraph::ingest {

struct PhraseMatch {
  const PhraseRule* rule;
  WordsRange words;     ///< of the phrase
  WordsRange sentence;  ///< that holds them, up to a full stop or semicolon
};

/// Compiled once for the process. One pass over a text finds which cues it holds; only their rules are tried.
class PhraseMatcher {
 public:
  [[nodiscard]] static const PhraseMatcher& of_all_rules();
  ~PhraseMatcher();

  /// Of text[words.first, words.last), in the order of the table; each rule once, where it holds first.
  [[nodiscard]] std::vector<PhraseMatch> find(std::string_view text, WordsRange words) const;

 private:
  struct Compiled;
  PhraseMatcher();
  std::unique_ptr<const Compiled> compiled_;
};

/// From the first byte of the sentence that holds `words` to its end, both within `limits`.
[[nodiscard]] WordsRange sentence_around(std::string_view text, WordsRange words, WordsRange limits);

}  // namespace treatygraph::ingest
