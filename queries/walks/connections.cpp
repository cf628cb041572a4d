#include "queries/walks/connections.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Adds the relationships of a type in both directions, except those of treaties.
void add_both_ways(const Graph& graph, TypeId type, std::vector<Edge>& edges) {
  const auto treaty = graph.labels().find(label::kTreaty);
  const auto is_treaty = [&](NodeId node) { return treaty && graph.has_label(node, *treaty); };
  const auto [first, last] = graph.topology().relationships_of(type);
  for (auto i = index_of(first); i < index_of(last); ++i) {
    const RelationshipId relationship{static_cast<std::uint32_t>(i)};
    const auto source = graph.source(relationship);
    const auto target = graph.target(relationship);
    if (is_treaty(source) || is_treaty(target)) continue;
    edges.emplace_back(static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(target));
    edges.emplace_back(static_cast<std::uint32_t>(target), static_cast<std::uint32_t>(source));
  }
}

OutCsr symmetric_of(const Graph& graph) {
  std::vector<Edge> edges;
  for (const auto name : {type::kRefersTo, type::kHasPart}) {
    if (const auto type = graph.types().find(name)) add_both_ways(graph, *type, edges);
  }
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
  return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(graph.node_count()),
          static_cast<std::uint32_t>(edges.size())};
}

}  // namespace

Connections::Connections(const Graph& graph) : symmetric_(symmetric_of(graph)) {}

const Connections& Connections::of(const Graph& graph) {
  return graph.derived().get<Connections>([&graph] { return Connections(graph); });
}

}  // namespace treatygraph::queries
