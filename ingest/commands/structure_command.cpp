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
  struct StructureOptions {
    DocumentArgument document;
    bool leftovers = false;
    bool is_strict = false;
  };
  auto options = std::make_shared<StructureOptions>();
  auto* command = program.add_subcommand("structure", "Print a document's provisions as JSON Lines");
  add_document_argument(*command, options->document);
  command->add_flag("--leftovers", options->leftovers,
                    "Print the text that belongs to no provision, largest part first, after the share that was read");
  command->add_flag("--strict", options->is_strict, "Print nothing if a document was read only in part");
  command->callback([options, &exit_code] {
    const auto document = read_and_tell(options->document, exit_code);
    // read_and_tell() has set `exit_code` if the document was read only in part.
    if (!document || (options->is_strict && exit_code != 0)) return;
    print(options->leftovers ? leftover_lines(*document) : structure_lines(*document));
  });
}

}  // namespace treatygraph::ingest
