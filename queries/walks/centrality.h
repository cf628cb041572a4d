#pragma once
// Centralities of all vertices of a graph, computed by Boost.Graph; stops when the budget is spent.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

enum class Centrality : std::uint8_t { PageRank, InDegree, Betweenness };
inline constexpr std::array<std::string_view, 3> kCentralityNames = {"pagerank", "in_degree", "betweenness"};

/// Scores by vertex. The graph must have no parallel edges and no loops.
[[nodiscard]] Result<std::vector<double>> centrality_of(const OutCsr& graph, Centrality by, Budget& budget);

}  // namespace treatygraph::queries
