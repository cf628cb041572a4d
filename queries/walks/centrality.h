#pragma once
// Centralities of all vertices of a graph, computed by Boost.Graph; stops when the budget is spent.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// The measures of what is central; questions/rank.h says what each means.
enum class Centrality : std::uint8_t { PageRank, InDegree, Betweenness };
inline constexpr std::array<std::string_view, 3> kCentralityNames = {"pagerank", "in_degree", "betweenness"};

/// The score of each vertex. The graph must have no parallel edges and no loops. DeadlineExceeded or Cancelled if the
/// budget is spent. Betweenness costs vertices times edges (Brandes 2001); the others are linear per round.
[[nodiscard]] Result<std::vector<double>> centrality_of(const OutCsr& graph, Centrality by, Budget& budget);

}  // namespace treatygraph::queries
