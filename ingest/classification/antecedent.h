#pragma once
// "Such information", "this right": what a sentence points back to.

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

struct PointsBack {
  WordsRange words;        ///< "such information"
  std::string noun;        ///< "information", in lower case; empty of a bare "this" or "it"
  bool is_strong = false;  ///< "such", "these": there is something before, whatever it is called there
};

/// The first words of `sentence` that point back to what is not in the sentence before them, nor in `lead`, which is
/// what stands above a list.
[[nodiscard]] std::optional<PointsBack> points_back(std::string_view text, WordsRange sentence, WordsRange lead);

/// Whether `words` of `text` have the noun, in the singular or the plural, or a word of its stem.
[[nodiscard]] bool has_noun(std::string_view text, WordsRange words, std::string_view noun);

}  // namespace treatygraph::ingest
