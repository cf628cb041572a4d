#pragma once
// The command `treatygraph-ingest structure`.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if the document could not be read completely.
void add_structure_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
