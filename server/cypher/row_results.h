#pragma once
// Rows as Neo4j's older HTTP door writes them: "row" has the properties alone, "meta" says what they are of, "graph"
// the nodes and relationships of the row.

#include <span>

#include "queries/cypher/asking/answer_text.h"

namespace treatygraph::server {

struct RowContents {
  bool row = true;
  bool graph = false;
};

/// One object of "data".
void write_row(queries::formats::JsonText& json, const Graph& graph, std::span<const queries::cypher::Value> row,
               const RowContents& contents);

}  // namespace treatygraph::server
