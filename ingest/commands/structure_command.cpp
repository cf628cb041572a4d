#include "ingest/commands/structure_command.h"

#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/program.h"
#include "ingest/commands/document_argument.h"
#include "ingest/commands/json_lines.h"

namespace treatygraph::ingest {

void add_structure_command(CLI::App& program, int& exit_code) {
  auto argument = std::make_shared<DocumentArgument>();
  auto* command = program.add_subcommand("structure", "Print a document's provisions as JSON Lines");
  add_document_argument(*command, *argument);
  command->callback([argument, &exit_code] {
    const auto document = read_and_tell(*argument);
    if (document) return print(structure_lines(*document));
    say(document.error().detail);
    exit_code = 1;
  });
}

}  // namespace treatygraph::ingest
