#pragma once
// The program treatygraph-query: its options, and what is asked.

namespace treatygraph::queries {

/// Runs the command line and prints the answer. Returns the exit code, which --help documents.
[[nodiscard]] int run_query(int argc, char** argv);

}  // namespace treatygraph::queries
