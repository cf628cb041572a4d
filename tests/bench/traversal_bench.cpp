// Closure, neighbours and shortest paths on a mapped graph beside the same walks written by hand, in one run.

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "graph/graph.h"
#include "graph/topology.h"
#include "graph/vocabulary.h"
#include "queries/questions/dependencies.h"
#include "queries/questions/neighborhood.h"
#include "queries/questions/paths.h"
#include "queries/walks/closure.h"
#include "queries/walks/connections.h"
#include "queries/walks/dependency_walk.h"
#include "queries/walks/meeting_search.h"
#include "tests/bench/hand_written.h"
#include "tests/bench/mapped_graph.h"
#include "tests/bench/ratio_reporter.h"

namespace treatygraph::bench {
namespace {

using queries::Budget;

constexpr std::size_t kQuestions = 2000;

/// One graph in treatygraph's form and as plain arrays, with its questions.
struct Ground {
  explicit Ground(Size size) : graph(mapped_graph(size)), by_hand(graph.node_count()) {
    const auto references = *graph.types().find(type::kRefersTo);
    for (std::size_t i = 0; i < graph.types().size(); ++i) {
      const TypeId type{static_cast<std::uint16_t>(i)};
      out.emplace_back(graph.node_count(), edges(type, false));
      in.emplace_back(graph.node_count(), edges(type, true));
    }
    refers_to = index_of(references);
    symmetric = Rows(graph.node_count(), both_ways());
    bare = bare_reading();
    steps.emplace(graph, *queries::ReferenceFilter::of(graph, {}, {}), queries::DependencySteps::Rule());
    choose();
  }

  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> edges(TypeId type, bool reversed) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      for (const auto hop : graph.out(NodeId{node}, type)) {
        const auto other = static_cast<std::uint32_t>(hop.node);
        reversed ? all.emplace_back(other, node) : all.emplace_back(node, other);
      }
    }
    return all;
  }

  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> both_ways() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    const auto& csr = queries::Connections::of(graph).symmetric();
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      for (auto [to, last] = boost::adjacent_vertices(node, csr); to != last; ++to) all.emplace_back(node, *to);
    }
    return all;
  }

  [[nodiscard]] BareReading bare_reading() const {
    const auto count = static_cast<std::uint32_t>(graph.node_count());
    BareReading reading{out[refers_to], std::vector<std::uint32_t>(count), std::vector<std::uint32_t>(count),
                        std::vector<std::uint8_t>(count)};
    for (std::uint32_t node = 0; node < count; ++node) {
      const auto parent = graph.parent(NodeId{node});
      const bool has_whole = parent && reading.is_entered[index_of(*parent)] != 0;
      reading.ends[node] = static_cast<std::uint32_t>(graph.subtree(NodeId{node}).last);
      reading.is_entered[node] =
          graph.has_label(NodeId{node}, label::kProvision) && !graph.has_label(NodeId{node}, label::kDivision);
      reading.above[node] = node;
      if (!has_whole) continue;
      const auto whole = static_cast<std::uint32_t>(*parent);
      const bool refers = reading.references.degree(whole) > 0;
      reading.above[node] = refers ? whole : reading.above[whole] != whole ? reading.above[whole] : node;
    }
    return reading;
  }

  void choose() {
    const auto articles = graph.nodes_with(*graph.labels().find(label::kArticle));
    std::mt19937_64 engine(7);
    while (starts.size() < kQuestions) {
      const auto from = engine() % articles.size();
      const auto to =
          starts.size() % 2 == 0 ? engine() % articles.size() : (from + 1 + engine() % 20) % articles.size();
      if (from == to) continue;
      starts.push_back(static_cast<std::uint32_t>(articles[from]));
      ends.push_back(static_cast<std::uint32_t>(articles[to]));
    }
  }

  Graph graph;
  HandWritten by_hand;
  std::vector<Rows> out;  ///< by type
  std::vector<Rows> in;
  std::size_t refers_to = 0;
  Rows symmetric;
  BareReading bare;
  std::optional<queries::DependencySteps> steps;
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> ends;
};

/// L only if TREATYGRAPH_BENCH_L is set: it takes some 10 GB.
std::vector<Size> sizes() {
  std::vector<Size> all = {Size::S, Size::M};
  if (std::getenv("TREATYGRAPH_BENCH_L") != nullptr) all.push_back(Size::L);
  return all;
}

constexpr std::string_view name_of(Size size) {
  return size == Size::S ? "S" : size == Size::M ? "M" : "L";
}

Ground& ground(Size size) {
  static std::array<std::unique_ptr<Ground>, 3> held;
  auto& kept = held.at(static_cast<std::size_t>(size));
  if (!kept) kept = std::make_unique<Ground>(size);
  return *kept;
}

/// Asks every question once per iteration. `ask(ground, i)` returns a number; the sums of both sides must be equal.
template <typename Ask>
void add(const std::string& name, Size size, const std::string& who, Ask ask) {
  const auto full = fmt::format("{}/{}/{}", name, name_of(size), who);
  benchmark::RegisterBenchmark(full.c_str(), [ask, size](benchmark::State& state) {
    auto& on = ground(size);
    for (auto _ : state) {
      std::size_t sum = 0;
      for (std::size_t i = 0; i < kQuestions; ++i) sum += ask(on, i);
      benchmark::DoNotOptimize(sum);
    }
    state.counters["questions"] = kQuestions;
  });
}

template <typename Limit, typename Ours>
void compare(const std::string& name, Limit limit, Ours ours) {
  for (const auto size : sizes()) {
    add(name, size, "limit", limit);
    add(name, size, "treatygraph", ours);
  }
}

template <typename Ours>
void show(const std::string& name, Ours ours) {
  for (const auto size : sizes()) add(name, size, "treatygraph", ours);
}

/// A request has one budget for all its work.
Budget budget_of_request() {
  static const Budget budget(Budget::Limits{std::chrono::hours(1)});
  return budget;
}

std::size_t reached(Ground& on, std::size_t i, std::uint32_t depth) {
  auto budget = budget_of_request();
  queries::WalkScratch scratch(on.graph.node_count());
  queries::WalkLimits limits;
  limits.depth = depth;
  const auto& csr = on.graph.topology().out(TypeId{static_cast<std::uint16_t>(on.refers_to)});
  queries::reach(csr, on.starts[i], limits, budget, scratch);
  return scratch.size() - 1;
}

std::size_t rested_on(Ground& on, std::size_t i, std::uint32_t depth) {
  auto budget = budget_of_request();
  queries::WalkLimits limits;
  limits.depth = depth;
  return queries::walk_dependencies(NodeId{on.starts[i]}, *on.steps, limits, budget).size() - 1;
}

struct Neighbour {
  std::uint32_t type;
  std::uint32_t node;
};

std::size_t neighbours_by_hand(Ground& on, std::size_t i) {
  static std::vector<Neighbour> found;
  found.clear();
  const auto node = on.starts[i];
  for (std::uint32_t type = 0; type < on.out.size(); ++type) {
    for (const auto* rows : {&on.out[type], &on.in[type]}) {
      for (auto at = rows->offsets[node]; at < rows->offsets[node + 1]; ++at)
        found.push_back({type, rows->targets[at]});
    }
  }
  return found.size();
}

std::size_t neighbours(Ground& on, std::size_t i) {
  static std::vector<Neighbour> found;
  found.clear();
  const NodeId node{on.starts[i]};
  const auto types = static_cast<std::uint16_t>(on.out.size());
  for (std::uint16_t type = 0; type < types; ++type) {
    for (const auto& hops : {on.graph.out(node, TypeId{type}), on.graph.in(node, TypeId{type})}) {
      for (std::size_t k = 0; k < hops.size(); ++k) found.push_back({type, hops.raw_nodes()[k]});
    }
  }
  return found.size();
}

std::size_t distance(Ground& on, std::size_t i) {
  auto budget = budget_of_request();
  const auto& csr = queries::Connections::of(on.graph).symmetric();
  const auto path = queries::shortest_connection(csr, on.starts[i], on.ends[i], 1000, budget);
  return path ? path->size() - 1 : 0;
}

std::string key(Ground& on, std::uint32_t node) {
  return std::string(on.graph.key(NodeId{node}));
}

void add_walks() {
  compare(
      "closure over references, depth 3",
      [](Ground& on, std::size_t i) { return on.by_hand.closure(on.out[on.refers_to], on.starts[i], 3); },
      [](Ground& on, std::size_t i) { return reached(on, i, 3); });
  compare(
      "closure over references, full",
      [](Ground& on, std::size_t i) { return on.by_hand.closure_with_prefetch(on.out[on.refers_to], on.starts[i]); },
      [](Ground& on, std::size_t i) { return reached(on, i, 0xffffffff); });
  compare(
      "dependencies, depth 3",
      [](Ground& on, std::size_t i) { return on.by_hand.dependencies(on.bare, on.starts[i], 3); },
      [](Ground& on, std::size_t i) { return rested_on(on, i, 3); });
  compare(
      "dependencies, full",
      [](Ground& on, std::size_t i) { return on.by_hand.dependencies(on.bare, on.starts[i], 0xffffffff); },
      [](Ground& on, std::size_t i) { return rested_on(on, i, 0xffffffff); });
  compare("neighbours, all types, both ways", neighbours_by_hand, neighbours);
  compare(
      "shortest connection",
      [](Ground& on, std::size_t i) { return on.by_hand.distance(on.symmetric, on.starts[i], on.ends[i]); }, distance);
}

void add_questions() {
  show("question: dependencies, depth 3", [](Ground& on, std::size_t i) {
    queries::DependenciesRequest request;
    request.of = key(on, on.starts[i]);
    request.depth = 3;
    return queries::dependencies_of(on.graph, request, Budget())->graph.nodes.size();
  });
  show("question: neighborhood, depth 1", [](Ground& on, std::size_t i) {
    queries::NeighborhoodRequest request;
    request.of = key(on, on.starts[i]);
    request.depth = 1;
    return queries::neighborhood_of(on.graph, request, Budget())->graph.nodes.size();
  });
  show("question: paths, k = 1", [](Ground& on, std::size_t i) {
    queries::PathsRequest request;
    request.from = key(on, on.starts[i]);
    request.to = key(on, on.ends[i]);
    return queries::paths_between(on.graph, request, Budget())->paths.size();
  });
}

/// A benchmark whose answer differs from its baseline's would measure nothing.
bool all_agree() {
  for (const auto size : sizes()) {
    auto& on = ground(size);
    std::size_t near = 0;
    std::size_t all = 0;
    std::size_t hops = 0;
    for (std::size_t i = 0; i < kQuestions; ++i) {
      near += reached(on, i, 3);
      all += reached(on, i, 0xffffffff);
      hops += distance(on, i);
      const auto& references = on.out[on.refers_to];
      if (on.by_hand.closure(references, on.starts[i], 3) != reached(on, i, 3) ||
          on.by_hand.closure_with_prefetch(references, on.starts[i]) != reached(on, i, 0xffffffff) ||
          on.by_hand.dependencies(on.bare, on.starts[i], 3) != rested_on(on, i, 3) ||
          on.by_hand.dependencies(on.bare, on.starts[i], 0xffffffff) != rested_on(on, i, 0xffffffff) ||
          neighbours_by_hand(on, i) != neighbours(on, i) ||
          on.by_hand.distance(on.symmetric, on.starts[i], on.ends[i]) != distance(on, i)) {
        fmt::print(stderr, "the limit and treatygraph disagree on question {}\n", i);
        return false;
      }
    }
    fmt::print(
        stderr,
        "{}: {} nodes, {} relationships; on average {} nodes in a closure to depth 3, {} in a full one, {:.1f} hops "
        "on a shortest connection\n",
        name_of(size), on.graph.node_count(), on.graph.relationship_count(), near / kQuestions, all / kQuestions,
        static_cast<double>(hops) / kQuestions);
  }
  return true;
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (!treatygraph::bench::all_agree()) return 1;
  treatygraph::bench::add_walks();
  treatygraph::bench::add_questions();
  treatygraph::bench::RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
