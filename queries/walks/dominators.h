#pragma once
// Which vertex every way to another passes last.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// The immediate dominator of each vertex that `root` leads to, as seen from `root`; of itself, and of what it does not
/// lead to, `root`. Semi-NCA (Georgiadis 2005): the semidominators of Lengauer and Tarjan (1979), without recursion,
/// however deep the graph. Nothing when the budget is spent.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> immediate_dominators(const OutCsr& graph, std::uint32_t root,
                                                                             Budget& budget);

}  // namespace treatygraph::queries
