#pragma once
// openCypher on the command line: one query, a file of queries, or a prompt with history and completion. Ctrl-C stops
// the query that runs.

#include <filesystem>
#include <string>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries {

/// How queries are run and shown.
struct CypherOptions {
  cypher::Map parameters;
  std::string format = "table";  ///< table, json, ndjson, csv
};

/// Runs one query. Prints the answer on stdout, or the error on stderr; returns the exit code.
int run_cypher(const Graph& graph, const std::string& query, const CypherOptions& options);

/// Runs the queries of a file, separated by ';', until one fails. Returns the exit code.
int run_cypher_file(const Graph& graph, const std::filesystem::path& file, const CypherOptions& options);

/// Reads queries until the end of input: with a line editor on a terminal, otherwise line by line. A query ends with
/// ';'. A line that begins with ':' is a command to the prompt.
int prompt_for_cypher(const Graph& graph, const CypherOptions& options);

}  // namespace treatygraph::queries
