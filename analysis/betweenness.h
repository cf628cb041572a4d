#pragma once
// Betweenness (Brandes 2001) of dependencies between own words, as `rank by=betweenness` defines it.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Betweenness {
  std::vector<double> scores;  ///< of all nodes, on every rank
  std::uint64_t connections = 0;
};

/// The starts of shortest paths are shared out. A path leads anywhere, so each rank walks the whole graph: this alone
/// of all analyses needs the memory for all nodes on each rank.
[[nodiscard]] Betweenness betweenness_of(const Ranks& ranks, const Graph& graph);

}  // namespace treatygraph::analysis
