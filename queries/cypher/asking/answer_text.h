#pragma once
// Values as JSON: our own form, and those of Neo4j's Query API and Neptune's openCypher endpoint.

#include "graph/graph.h"
#include "queries/cypher/asking/statement.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/table.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries::cypher {

enum class JsonShape : std::uint8_t {
  Own,         ///< nodes and relationships as everywhere in this API
  Neo4j,       ///< {"elementId", "labels", "properties"}; a path is a list of nodes and relationships
  Neo4jTyped,  ///< {"$type": "Integer", "_value": "42"}
  Neptune,     ///< {"~id", "~entityType": "node", "~labels", "~properties"}
};

void write_value(formats::JsonText& json, const Graph& graph, const Value& value, JsonShape shape);

/// The distinct nodes and relationships of the rows, as a graph to draw.
[[nodiscard]] Subgraph subgraph_of(const Graph& graph, const StatementAnswer& answer);
/// The same for one row.
[[nodiscard]] Subgraph subgraph_of(const Graph& graph, std::span<const Value> row);

/// {"snapshot", "columns", "rows", "warnings", "truncated", "stats"} and, if requested, "graph" with the distinct nodes
/// and relationships of the rows.
[[nodiscard]] std::string rows_as_json(const Graph& graph, const StatementAnswer& answer, bool with_graph);
/// One object per row, one per line.
void append_ndjson(std::string& out, const Graph& graph, std::span<const std::string> columns,
                   std::span<const Value> row);
/// {"error": {"type", "detail", "message"}}: the last line if rows are missing.
void append_ndjson_error(std::string& out, const CypherError& error);
/// {"warnings": [...]}: the last line if they were not known when the first left.
void append_ndjson_warnings(std::string& out, std::span<const std::string> warnings);
void append_csv_head(std::string& out, std::span<const std::string> columns);
void append_csv(std::string& out, const Graph& graph, std::span<const Value> row);
[[nodiscard]] std::string rows_as_ndjson(const Graph& graph, const StatementAnswer& answer);
/// For CSV and the terminal: nodes by their key, relationships by their ends, maps as JSON.
[[nodiscard]] formats::Table rows_as_table(const Graph& graph, const StatementAnswer& answer);

}  // namespace treatygraph::queries::cypher
