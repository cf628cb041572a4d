// treatygraph-analyze: computes over a whole graph, on any number of ranks (mpirun -n N treatygraph-analyze ...).

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/mpi/environment.hpp>
#include <fmt/format.h>

#include "analysis/analyses_run.h"
#include "analysis/memory.h"
#include "analysis/ranks.h"
#include "analysis/values_csv.h"
#include "graph/analyses.h"
#include "graph/database.h"
#include "graph/program.h"
#include "graph/version.h"

namespace treatygraph::analysis {
namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

struct Options {
  std::string path;
  std::vector<std::string> names;
  std::string csv;
};

/// Maps the image beside the tables. Every rank maps it, and the ranks of one machine share its pages. So it must
/// exist: if each rank built the graph from the tables, each would need memory for all of it.
Result<Graph> mapped_graph(const std::string& path, std::string& notes) {
  std::error_code unused;
  if (!std::filesystem::exists(image_path(path), unused)) {
    auto graph =
        std::filesystem::exists(path, unused)
            ? fail(ErrorCode::NotFound, image_path(path).string() + ": is missing; treatygraph-ingest build writes it")
            : fail(ErrorCode::NotFound, path + ": there is no such file");
    return graph;
  }
  return open_database(path, {}, Verify::WhenTouched, &notes);
}

/// Whether all ranks succeeded, the same answer on every rank. The error of the first rank that failed is printed.
bool all_succeeded(const boost::mpi::communicator& world, const std::string& error) {
  std::vector<std::string> errors;
  boost::mpi::all_gather(world, error, errors);
  for (std::size_t rank = 0; rank < errors.size(); ++rank) {
    if (errors[rank].empty()) continue;
    if (world.rank() == 0) say(errors[rank]);
    return false;
  }
  return true;
}

/// On the first rank. Returns what went wrong; empty if nothing did.
std::string write_results(const Options& options, const Graph& graph, const AnalysesToWrite& found) {
  if (!options.csv.empty()) {
    std::ofstream out(options.csv);
    write_csv(graph, found, out);
    out.close();
    if (!out) return options.csv + ": cannot be written";
  }
  const auto written = write_analyses(options.path, graph, found);
  return written ? std::string() : written.error().detail;
}

/// The work of one rank. Only the first rank prints and writes; the exit code is the same on all ranks.
int run(const Options& options, const boost::mpi::communicator& world) {
  // mpirun --enable-recovery sets this variable.
  if (std::getenv("OMPI_MCA_orte_enable_recovery") != nullptr) {
    if (world.rank() == 0) say("with --enable-recovery a rank that dies leaves the others waiting; start without it");
    return kUsage;
  }
  std::string notes;
  const auto graph = mapped_graph(options.path, notes);
  if (world.rank() == 0 && !notes.empty()) say(notes);
  if (!all_succeeded(world, graph ? "" : graph.error().detail)) return kFailed;
  const Ranks ranks(world, *graph);
  OwnMemory memory;
  AnalysesToWrite found;
  for (const auto& name : options.names) {
    // Begins a new measurement.
    (void)memory.most();
    const auto start = std::chrono::steady_clock::now();
    const auto what = run_analysis(name, ranks, *graph, found);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto most = boost::mpi::all_reduce(world, memory.most(), boost::mpi::maximum<std::size_t>());
    if (ranks.is_first()) {
      print(fmt::format("{}: {}; {:.2f} s, at most {:.1f} MiB of own memory on one of {} ranks\n", name, what,
                        took.count(), static_cast<double>(most) / (1 << 20), ranks.count()));
    }
  }
  const auto error = ranks.is_first() ? write_results(options, *graph, found) : std::string();
  return all_succeeded(world, error) ? 0 : kFailed;
}

/// All ranks parse the same arguments; only the first one prints help or a usage error.
int parse_and_run(int argc, char** argv, const boost::mpi::communicator& world) {
  CLI::App program{
      "Computes over a whole treaties.db, on one or more ranks (mpirun -n N treatygraph-analyze ...), and "
      "writes treaties.db.analysis beside it",
      "treatygraph-analyze"};
  Options options;
  program.set_version_flag("--version", std::string(version()));
  program.add_option("FILE", options.path, "A treaties.db, with the treaties.db.graph beside it")->required();
  program.add_option("ANALYSIS", options.names, "rank, components, closures, betweenness; one or more")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(kAnalysisNames.begin(), kAnalysisNames.end())));
  program.add_option("--csv", options.csv, "Also write the values to this file, a row for each node");
  program.footer("Exit codes: 0 success; 1 failure, with the reason on stderr; 2 usage error.");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (world.rank() != 0) return error.get_exit_code() == 0 ? 0 : kUsage;
    return program.exit(error) == 0 ? 0 : kUsage;
  }
  return run(options, world);
}

}  // namespace
}  // namespace treatygraph::analysis

int main(int argc, char** argv) {
  return treatygraph::run_program("treatygraph-analyze", treatygraph::analysis::kFailed, [&] {
    const boost::mpi::environment environment(argc, argv);
    const boost::mpi::communicator world;
    try {
      return treatygraph::analysis::parse_and_run(argc, argv, world);
    } catch (const std::exception& error) {
      // The other ranks wait for this one in an exchange, so all must be ended.
      treatygraph::say(fmt::format("treatygraph-analyze: rank {}: {}", world.rank(), error.what()));
      boost::mpi::environment::abort(treatygraph::analysis::kFailed);
      return treatygraph::analysis::kFailed;
    }
  });
}
