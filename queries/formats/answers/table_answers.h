#pragma once
// Every answer as rows and columns.

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

/// A row for each thing that the question asked for; a subgraph's rows are its relationships, those of dependencies its
/// nodes with their chain of quotes.
[[nodiscard]] Table to_table(const Graph& graph, const Answer& answer);

}  // namespace treatygraph::queries::formats
