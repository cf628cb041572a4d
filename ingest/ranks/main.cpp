// treatygraph-ingest-ranks: the command `build` over MPI. treatygraph-ingest starts it under mpirun.

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/mpi/environment.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "graph/program.h"
#include "graph/version.h"
#include "ingest/commands/build_command.h"
#include "ingest/ranks/post.h"
#include "ingest/ranks/read_over_ranks.h"

namespace treatygraph::ingest {
namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

/// MPI, from start to end. MPI_Finalize waits for all ranks, also for those that are gone. If a rank is gone, or may be
/// without ending the run (mpirun --enable-recovery), the process exits without it.
class Mpi {
 public:
  Mpi(int& argc, char**& argv) : environment_(std::in_place, argc, argv, false), post_(boost::mpi::communicator()) {}

  [[nodiscard]] Post& post() { return post_; }
  /// Ends MPI if that cannot block.
  void end(bool are_all_here) {
    if (are_all_here && std::getenv("OMPI_MCA_orte_enable_recovery") == nullptr) environment_.reset();
  }
  /// Returns the exit code, or exits at once if MPI was not ended, since its destructor would then block.
  [[nodiscard]] int leave(int exit_code) const {
    if (!environment_) return exit_code;
    std::fflush(nullptr);
    _exit(exit_code);
  }

 private:
  std::optional<boost::mpi::environment> environment_;
  Post post_;
};

/// The first rank does the whole build; the others only read documents for it.
int run_first(int argc, char** argv, Mpi& mpi) {
  CLI::App program{"Builds treaties.db on the ranks of mpirun", "treatygraph-ingest"};
  program.require_subcommand(1);
  program.set_version_flag("--version", std::string(version()));
  int exit_code = 0;
  RankLimits limits;
  long seconds = limits.document.count();
  std::size_t lost = 0;
  bool has_ended = false;
  // MPI ends when the documents are read. Linking and writing need only this rank, and may take long.
  const auto read_over_ranks = [&](const std::vector<ReadingTask>& tasks, Pictures pictures, const Progress&,
                                   const TaskDone& done) {
    limits.document = std::chrono::seconds(seconds);
    lost = give_out_documents(mpi.post(), tasks, pictures, limits, done);
    has_ended = true;
    mpi.end(lost == 0);
    if (lost > 0)
      say(fmt::format("treatygraph-ingest: {} of {} ranks died or were silent; others read their documents", lost,
                      mpi.post().count()));
  };
  auto* build = add_build_command(program, exit_code, read_over_ranks);
  build
      ->add_option("--document-seconds", seconds,
                   fmt::format("Processor time for one document ({}); more is an error of that document", seconds))
      ->check(CLI::Range(1, 1'000'000));
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = program.exit(error) == 0 ? 0 : kUsage;
  }
  if (!has_ended) {  // nothing was to be read: a usage error, a faulty dataset
    lost = give_out_documents(mpi.post(), {}, Pictures::LeaveOut, limits, [](auto, const auto&) { return true; });
    mpi.end(lost == 0);
  }
  return mpi.leave(exit_code);
}

/// Any other rank. Its limits are those that come with each document.
int run_other(Mpi& mpi) {
  const auto at_end = read_given_documents(mpi.post(), {});
  mpi.end(at_end == RanksAtEnd::All);
  return mpi.leave(at_end == RanksAtEnd::FirstLost ? kFailed : 0);
}

}  // namespace
}  // namespace treatygraph::ingest

int main(int argc, char** argv) {
  using namespace treatygraph::ingest;
  return treatygraph::run_program("treatygraph-ingest", kFailed, [&] {
    Mpi mpi(argc, argv);
    return mpi.post().rank() == 0 ? run_first(argc, argv, mpi) : run_other(mpi);
  });
}
