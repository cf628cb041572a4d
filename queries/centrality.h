#pragma once
// Centralities of all vertices of a graph, by Boost.Graph, stopped when a budget is spent.

#include <vector>

#include "graph/topology.h"
#include "queries/budget.h"
#include "queries/rank.h"

namespace treatygraph::queries {

/// By vertex. The graph has no parallel edges and no loops.
[[nodiscard]] Result<std::vector<double>> centrality_of(const OutCsr& graph, Centrality by, Budget& budget);

}  // namespace treatygraph::queries
