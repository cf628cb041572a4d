#pragma once
// treatygraph-ingest build

#include "ingest/build/read_sources.h"

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand. `exit_code` becomes 0; 1 if the file was written without some faulty sources; 3 if nothing was
/// written. `read_tasks` reads the documents. Returns the subcommand.
CLI::App* add_build_command(CLI::App& program, int& exit_code, const ReadTasks& read_tasks = read_on_all_cores);

}  // namespace treatygraph::ingest
