#pragma once
// treatygraph-ingest classify

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand; it sets `exit_code` to 0, or to 1 where the document could not be read.
void add_classify_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
