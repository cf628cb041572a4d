#pragma once
// treatygraph-ingest classify

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. `exit_code` becomes 0, or 1 if the document could not be read.
void add_classify_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
