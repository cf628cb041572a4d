// Answers as JSON beside the least possible work: appending text that was serialised before.

#include <charconv>
#include <memory>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/render.h"
#include "queries/formats/text/json_text.h"
#include "queries/questions/neighborhood.h"
#include "tests/bench/ratio_reporter.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {
namespace {

constexpr std::size_t kNodes = 1'000;

/// A neighbourhood of a thousand nodes, and its parts as text.
struct Ground {
  Ground() : graph(std::move(*Graph::build(treaty_shaped(Size::S), "generated"))) {
    const std::string of(graph.key(graph.nodes_with(*graph.labels().find(label::kArticle))[10]));
    answer = *queries::ask(
        *queries::find_question("neighborhood"), graph,
        {{"of", of}, {"depth", "4"}, {"types", "HAS_PART,REFERS_TO"}, {"limit", std::to_string(kNodes)}}, {});
    const auto& found = *queries::found_in<queries::Neighborhood>(answer);
    nodes.resize(graph.node_count());
    for (const auto& [node, depth] : found.graph.nodes) {
      queries::formats::JsonText json(nodes[index_of(node)]);
      queries::formats::node_members(json, graph, node);
    }
    relationships.resize(graph.relationship_count());
    for (const auto& list : {found.graph.evidence, found.cut}) {
      for (const auto relationship : list) {
        auto& text = relationships[index_of(relationship)];
        text.clear();
        queries::formats::JsonText json(text);
        queries::formats::write_relationship(json, graph, relationship);
      }
    }
  }

  Graph graph;
  queries::Answer answer;
  std::vector<std::string> nodes;
  std::vector<std::string> relationships;
};

Ground& ground() {
  static Ground kept;
  return kept;
}

void append_list(std::string& out, const Ground& on, std::string_view name, std::span<const RelationshipId> list) {
  out += name;
  bool first = true;
  for (const auto relationship : list) {
    if (!first) out += ',';
    first = false;
    out += on.relationships[index_of(relationship)];
  }
  out += ']';
}

std::string by_hand(const Ground& on) {
  const auto& found = *queries::found_in<queries::Neighborhood>(on.answer);
  std::string out = "{\"snapshot\":\"" + on.graph.snapshot() + "\",\"of\":\"" + std::string(on.graph.key(found.of)) +
                    "\",\"nodes\":[";
  bool first = true;
  for (const auto& [node, depth] : found.graph.nodes) {
    out += first ? "{" : ",{";
    first = false;
    out += on.nodes[index_of(node)];
    out += ",\"depth\":";
    std::array<char, 24> digits;
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), depth).ptr);
    out += '}';
  }
  append_list(out, on, "],\"relationships\":[", found.graph.evidence);
  append_list(out, on, ",\"cut\":[", found.cut);
  out += ",\"warnings\":[],\"truncated\":";
  queries::formats::JsonText json(out);
  queries::formats::write_truncation(json, found.graph.truncated);
  return out + "}\n";
}

std::string ours(const Ground& on) {
  return *queries::formats::render(on.graph, on.answer, queries::formats::Format::Json);
}

void add(const char* name, std::string (*write)(const Ground&)) {
  benchmark::RegisterBenchmark(name, [write](benchmark::State& state) {
    const auto& on = ground();
    if (by_hand(on) != ours(on)) state.SkipWithError("the two do not write the same");
    for (auto _ : state) benchmark::DoNotOptimize(write(on).size());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(ours(on).size()));
  });
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  using namespace treatygraph::bench;
  benchmark::Initialize(&argc, argv);
  const auto& found = *treatygraph::queries::found_in<treatygraph::queries::Neighborhood>(ground().answer);
  fmt::print(stderr, "{} nodes, {} relationships, {} cut, {} bytes of JSON\n", found.graph.nodes.size(),
             found.graph.evidence.size(), found.cut.size(), ours(ground()).size());
  add("1,000 nodes as JSON/S/fragments by hand", by_hand);
  add("1,000 nodes as JSON/S/treatygraph", ours);
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
