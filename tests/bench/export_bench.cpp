// Export of the whole graph in each format: speed beside copying the same bytes, and memory.

#include <cstring>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_export.h"
#include "queries/formats/render.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {
namespace {

using queries::formats::Format;
using queries::formats::GraphExport;

const Graph& graph_of(Size size) {
  static const auto small = *Graph::build(treaty_shaped(Size::S), "bench");
  if (size == Size::S) return small;
  static const auto large = *Graph::build(treaty_shaped(Size::M), "bench");
  return large;
}

double resident_megabytes() {
  std::ifstream status("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  status >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void write_all(benchmark::State& state, Size size, Format format) {
  const auto& graph = graph_of(size);
  const auto before = resident_megabytes();
  double grown = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto whole = GraphExport::of(graph, format, queries::formats::export_writer);
    for (bool more = true; more;) {
      std::string piece;
      more = *whole->next(piece);
      bytes += piece.size();
      grown = std::max(grown, resident_megabytes() - before);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["MB"] = static_cast<double>(bytes) / static_cast<double>(state.iterations()) / 1e6;
  state.counters["grown_MB"] = grown;
}

void copy_bytes(benchmark::State& state) {
  const std::string from(64UL * 1024, 'x');
  std::string to(from.size(), ' ');
  for (auto _ : state) {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::DoNotOptimize(to.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(from.size()));
}

BENCHMARK(copy_bytes);
BENCHMARK_CAPTURE(write_all, S_ndjson, Size::S, Format::Ndjson)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, S_csv, Size::S, Format::Csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, S_graphml, Size::S, Format::Graphml)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, S_turtle, Size::S, Format::Turtle)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, M_ndjson, Size::M, Format::Ndjson)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(write_all, M_csv, Size::M, Format::Csv)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK_CAPTURE(write_all, M_turtle, Size::M, Format::Turtle)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace treatygraph::bench

BENCHMARK_MAIN();
