// Export of the whole graph in each format: time beside copying the same bytes, and memory.

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_export.h"
#include "queries/formats/render.h"
#include "tests/bench/ratio_reporter.h"
#include "tests/bench/result_row.h"
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

/// Calls `each` for the pieces of an export; returns their bytes together.
template <typename Each>
std::size_t write_whole(Size size, Format format, Each each) {
  auto whole = GraphExport::of(graph_of(size), format, queries::formats::export_writer);
  std::size_t bytes = 0;
  for (bool more = true; more;) {
    std::string piece;
    more = *whole->next(piece);
    bytes += piece.size();
    each(piece);
  }
  return bytes;
}

void write_all(benchmark::State& state, Size size, Format format) {
  for (auto _ : state)
    write_whole(size, format, [](const std::string& piece) { benchmark::DoNotOptimize(piece.data()); });
}

void copy_as_many(benchmark::State& state, Size size, Format format) {
  const auto bytes = write_whole(size, format, [](const std::string&) {});
  const std::string from(64UL * 1024, 'x');
  std::string to(from.size(), ' ');
  for (auto _ : state) {
    for (std::size_t copied = 0; copied < bytes; copied += from.size()) {
      std::memcpy(to.data(), from.data(), from.size());
      benchmark::DoNotOptimize(to.data());
    }
  }
}

struct Case {
  Size size;
  Format format;
  std::string_view name;
};

constexpr auto kCases = std::to_array<Case>({{Size::S, Format::Ndjson, "ndjson/S"},
                                             {Size::S, Format::Csv, "csv/S"},
                                             {Size::S, Format::Graphml, "graphml/S"},
                                             {Size::S, Format::Turtle, "turtle/S"},
                                             {Size::M, Format::Ndjson, "ndjson/M"},
                                             {Size::M, Format::Csv, "csv/M"},
                                             {Size::M, Format::Turtle, "turtle/M"}});

void add(const Case& one) {
  const auto name = fmt::format("export of all as {}", one.name);
  const auto add_as = [&](const char* who, auto* measured) {
    auto* added = benchmark::RegisterBenchmark((name + "/" + who).c_str(),
                                               [=](benchmark::State& state) { measured(state, one.size, one.format); });
    if (one.size != Size::S) added->Iterations(1);
  };
  add_as("treatygraph", write_all);
  add_as("copying the bytes", copy_as_many);
}

/// By how much the process grows while it writes.
void print_memory(const Case& one) {
  (void)graph_of(one.size);  // is made now, if it was not
  const auto before = resident_megabytes();
  double grown = 0;
  const auto bytes = write_whole(one.size, one.format,
                                 [&](const std::string&) { grown = std::max(grown, resident_megabytes() - before); });
  print_result({fmt::format("export of all as {}: grows by", one.name), "MB", grown,
                Baseline{"what it writes", static_cast<double>(bytes) / 1e6}});
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  using namespace treatygraph::bench;
  benchmark::Initialize(&argc, argv);
  for (const auto& one : kCases) add(one);
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  for (const auto& one : kCases) print_memory(one);
}
