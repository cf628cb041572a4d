#pragma once
// treatygraph-ingest new: a template of a dataset folder.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

void add_new_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
