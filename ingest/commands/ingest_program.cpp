#include "ingest/commands/ingest_program.h"

#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/version.h"
#include "ingest/commands/build_command.h"
#include "ingest/commands/change_command.h"
#include "ingest/commands/check_command.h"
#include "ingest/commands/classify_command.h"
#include "ingest/commands/export_command.h"
#include "ingest/commands/fetch_command.h"
#include "ingest/commands/new_command.h"
#include "ingest/commands/publish_command.h"
#include "ingest/commands/references_command.h"
#include "ingest/commands/structure_command.h"

namespace treatygraph::ingest {

int run_ingest(int argc, char** argv) {
  // An error in the command line. CLI11 prints it, with the help if that was asked for.
  constexpr int kUsage = 2;
  CLI::App program{"Reads treaties and the facts around them into treaties.db", "treatygraph-ingest"};
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string(version()));
  program.footer(
      "Exit codes: 0 success; 1 partial success or failure (error in a source or file, out of memory, disk or standard "
      "output failed); 2 usage error; 3 build wrote nothing. The reason is on stderr.");
  int exit_code = 0;
  add_build_command(program, exit_code);
  add_change_commands(program, exit_code);
  add_check_command(program, exit_code);
  add_structure_command(program, exit_code);
  add_references_command(program, exit_code);
  add_classify_command(program, exit_code);
  add_export_command(program, exit_code);
  add_fetch_command(program, exit_code);
  add_new_command(program, exit_code);
  add_publish_command(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return exit_code;
}

}  // namespace treatygraph::ingest
