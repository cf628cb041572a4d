#pragma once
// The command `treatygraph-ingest build`.

#include "ingest/build/read_sources.h"

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommand, and returns it. When it has run, `exit_code` is 0; 1 if the file was written without some
/// faulty sources, or if a document was read only in part; 3 if nothing was written. `read_tasks` reads the documents.
/// `exit_code` must outlive `program`.
CLI::App* add_build_command(CLI::App& program, int& exit_code, const ReadTasks& read_tasks = read_on_all_cores);

}  // namespace treatygraph::ingest
