#pragma once
// treatygraph-ingest check

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. `exit_code` becomes 0, or 1 if the file has faults or cannot be read.
void add_check_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
