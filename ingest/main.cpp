// treatygraph-ingest: reads treaties, and facts about them, into treaties.db.

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <unistd.h>

#include "graph/program.h"
#include "ingest/commands/ingest_program.h"

namespace {

constexpr int kFailed = 1;

/// Whether mpirun started this process for a build. That is the work of another program, so that this one does not need
/// MPI.
bool goes_over_ranks(int argc, char** argv) {
  const bool is_build = argc > 1 && std::string_view(argv[1]) == "build";
  return is_build && std::getenv("OMPI_COMM_WORLD_SIZE") != nullptr;
}

/// Replaces this process by treatygraph-ingest-ranks, which is in the same folder. Returns only if that cannot be
/// started.
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
  return treatygraph::run_program("treatygraph-ingest", kFailed,
                                  [&] { return treatygraph::ingest::run_ingest(argc, argv); });
}
