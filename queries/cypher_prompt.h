#pragma once
// openCypher on the command line: one query, or a prompt with history and completion.

#include <string>

#include "graph/graph.h"
#include "queries/cypher/value.h"

namespace treatygraph::queries {

struct CypherOptions {
  cypher::Map parameters;
  std::string format = "table";  ///< table, json, ndjson, csv
};

/// Prints the answer on stdout, or what is wrong on stderr; the exit code.
int run_cypher(const Graph& graph, const std::string& query, const CypherOptions& options);

/// Reads queries until the end of input: with a line editor on a terminal, else line by line. A query ends with ';'.
int prompt_for_cypher(const Graph& graph, const CypherOptions& options);

}  // namespace treatygraph::queries
