#pragma once
// The command `treatygraph-ingest publish`, which publishes a database for servers that follow it.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if nothing was published or an old publication could
/// not be removed.
void add_publish_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
