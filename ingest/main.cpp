// treatygraph-ingest: reads treaties and the facts around them into treaties.db.

#include <exception>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "ingest/build_command.h"
#include "ingest/check_command.h"
#include "ingest/classify_command.h"
#include "ingest/export_command.h"
#include "ingest/references_command.h"
#include "ingest/structure_command.h"

int main(int argc, char** argv) try {
  constexpr int kUsage = 2;
  CLI::App program{"Reads treaties and the facts around them into treaties.db", "treatygraph-ingest"};
  program.require_subcommand(1);
  int exit_code = 0;
  treatygraph::ingest::add_build_command(program, exit_code);
  treatygraph::ingest::add_check_command(program, exit_code);
  treatygraph::ingest::add_structure_command(program, exit_code);
  treatygraph::ingest::add_references_command(program, exit_code);
  treatygraph::ingest::add_classify_command(program, exit_code);
  treatygraph::ingest::add_export_command(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return exit_code;
} catch (const std::exception& error) {
  fmt::print(stderr, "treatygraph-ingest: {}\n", error.what());
  return 1;
}
