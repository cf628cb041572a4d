#include "ingest/commands/references_command.h"

#include <memory>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/program.h"
#include "ingest/commands/json_lines.h"
#include "ingest/commands/read_for_command.h"

namespace treatygraph::ingest {

void add_references_command(CLI::App& program, int& exit_code) {
  auto path = std::make_shared<std::string>();
  auto* command = program.add_subcommand("references", "Print a document's references as JSON Lines");
  command->add_option("DOCUMENT", *path, "A treaty's text")->required();
  command->callback([path, &exit_code] {
    if (const auto document = read_or_say_why(*path, exit_code)) print(reference_lines(*document));
  });
}

}  // namespace treatygraph::ingest
