#pragma once
// Pairs provisions of two texts by their words, for texts between which no correspondence is stored.

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

/// Pairs of positions on the left and the right, each used at most once, in the order of the left. Provisions with the
/// same words are paired first, then those with most words in common: at least three fifths of the words of both, or
/// two fifths if they have the same heading. Case and punctuation do not count. Of equally similar provisions, those
/// nearest in the order of their texts are paired. A provision without words has no pair. Empty if the budget is spent.
/// Costs the product of the two sizes.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairs_by_words(const std::vector<WordedProvision>& left,
                                                                              const std::vector<WordedProvision>& right,
                                                                              Budget& budget);

}  // namespace treatygraph::queries
