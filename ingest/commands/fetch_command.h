#pragma once
// The command `treatygraph-ingest fetch`, which downloads official texts into a cache.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. When it has run, `exit_code` is 0, or 1 if a text could not be fetched as asked.
void add_fetch_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
