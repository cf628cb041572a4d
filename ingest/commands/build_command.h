#pragma once
// treatygraph-ingest build

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand; it sets `exit_code` to 0; to 1 where the file was written without some sources that are wrong;
/// to 3 where nothing was written.
void add_build_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
