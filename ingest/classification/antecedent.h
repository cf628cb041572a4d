#pragma once
// Resolves words that point back to something before: "such information", "this right". A safeguard that applies to
// "such measures" reaches the provision that says which.

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// Words that point back.
struct PointsBack {
  WordsRange words;        ///< "such information"
  std::string noun;        ///< "information", in lower case; empty for a bare "this" or "it"
  bool is_strong = false;  ///< "such", "these": refers to something before, whatever its name there
};

/// The first words of `sentence` that point back to something outside the sentence. None if `lead`, the introduction of
/// a list, names it already.
[[nodiscard]] std::optional<PointsBack> points_back(std::string_view text, WordsRange sentence, WordsRange lead);

/// Whether `words` of `text` contain the noun, in singular or plural, or a word with its stem.
[[nodiscard]] bool has_noun(std::string_view text, WordsRange words, std::string_view noun);

}  // namespace treatygraph::ingest
