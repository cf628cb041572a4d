#pragma once
// A part of the graph that no question found, such as the rows of a query, to be shown as neighbourhoods are.

#include "queries/answer/answer.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries {

[[nodiscard]] Answer subgraph_answer(Subgraph graph, Warnings warnings);

}  // namespace treatygraph::queries
