#pragma once
// treatygraph-ingest build

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand; it sets `exit_code` to 0, or to 1 where nothing was written.
void add_build_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
