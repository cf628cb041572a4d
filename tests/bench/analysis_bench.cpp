// Costs of analytical questions, and how they grow from S to M (and L, with TREATYGRAPH_BENCH_L set), each beside a
// simpler question in the same run.

#include <array>
#include <cstdlib>
#include <memory>
#include <random>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/questions/compare.h"
#include "queries/questions/coverage.h"
#include "queries/questions/cycles.h"
#include "queries/questions/impact.h"
#include "queries/questions/paths.h"
#include "queries/questions/rank.h"
#include "queries/walks/centrality.h"
#include "tests/bench/hand_written.h"
#include "tests/bench/ratio_reporter.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {
namespace {

using queries::Budget;

constexpr std::size_t kQuestions = 40;

/// A graph and the questions about it.
struct Ground {
  explicit Ground(Size made) : graph(std::move(*Graph::build(treaty_shaped_with_powers(made), "generated"))) {
    const auto articles = graph.nodes_with(*graph.labels().find(label::kArticle));
    std::mt19937_64 engine(11);
    while (starts.size() < kQuestions) {
      const auto from = engine() % articles.size();
      const auto to = (from + 1 + engine() % 20) % articles.size();
      starts.emplace_back(graph.key(articles[from]));
      ends.emplace_back(graph.key(articles[to]));
      treaties.push_back(starts.back().substr(0, starts.back().find(':')));
    }
  }

  Graph graph;
  std::vector<std::string> starts;
  std::vector<std::string> ends;
  std::vector<std::string> treaties;
};

Ground& ground(Size size) {
  static std::array<std::unique_ptr<Ground>, 3> held;
  auto& one = held.at(static_cast<std::size_t>(size));
  if (!one) {
    one = std::make_unique<Ground>(size);
    fmt::print(stderr, "{} nodes, {} relationships\n", one->graph.node_count(), one->graph.relationship_count());
  }
  return *one;
}

constexpr std::string_view name_of(Size size) {
  return size == Size::S ? "S" : size == Size::M ? "M" : "L";
}

/// Asks `count` questions per iteration.
template <typename Ask>
void add(const std::string& name, Size size, const std::string& who, std::size_t count, Ask ask) {
  const auto full = fmt::format("{}/{}/{}", name, name_of(size), who);
  benchmark::RegisterBenchmark(full.c_str(), [ask, size, count](benchmark::State& state) {
    auto& on = ground(size);
    for (auto _ : state) {
      std::size_t sum = 0;
      for (std::size_t i = 0; i < count; ++i) sum += ask(on, i);
      benchmark::DoNotOptimize(sum);
    }
    state.counters["questions"] = static_cast<double>(count);
  });
}

Budget hour() {
  return Budget(Budget::Limits{std::chrono::hours(1)});
}

std::size_t paths(const Ground& on, std::size_t i, std::size_t k) {
  queries::PathsRequest request;
  request.from = on.starts[i];
  request.to = on.ends[i];
  request.k = k;
  return queries::paths_between(on.graph, request, hour())->paths.size();
}

std::size_t dependents(const Ground& on, std::size_t i) {
  queries::DependenciesRequest request;
  request.of = on.starts[i];
  request.direction = Direction::In;
  return queries::dependencies_of(on.graph, request, hour())->graph.nodes.size();
}

std::size_t impact(const Ground& on, std::size_t i) {
  queries::ImpactRequest request;
  request.of = on.starts[i];
  return queries::impact_of(on.graph, request, hour())->dependents.graph.nodes.size();
}

queries::CoverageRequest coverage_request(const Ground& on, std::size_t i) {
  queries::CoverageRequest request;
  request.treaty = on.treaties[i];
  return request;
}

std::size_t coverage(const Ground& on, std::size_t i) {
  return queries::coverage_of(on.graph, coverage_request(on, i), hour())->cells.size();
}

/// The least work for the matrix: the dependencies of each row.
std::size_t closures_of_rows(const Ground& on, std::size_t i) {
  const auto rows = queries::coverage_of(on.graph, coverage_request(on, i), hour())->rows;
  std::size_t sum = 0;
  for (const auto row : rows) {
    queries::DependenciesRequest request;
    request.of = on.graph.key(on.graph.in(row, *on.graph.types().find(type::kGrants))[0].node);
    sum += queries::dependencies_of(on.graph, request, hour())->graph.nodes.size();
  }
  return sum;
}

std::size_t comparison(const Ground& on, std::size_t i) {
  const auto number = std::stoul(on.treaties[i].substr(1));
  queries::CompareRequest request;
  request.left = fmt::format("t{}", number == 0 ? 1 : number - 1);
  request.right = on.treaties[i];
  return queries::compare(on.graph, request, hour())->pairs.size();
}

std::size_t cycles(const Ground& on, std::size_t) {
  return queries::cycles_in(on.graph, {}, hour())->total;
}

std::size_t ranking(const Ground& on, queries::Centrality by, const std::string& treaty) {
  queries::RankRequest request;
  request.by = by;
  request.treaty = treaty;
  request.scope.as_of = "2099-01-01";  // separate scope: nothing computed earlier is used
  return queries::rank_of(on.graph, request, hour())->population;
}

std::size_t ranking_again(const Ground& on, std::size_t) {
  return queries::rank_of(on.graph, {}, hour())->population;
}

/// Over stored references, each article including its parts.
std::size_t page_rank_by_boost(const Ground& on, std::size_t) {
  queries::RankRequest request;
  request.types = {std::string(type::kRefersTo)};
  request.scope.as_of = "2099-01-01";
  return queries::rank_of(on.graph, request, hour())->population;
}

void add_questions(Size size) {
  const auto few = size == Size::S ? kQuestions : 8;
  add("ten shortest paths, beside one", size, "limit", few,
      [](const Ground& on, std::size_t i) { return paths(on, i, 1); });
  add("ten shortest paths, beside one", size, "treatygraph", few,
      [](const Ground& on, std::size_t i) { return paths(on, i, 10); });
  add("impact, beside what rests on it", size, "limit", few, dependents);
  add("impact, beside what rests on it", size, "treatygraph", few, impact);
  add("coverage of a treaty, beside a closure per row", size, "limit", few, closures_of_rows);
  add("coverage of a treaty, beside a closure per row", size, "treatygraph", few, coverage);
  add("compare two treaties", size, "treatygraph", few, comparison);
  add("cycles, all treaties", size, "treatygraph", 1, cycles);
  add("pagerank, all treaties, beside Boost.Graph's over articles", size, "limit", 1, page_rank_by_boost);
  add("pagerank, all treaties, beside Boost.Graph's over articles", size, "treatygraph", 1,
      [](const Ground& on, std::size_t) { return ranking(on, queries::Centrality::PageRank, ""); });
  add("pagerank, asked again", size, "treatygraph", 1, ranking_again);
  add("betweenness in one treaty", size, "treatygraph", few,
      [](const Ground& on, std::size_t i) { return ranking(on, queries::Centrality::Betweenness, on.treaties[i]); });
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  using treatygraph::bench::Size;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  treatygraph::bench::add_questions(Size::S);
  treatygraph::bench::add_questions(Size::M);
  if (std::getenv("TREATYGRAPH_BENCH_L") != nullptr) treatygraph::bench::add_questions(Size::L);
  treatygraph::bench::RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
