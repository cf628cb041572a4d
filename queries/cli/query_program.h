#pragma once
// The program treatygraph-query: its options, and what it asks.

namespace treatygraph::queries {

/// Asks what the command line says, and prints the answer. Returns the exit code, which --help documents.
[[nodiscard]] int run_query(int argc, char** argv);

}  // namespace treatygraph::queries
