#pragma once
// A smallest set of nodes without which no path leads from the starts to the goal.

#include <functional>
#include <vector>

#include "queries/request/budget.h"
#include "queries/walks/path_space.h"

namespace treatygraph::queries {

/// Of the nodes that `may_be_cut` admits, a smallest set that every path of `space` meets, in document order; by
/// Menger's theorem as many as there are paths that share none of them. Empty when there is no path, when a path meets
/// no such node, or when the budget is spent.
[[nodiscard]] std::vector<NodeId> smallest_cut(const PathSpace& space, const std::function<bool(NodeId)>& may_be_cut,
                                               std::size_t node_count, Budget& budget);

}  // namespace treatygraph::queries
