#pragma once
// Betweenness centrality of the dependencies between own words, as the question `rank by=betweenness` defines it: how
// many shortest chains of references lead through a provision. Brandes, A Faster Algorithm for Betweenness Centrality
// (2001).

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Betweenness {
  std::vector<double> scores;     ///< of all nodes, on every rank
  std::uint64_t connections = 0;  ///< pairs of own words of which one rests on the other directly
};

/// The starts of shortest paths are divided among the ranks. A path may lead anywhere, so each rank walks the whole
/// graph: this is the only analysis that needs memory for all nodes on each rank. All ranks call it.
[[nodiscard]] Betweenness betweenness_of(const Ranks& ranks, const Graph& graph);

}  // namespace treatygraph::analysis
