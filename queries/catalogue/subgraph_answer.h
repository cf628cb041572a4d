#pragma once
// Shows a part of the graph that no question found, such as the nodes and relationships in the rows of a query.

#include "queries/answer/answer.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries {

/// An answer like that to "neighborhood", so it can be drawn and written in every graph format.
[[nodiscard]] Answer subgraph_answer(Subgraph graph, Warnings warnings);

}  // namespace treatygraph::queries
