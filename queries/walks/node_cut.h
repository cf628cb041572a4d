#pragma once
// A smallest set of nodes whose removal leaves no path from the starts to the goal.

#include <functional>
#include <vector>

#include "queries/request/budget.h"
#include "queries/walks/path_space.h"

namespace treatygraph::queries {

/// A smallest set of nodes admitted by `may_be_cut` that every path of `space` meets, in document order. By Menger's
/// theorem its size is the number of node-disjoint paths. Empty if there is no path, if some path meets no admitted
/// node, or if the budget is spent.
[[nodiscard]] std::vector<NodeId> smallest_cut(const PathSpace& space, const std::function<bool(NodeId)>& may_be_cut,
                                               std::size_t node_count, Budget& budget);

}  // namespace treatygraph::queries
