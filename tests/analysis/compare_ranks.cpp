// Run by mpirun: computes each analysis with all ranks and compares it, on the first, with what one process answers
// (queries/). Prints the largest difference of scores; exits with 1 at the first value that differs by more.
//
//   compare_ranks random COUNT        graphs of tests/support/random_graph.h, seeds 0 to COUNT - 1
//   compare_ranks FILE S | M | L      of tests/bench/treaty_shape.h, whose image is kept in FILE; of M and L without
//                                     betweenness, and closures of every hundredth provision

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include <boost/graph/strong_components.hpp>
#include <boost/mpi/environment.hpp>
#include <fmt/format.h>

#include "analysis/analyses_run.h"
#include "analysis/ranks.h"
#include "graph/analyses.h"
#include "graph/graph.h"
#include "graph/topology.h"
#include "queries/questions/dependencies.h"
#include "queries/questions/rank.h"
#include "queries/treaty/provision_level.h"
#include "queries/walks/own_words_graph.h"
#include "tests/analysis/shared_graph.h"
#include "tests/support/random_graph.h"

namespace treatygraph::analysis {
namespace {

/// What rounding may change: of the score, and of all scores of a graph without paths, say.
constexpr double kRelative = 1e-9;
constexpr double kAbsolute = 1e-12;

struct Differences {
  double largest = 0;  ///< relative, of values that are large enough to tell
  std::string wrong;   ///< the first that is not rounding

  void compare(double ranks, double process, const std::string& what) {
    const auto difference = std::abs(ranks - process);
    if (std::abs(process) > kAbsolute) largest = std::max(largest, difference / std::abs(process));
    if (difference > kAbsolute + kRelative * std::abs(process)) tell(what, ranks, process);
  }
  template <typename T>
  void tell(const std::string& what, const T& ranks, const T& process) {
    if (wrong.empty()) wrong = fmt::format("{}: {} by ranks, {} by one process", what, ranks, process);
  }
};

queries::Budget day() {
  queries::Budget::Limits limits;
  limits.time = std::chrono::hours(24);
  limits.nodes = 0xffff'ffff;
  return queries::Budget(limits);
}

/// With the table beside the graph left aside, since it is not attached.
void compare_scores(const Graph& graph, queries::Centrality by, const AnalysesToWrite::Scores& found,
                    Differences& differences) {
  queries::RankRequest request;
  request.by = by;
  request.level = queries::Level::AsWritten;
  request.limit = graph.node_count() + 1;
  const auto rank = queries::rank_of(graph, request, day());
  if (!rank) return differences.tell<std::string>("rank", "", rank.error().detail);
  const auto what = std::string(queries::kCentralityNames[static_cast<std::size_t>(by)]);
  if (rank->connections != found.connections)
    differences.tell(what, found.connections, std::uint64_t{rank->connections});
  std::size_t positive = 0;
  for (const auto& [node, score] : rank->nodes) {
    differences.compare(found.by_node[index_of(node)], score, fmt::format("{} of {}", what, graph.key(node)));
    positive += found.by_node[index_of(node)] > 0 ? 1U : 0U;
  }
  const auto all = static_cast<std::size_t>(std::ranges::count_if(found.by_node, [](double s) { return s > 0; }));
  if (all != positive) differences.tell(what + ": nodes with a score", all, positive);
}

void compare_components(const Graph& graph, const std::vector<std::uint32_t>& found, Differences& differences) {
  const auto filter = queries::ReferenceFilter::of(graph, {}, {});
  const queries::OwnWordsGraph words(graph, *filter);
  const auto csr = words.with_way_stations();
  std::vector<std::uint32_t> component(boost::num_vertices(*csr));
  boost::strong_components(*csr,
                           boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, *csr)));
  std::vector<std::uint32_t> first(component.size(), Analyses::kNone);
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    auto expected = Analyses::kNone;
    if (words.has(NodeId{i})) {
      auto& known = first[component[i]];
      known = std::min(known, i);
      expected = known;
    }
    if (found[i] != expected) differences.tell("component of " + std::string(graph.key(NodeId{i})), found[i], expected);
  }
}

void compare_closure(const Graph& graph, NodeId node, Direction direction, std::uint32_t found,
                     Differences& differences) {
  queries::DependenciesRequest request;
  request.of = graph.key(node);
  request.direction = direction;
  request.level = queries::Level::AsWritten;
  request.limit = graph.node_count();
  const auto answer = queries::dependencies_of(graph, request, day());
  if (!answer) return differences.tell<std::string>("dependencies", "", answer.error().detail);
  const auto expected = static_cast<std::uint32_t>(answer->walk.size() - 1);
  if (found != expected) {
    differences.tell(fmt::format("what {} {}", request.of, direction == Direction::Out ? "rests on" : "bears"), found,
                     expected);
  }
}

void compare_closures(const Graph& graph, const AnalysesToWrite::Closures& found, std::size_t every,
                      Differences& differences) {
  std::size_t origins = 0;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const bool is_origin = found.rests_on[i] != Analyses::kNone;
    const auto parent = graph.parent(NodeId{i});
    const bool is_outermost =
        graph.has_label(NodeId{i}, "Provision") && !graph.has_label(NodeId{i}, "Division") &&
        (!parent || !graph.has_label(*parent, "Provision") || graph.has_label(*parent, "Division"));
    if (is_origin != is_outermost) differences.tell(std::string(graph.key(NodeId{i})), is_origin, is_outermost);
    if (!is_origin || origins++ % every != 0) continue;
    compare_closure(graph, NodeId{i}, Direction::Out, found.rests_on[i], differences);
    compare_closure(graph, NodeId{i}, Direction::In, found.rested_on_by[i], differences);
  }
}

/// On the first rank: what is wrong with the values of `graph`; empty if nothing is.
std::string compare(const Graph& graph, const boost::mpi::communicator& world, bool is_small, double& largest) {
  const Ranks ranks(world, graph);
  AnalysesToWrite found;
  for (const auto name : kAnalysisNames) {
    if (is_small || name != "betweenness") (void)run_analysis(name, ranks, graph, found);
  }
  if (!ranks.is_first()) return {};
  Differences differences;
  compare_scores(graph, queries::Centrality::PageRank, *found.page_rank, differences);
  if (found.betweenness) compare_scores(graph, queries::Centrality::Betweenness, *found.betweenness, differences);
  compare_components(graph, *found.components, differences);
  compare_closures(graph, *found.closures, is_small ? 1 : 100, differences);
  largest = std::max(largest, differences.largest);
  return differences.wrong;
}

int compare_all(const std::string& kind, const std::string& which, const boost::mpi::communicator& world) {
  const bool is_random = kind == "random";
  const auto count = is_random ? std::stoul(which) : 1;
  double largest = 0;
  for (std::size_t seed = 0; seed < count; ++seed) {
    const auto graph = is_random ? *Graph::build(testing::random_records(seed), std::string(64, '0'))
                                 : bench::shared_graph(bench::size_called(which), kind, world);
    auto wrong = compare(graph, world, is_random || which == "S", largest);
    boost::mpi::broadcast(world, wrong, 0);
    if (wrong.empty()) continue;
    if (world.rank() == 0) fmt::print("graph {}: {}\n", seed, wrong);
    return 1;
  }
  if (world.rank() == 0) fmt::print("{} graphs, {} ranks: largest difference {:.1e}\n", count, world.size(), largest);
  return 0;
}

}  // namespace
}  // namespace treatygraph::analysis

int main(int argc, char** argv) {
  const boost::mpi::environment environment(argc, argv);
  if (argc != 3) return 2;
  return treatygraph::analysis::compare_all(argv[1], argv[2], boost::mpi::communicator());
}
