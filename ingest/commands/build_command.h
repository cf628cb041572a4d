#pragma once
// treatygraph-ingest build

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. `exit_code` becomes 0; 1 if the file was written without some faulty sources; 3 if nothing was
/// written.
void add_build_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
