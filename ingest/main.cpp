// treatygraph-ingest: reads treaties and the facts around them into treaties.db.

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <unistd.h>

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

/// Under mpirun, `build` is the work of another program, so that this one needs no MPI.
bool goes_over_ranks(int argc, char** argv) {
  const bool is_build = argc > 1 && std::string_view(argv[1]) == "build";
  return is_build && std::getenv("OMPI_COMM_WORLD_SIZE") != nullptr;
}

/// Returns only if the program cannot be started.
int run_over_ranks(char** argv) {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).string() + "-ranks";
  execv(program.c_str(), argv);
  treatygraph::say(program +
                   ": cannot be started, so a build cannot use mpirun: install libopenmpi-dev and "
                   "libboost-mpi-dev and build treatygraph anew, or build without mpirun");
  return kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  if (goes_over_ranks(argc, argv)) return run_over_ranks(argv);
  return treatygraph::run_program("treatygraph-ingest", kFailed, [&] { return run(argc, argv); });
}
