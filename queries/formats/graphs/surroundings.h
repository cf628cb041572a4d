#pragma once
// Describes a drawn node: a short unique label, its number of edges, its number of hidden neighbours.

#include <set>

#include "queries/formats/graphs/graph_view.h"
#include "queries/request/scope.h"

namespace treatygraph::queries::formats {

/// `shown` are the nodes of `view`; of what the scope hides nothing is counted. Fills kind, label, degree and
/// hidden_neighbours of each.
void tell_surroundings(const Graph& graph, const ScopeFilter& sight, const std::set<NodeId>& shown, GraphView& view);

}  // namespace treatygraph::queries::formats
