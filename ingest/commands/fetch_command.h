#pragma once
// treatygraph-ingest fetch: official texts into a cache.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

void add_fetch_command(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
