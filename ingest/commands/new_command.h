#pragma once
// The command `treatygraph-ingest new`, which makes a dataset folder from a template.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if the folder exists already or cannot be written.
void add_new_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
