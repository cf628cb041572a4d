#pragma once
// One row per result: for a subgraph one per relationship, for dependencies one per node with its chain of quotes. If
// `why` was asked for, one per sentence of an explanation instead.

#include "graph/graph.h"
#include "queries/answer/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// One row per result; for a subgraph one per relationship, for dependencies one per node with its chain of quotes.
[[nodiscard]] Table to_table(const Graph& graph, const Answer& answer);

}  // namespace treatygraph::queries::formats
