// What analyses cost over ranks, beside one process that answers the same as a question.
//
//   mpirun -n N cost_over_ranks FILE S|M|L [ANALYSIS...]    a generated graph, whose image is kept in FILE
//   cost_over_ranks FILE S|M|L process                      the questions of one process on the same graph
//
// Prints for each analysis the seconds, and the memory of each rank without the mapped file.

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <boost/graph/strong_components.hpp>
#include <boost/mpi/environment.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/analyses_run.h"
#include "analysis/memory.h"
#include "analysis/ranks.h"
#include "graph/analyses.h"
#include "graph/vocabulary.h"
#include "queries/questions/dependencies.h"
#include "queries/questions/rank.h"
#include "queries/walks/own_words_graph.h"
#include "tests/analysis/shared_graph.h"

namespace treatygraph::bench {
namespace {

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double mebibytes(std::size_t bytes) {
  return static_cast<double>(bytes) / (1 << 20);
}

void time_ranks(const Graph& graph, const boost::mpi::communicator& world, const std::vector<std::string>& names) {
  const analysis::Ranks ranks(world, graph);
  analysis::OwnMemory memory;
  for (const auto& name : names) {
    AnalysesToWrite found;
    std::string what;
    (void)memory.most();
    world.barrier();
    const auto seconds = seconds_of([&] { what = analysis::run_analysis(name, ranks, graph, found); });
    std::vector<double> each;
    boost::mpi::gather(world, mebibytes(memory.most()), each, 0);
    if (ranks.is_first())
      fmt::print("{}: {:.2f} s, MiB by rank {:.0f}: {}\n", name, seconds, fmt::join(each, " "), what);
  }
}

queries::Budget day() {
  queries::Budget::Limits limits;
  limits.time = std::chrono::hours(24);
  limits.nodes = 0xffff'ffff;
  return queries::Budget(limits);
}

void count_components(const Graph& graph) {
  const auto filter = queries::ReferenceFilter::of(graph, {}, {});
  const auto csr = queries::OwnWordsGraph(graph, *filter).with_way_stations();
  std::vector<std::uint32_t> component(boost::num_vertices(*csr));
  (void)boost::strong_components(
      *csr, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, *csr)));
}

void walk_every(const Graph& graph, std::size_t every) {
  const auto articles = graph.nodes_with(*graph.labels().find(label::kArticle));
  for (const auto direction : {Direction::Out, Direction::In}) {
    for (std::size_t i = 0; i < articles.size(); i += every) {
      queries::DependenciesRequest request;
      request.of = graph.key(articles[i]);
      request.direction = direction;
      request.limit = 1;
      (void)queries::dependencies_of(graph, request, day());
    }
  }
}

/// Answers `rank` from a table, on a graph of which nothing was asked before.
void rank_from_table(const Graph& ranked, const Graph& fresh, const std::string& path) {
  queries::RankRequest request;
  request.level = queries::Level::AsWritten;
  request.limit = ranked.node_count();
  AnalysesToWrite table;
  table.page_rank = {std::vector<double>(ranked.node_count()), 1};
  const auto answer = queries::rank_of(ranked, request, day());
  for (const auto& [node, score] : answer->nodes) table.page_rank->by_node[index_of(node)] = score;
  if (!write_analyses(path, ranked, table)) return;
  const auto seconds = seconds_of([&] {
    if (auto analyses = Analyses::open(path, fresh)) Analyses::attach(*std::move(analyses), fresh);
    (void)queries::rank_of(fresh, {}, day());
  });
  fmt::print("rank from the table, with opening it: {:.3f} s\n", seconds);
}

void time_process(const Graph& graph) {
  analysis::OwnMemory memory;
  const auto tell = [&](const std::string& name, const std::function<void()>& work) {
    (void)memory.most();
    const auto seconds = seconds_of(work);
    fmt::print("{}: {:.2f} s, {:.0f} MiB\n", name, seconds, mebibytes(memory.most()));
  };
  tell("rank", [&] {
    const queries::RankRequest request;
    (void)queries::rank_of(graph, request, day());
  });
  tell("components", [&] { count_components(graph); });
  constexpr std::size_t kEvery = 500;
  tell(fmt::format("closures of every {}th article, one by one", kEvery), [&] { walk_every(graph, kEvery); });
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  const boost::mpi::environment environment(argc, argv);
  const boost::mpi::communicator world;
  if (argc < 3) return 2;
  const auto graph = treatygraph::bench::shared_graph(treatygraph::bench::size_called(argv[2]), argv[1], world);
  if (world.rank() == 0)
    fmt::print("{} nodes, {} relationships, {} ranks\n", graph.node_count(), graph.relationship_count(), world.size());
  std::vector<std::string> names(argv + 3, argv + argc);
  if (names == std::vector<std::string>{"process"}) {
    treatygraph::bench::time_process(graph);
    const auto fresh = treatygraph::bench::shared_graph(treatygraph::bench::size_called(argv[2]), argv[1], world);
    treatygraph::bench::rank_from_table(graph, fresh, argv[1]);
    return 0;
  }
  if (names.empty()) names = {"rank", "components", "closures"};
  treatygraph::bench::time_ranks(graph, world, names);
}
