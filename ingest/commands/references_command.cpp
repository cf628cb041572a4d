#include "ingest/commands/references_command.h"

#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/program.h"
#include "ingest/commands/document_argument.h"
#include "ingest/commands/json_lines.h"
#include "ingest/references/citation_coverage.h"

namespace treatygraph::ingest {

void add_references_command(CLI::App& program, int& exit_code) {
  auto argument = std::make_shared<DocumentArgument>();
  auto* command = program.add_subcommand("references", "Print a document's references as JSON Lines");
  add_document_argument(*command, *argument);
  command->callback([argument, &exit_code] {
    const auto document = read_and_tell(*argument, exit_code);
    if (!document) return;
    if (const auto language = reading_of_language(*document); !language.empty()) {
      say(fmt::format("{}: {}", argument->path, language));
    }
    print(reference_lines(*document));
  });
}

}  // namespace treatygraph::ingest
