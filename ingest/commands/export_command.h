#pragma once
// The command `treatygraph-ingest export`.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if the treaty cannot be read completely, or not
/// written.
void add_export_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
