#pragma once
// What a drawn node has around it: a short label of its own, how many edges, how many neighbours that are not drawn.

#include <set>

#include "queries/formats/graphs/graph_view.h"
#include "queries/request/scope.h"

namespace treatygraph::queries::formats {

/// `shown` are the nodes of `view`; of what the scope hides nothing is counted. Fills kind, label, degree and
/// hidden_neighbours of each.
void tell_surroundings(const Graph& graph, const ScopeFilter& sight, const std::set<NodeId>& shown, GraphView& view);

}  // namespace treatygraph::queries::formats
