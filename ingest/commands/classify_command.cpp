// The output has everything that `build` makes of the words of provisions, except the reach of safeguards.

#include "ingest/commands/classify_command.h"

#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/program.h"
#include "ingest/commands/document_argument.h"
#include "ingest/commands/json_lines.h"

namespace treatygraph::ingest {

void add_classify_command(CLI::App& program, int& exit_code) {
  auto argument = std::make_shared<DocumentArgument>();
  auto* command = program.add_subcommand(
      "classify", "Print the classification of a document's provisions (offences, powers, safeguards) as JSON Lines");
  add_document_argument(*command, *argument);
  command->callback([argument, &exit_code] {
    const auto document = read_and_tell(*argument, exit_code);
    if (document) print(classification_lines(*document));
  });
}

}  // namespace treatygraph::ingest
