#pragma once
// Immediate dominators. A vertex d dominates v if every path from the root to v passes d; the immediate dominator of v
// is the last such vertex before v.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// The immediate dominator of each vertex reachable from `root`; `root` for itself and for unreachable vertices.
/// Semi-NCA (Georgiadis 2005), which uses the semidominators of Lengauer and Tarjan (1979), without recursion. Nothing
/// if the budget is spent.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> immediate_dominators(const OutCsr& graph, std::uint32_t root,
                                                                             Budget& budget);

}  // namespace treatygraph::queries
