#pragma once
// Strongly connected components of the dependencies between own words (queries/walks/own_words_graph.h), computed by
// all ranks: provisions that rest on each other in a ring.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Components {
  /// By position in the part of this rank: the smallest node of the component that the node belongs to; Analyses::kNone
  /// for nodes that are not vertices.
  std::vector<std::uint32_t> first_of;
  std::uint64_t rings = 0;         ///< the number of components with more than one vertex, of all ranks
  std::uint64_t across_ranks = 0;  ///< components of single ranks that the first rank had to compare
};

/// Each rank finds the components among its own nodes. Then the first rank joins those that lie on a path from another
/// rank to another rank. Nearly all components are inside one treaty and never leave their rank. All ranks call it.
[[nodiscard]] Components components_of(const Ranks& ranks, const Part& part);

}  // namespace treatygraph::analysis
