#pragma once
// The program treatygraph-ingest: its options and commands.

namespace treatygraph::ingest {

/// Parses the command line and runs the command. Returns the exit code, which --help documents. Exceptions are left to
/// run_program().
[[nodiscard]] int run_ingest(int argc, char** argv);

}  // namespace treatygraph::ingest
