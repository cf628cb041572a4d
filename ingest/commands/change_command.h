#pragma once
// The commands `treatygraph-ingest add`, `remove` and `update`, which change a treaties.db without reading all
// documents again.

namespace CLI {
class App;
}

namespace treatygraph::ingest {

/// Adds the subcommands. When one has run, `exit_code` is 0, or 1 if nothing was changed or a document was read only in
/// part.
void add_change_commands(CLI::App& program, int& exit_code);

}  // namespace treatygraph::ingest
