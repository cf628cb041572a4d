#pragma once
// treatygraph-ingest export

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. `exit_code` becomes 0, or 1 if the treaty cannot be read or written.
void add_export_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
