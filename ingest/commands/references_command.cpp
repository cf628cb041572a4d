#include "ingest/commands/references_command.h"

#include <memory>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/program.h"
#include "ingest/commands/json_lines.h"
#include "ingest/documents/read_document.h"

namespace treatygraph::ingest {

void add_references_command(CLI::App& program, int& exit_code) {
  auto path = std::make_shared<std::string>();
  auto* command = program.add_subcommand("references", "Print a document's references as JSON Lines");
  command->add_option("DOCUMENT", *path, "A treaty's text")->required();
  command->callback([path, &exit_code] {
    const auto document = read_document(*path);
    if (document) {
      print(reference_lines(*document));
      return;
    }
    say(document.error().detail);
    exit_code = 1;
  });
}

}  // namespace treatygraph::ingest
