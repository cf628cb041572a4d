#pragma once
// Strongly connected components of dependencies between own words (queries/walks/own_words_graph.h), over all ranks.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Components {
  /// Of the nodes of this rank: the smallest node of the component that each belongs to; Analyses::kNone for nodes that
  /// are no vertex.
  std::vector<std::uint32_t> first_of;
  std::uint64_t rings = 0;         ///< components with more than one vertex, of all ranks
  std::uint64_t across_ranks = 0;  ///< vertices of the condensed graph that the first rank had to join
};

/// Each rank contracts what is connected within it. Only what lies on a way from another rank and to another rank is
/// then joined, on the first rank: components within one treaty, nearly all, never leave their rank.
[[nodiscard]] Components components_of(const Ranks& ranks, const Part& part);

}  // namespace treatygraph::analysis
