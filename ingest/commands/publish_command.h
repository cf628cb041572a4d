#pragma once
// treatygraph-ingest publish: a database for servers that follow it.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

void add_publish_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
