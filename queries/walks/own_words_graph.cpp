// The graph for finding rings. A reference to a provision means everything that is read with it, which would be an edge
// to each of its parts. Two vertices for each node avoid that: n for the own words, and n + count for the node with all
// its parts. A reference is one edge from own words to a whole; a whole leads to its own words and to the wholes of its
// parts; own words lead to the own words of the provision above, their introduction. The number of edges is then linear
// in the number of nodes and references.

#include "queries/walks/own_words_graph.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

/// A type of its own, so that the cache of the graph has an entry for it.
struct KeptGraph {
  std::shared_ptr<const OutCsr> graph;
};

}  // namespace

OwnWordsGraph::OwnWordsGraph(const Graph& graph, const ReferenceFilter& filter, Population population)
    : graph_(graph),
      reading_(Reading::of(graph)),
      filter_(filter),
      population_(std::move(population)),
      refers_to_(graph.types().find(type::kRefersTo)) {}

std::shared_ptr<const OutCsr> OwnWordsGraph::with_way_stations() const {
  // Only the graph of the whole snapshot is kept; others depend on the question.
  if (population_ || !filter_.admits_all()) return std::make_shared<const OutCsr>(make());
  return graph_.derived().get<KeptGraph>([&] { return KeptGraph{std::make_shared<const OutCsr>(make())}; }).graph;
}

OutCsr OwnWordsGraph::make() const {
  const auto count = static_cast<std::uint32_t>(graph_.node_count());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t i = 0; i < count; ++i) {
    const NodeId node{i};
    if (!reading_.is_provision(node) || !has(node)) continue;
    const auto above = graph_.parent(node);
    if (above && reading_.is_provision(*above)) {
      edges.emplace_back(i, static_cast<std::uint32_t>(*above));                  // read with its introduction
      edges.emplace_back(static_cast<std::uint32_t>(*above) + count, i + count);  // and with its whole
    }
    edges.emplace_back(i + count, i);
    if (!refers_to_) continue;
    for (const auto hop : graph_.out(node, *refers_to_)) {
      // Divisions lead nowhere in this graph, so they are in no ring.
      if (counts(hop) && reading_.is_provision(hop.node)) {
        edges.emplace_back(i, static_cast<std::uint32_t>(hop.node) + count);
      }
    }
  }
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
  return {boost::edges_are_sorted, edges.begin(), edges.end(), 2 * count, static_cast<std::uint32_t>(edges.size())};
}

}  // namespace treatygraph::queries
