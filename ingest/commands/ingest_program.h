#pragma once
// The program treatygraph-ingest: its options and commands.

namespace treatygraph::ingest {

/// Runs what the command line asks for. Returns the exit code, which --help documents.
[[nodiscard]] int run_ingest(int argc, char** argv);

}  // namespace treatygraph::ingest
