#pragma once
// Resolves anaphora: "such information", "this right".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

struct PointsBack {
  WordsRange words;        ///< "such information"
  std::string noun;        ///< "information", in lower case; empty for a bare "this" or "it"
  bool is_strong = false;  ///< "such", "these": refers to something before, whatever its name there
};

/// The first words of `sentence` that refer to something outside the previous sentence and `lead`, the introduction of
/// a list.
[[nodiscard]] std::optional<PointsBack> points_back(std::string_view text, WordsRange sentence, WordsRange lead);

/// Whether `words` of `text` contain the noun, in singular or plural, or a word with its stem.
[[nodiscard]] bool has_noun(std::string_view text, WordsRange words, std::string_view noun);

}  // namespace treatygraph::ingest
