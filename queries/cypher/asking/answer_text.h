#pragma once
// Values and rows as text: JSON in our own form and in those of Neo4j's Query API and Neptune's openCypher endpoint,
// NDJSON, CSV and tables.

#include "graph/graph.h"
#include "queries/cypher/asking/statement.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/table.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries::cypher {

enum class JsonShape : std::uint8_t {
  Own,         ///< nodes and relationships as in all other answers of this server
  Neo4j,       ///< {"elementId", "labels", "properties"}; a path is a list of nodes and relationships
  Neo4jTyped,  ///< {"$type": "Integer", "_value": "42"}
  Neptune,     ///< {"~id", "~entityType": "node", "~labels", "~properties"}
};

/// Writes one value, with everything in it. Charges the budget in force.
void write_value(formats::JsonText& json, const Graph& graph, const Value& value, JsonShape shape);

/// The distinct nodes and relationships of the rows, including those in lists and maps and the ends of relationships,
/// as a graph to draw.
[[nodiscard]] Subgraph subgraph_of(const Graph& graph, const StatementAnswer& answer);
/// The same for one row.
[[nodiscard]] Subgraph subgraph_of(const Graph& graph, std::span<const Value> row);

/// {"snapshot", "columns", "rows", "warnings", "truncated", "stats"} and, if requested, "graph" with the distinct nodes
/// and relationships of the rows.
[[nodiscard]] std::string rows_as_json(const Graph& graph, const StatementAnswer& answer, bool with_graph);
/// Appends a row as one line: an object with the columns as names.
void append_ndjson(std::string& out, const Graph& graph, std::span<const std::string> columns,
                   std::span<const Value> row);
/// Appends {"error": {"type", "detail", "message"}}, the last line if rows are missing because of an error.
void append_ndjson_error(std::string& out, const CypherError& error);
/// Appends {"warnings": [...]}, the last line if there are warnings that were not known when the head of the answer was
/// sent.
void append_ndjson_warnings(std::string& out, std::span<const std::string> warnings);
void append_csv_head(std::string& out, std::span<const std::string> columns);
void append_csv(std::string& out, const Graph& graph, std::span<const Value> row);
[[nodiscard]] std::string rows_as_ndjson(const Graph& graph, const StatementAnswer& answer);
/// A table for CSV and the terminal. Nodes are written as their key, relationships as their type and ends, and maps as
/// JSON.
[[nodiscard]] formats::Table rows_as_table(const Graph& graph, const StatementAnswer& answer);

}  // namespace treatygraph::queries::cypher
