#pragma once
// The command `treatygraph-ingest check`: prints what audit() finds in a treaties.db.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if the file has faults or cannot be read.
void add_check_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
