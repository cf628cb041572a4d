// treatygraph-ingest: reads treaties and the facts around them into treaties.db.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "graph/program.h"
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

namespace {

constexpr int kFailed = 1;

int run(int argc, char** argv) {
  constexpr int kUsage = 2;
  CLI::App program{"Reads treaties and the facts around them into treaties.db", "treatygraph-ingest"};
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string(treatygraph::version()));
  program.footer(
      "Exit codes: 0 success; 1 partial success or failure (error in a source or file, out of memory, disk or standard "
      "output failed); 2 usage error; 3 build wrote nothing. The reason is on stderr.");
  int exit_code = 0;
  treatygraph::ingest::add_build_command(program, exit_code);
  treatygraph::ingest::add_change_commands(program, exit_code);
  treatygraph::ingest::add_check_command(program, exit_code);
  treatygraph::ingest::add_structure_command(program, exit_code);
  treatygraph::ingest::add_references_command(program, exit_code);
  treatygraph::ingest::add_classify_command(program, exit_code);
  treatygraph::ingest::add_export_command(program, exit_code);
  treatygraph::ingest::add_fetch_command(program, exit_code);
  treatygraph::ingest::add_new_command(program, exit_code);
  treatygraph::ingest::add_publish_command(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  return treatygraph::run_program("treatygraph-ingest", kFailed, [&] { return run(argc, argv); });
}
