#pragma once
// treatygraph-ingest export

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand; it sets `exit_code` to 0, or to 1 where the treaty cannot be read or written.
void add_export_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
