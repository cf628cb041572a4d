#pragma once
// Provisions of two texts that stand for each other by their words, where nobody has tied them.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "queries/request/budget.h"

namespace treatygraph::queries {

/// A provision with its parts.
struct WordedProvision {
  std::string heading;
  std::string words;
};

/// Positions on either side, each at most once, in the order of the left: those with the same words first, then those
/// with most words in common: three fifths of both, two fifths under the same heading. Case and punctuation do not
/// count. Where words are equally near, those nearest in the order of their texts. One without words stands for none.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairs_by_words(const std::vector<WordedProvision>& left,
                                                                              const std::vector<WordedProvision>& right,
                                                                              Budget& budget);

}  // namespace treatygraph::queries
