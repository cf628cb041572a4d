#pragma once
// Rows in the form of Neo4j's older HTTP API: "row" has the properties, "meta" the identities, "graph" the nodes and
// relationships of the row.

#include <span>

#include "queries/cypher/asking/answer_text.h"

namespace treatygraph::server {

/// Which of the forms the client wants ("resultDataContents").
struct RowContents {
  bool row = true;
  bool graph = false;
};

/// Writes one object of "data".
/// `row` has the values of one row.
void write_row(queries::formats::JsonText& json, const Graph& graph, std::span<const queries::cypher::Value> row,
               const RowContents& contents);

}  // namespace treatygraph::server
