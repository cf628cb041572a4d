#pragma once
// treatygraph-ingest check

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand; it sets `exit_code` to 0, or to 1 where the file is not good or cannot be read.
void add_check_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
