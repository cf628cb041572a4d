#include "queries/treaty/unbroken.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

bool is_above(const Graph& graph, NodeId whole, NodeId part) {
  return graph.subtree(whole).contains(part);
}

/// The HAS_PART from `part` up to `whole`, in that order.
std::vector<RelationshipId> parts_between(const Graph& graph, NodeId whole, NodeId part) {
  std::vector<RelationshipId> found;
  const auto has_part = graph.types().find(type::kHasPart);
  for (auto at = part; has_part && at != whole;) {
    const auto above = graph.in(at, *has_part);
    if (above.empty()) break;
    found.push_back(above.relationship(0));
    at = above.node(0);
  }
  return found;
}

/// The HAS_PART between two nodes, in the order walked; nothing if neither contains the other.
std::optional<std::vector<RelationshipId>> way_between(const Graph& graph, NodeId at, NodeId to) {
  if (is_above(graph, to, at)) return parts_between(graph, to, at);
  if (!is_above(graph, at, to)) return std::nullopt;
  auto down = parts_between(graph, at, to);
  std::ranges::reverse(down);
  return down;
}

/// The joined chain from `at` on. Each relationship is tried from its source and from its target, so this backtracks;
/// chains are short.
std::optional<std::vector<RelationshipId>> joined(const Graph& graph, NodeId at,
                                                  std::span<const RelationshipId> chain) {
  if (chain.empty()) return std::vector<RelationshipId>();
  const auto source = graph.source(chain.front());
  const auto target = graph.target(chain.front());
  // A relationship may be walked either way.
  for (const auto& [in, out] : {std::pair(source, target), std::pair(target, source)}) {
    auto way = way_between(graph, at, in);
    if (!way) continue;
    const auto rest = joined(graph, out, chain.subspan(1));
    if (!rest) continue;
    way->push_back(chain.front());
    way->insert(way->end(), rest->begin(), rest->end());
    return way;
  }
  return std::nullopt;
}

}  // namespace

std::vector<RelationshipId> unbroken(const Graph& graph, NodeId start, std::span<const RelationshipId> chain) {
  return joined(graph, start, chain).value_or(std::vector(chain.begin(), chain.end()));
}

}  // namespace treatygraph::queries
