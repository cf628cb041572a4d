#pragma once
// treatygraph-ingest add, remove and update: change a treaties.db without reading all documents again.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// `exit_code` is set when a command runs.
void add_change_commands(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
