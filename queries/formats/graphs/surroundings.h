#pragma once
// Describes each drawn node for people: a short label that is unique in the drawing, its number of edges, and how many
// of its neighbours are not shown.

#include <set>

#include "queries/formats/graphs/graph_view.h"
#include "queries/request/scope.h"

namespace treatygraph::queries::formats {

/// Fills kind, label, degree and hidden_neighbours of each node. `shown` are the nodes of `view`. Neighbours that the
/// scope hides are not counted.
void tell_surroundings(const Graph& graph, const ScopeFilter& scope_filter, const std::set<NodeId>& shown,
                       GraphView& view);

}  // namespace treatygraph::queries::formats
