#pragma once
// What a drawn node has around it: a short label of its own, how many edges, how many neighbours that are not drawn.

#include <set>

#include "queries/formats/graphs/graph_view.h"

namespace treatygraph::queries::formats {

/// `shown` are the nodes of `view`. Fills kind, label, degree and hidden_neighbours of each.
void tell_surroundings(const Graph& graph, const std::set<NodeId>& shown, GraphView& view);

}  // namespace treatygraph::queries::formats
