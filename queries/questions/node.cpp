#include "queries/questions/node.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// Skips from part to part: a part's subtree ends where the next part begins.
std::vector<NodeId> parts_of(const Graph& graph, NodeId node, const ScopeFilter& scope_filter) {
  std::vector<NodeId> parts;
  const auto inside = graph.subtree(node);
  for (auto part = NodeId{static_cast<std::uint32_t>(node) + 1}; part < inside.last; part = graph.subtree(part).last) {
    if (scope_filter.sees(part)) parts.push_back(part);
  }
  return parts;
}

/// Without a scope, the length of the range is the answer.
std::size_t count_seen(HopRange hops, const ScopeFilter& scope_filter) {
  if (scope_filter.is_everything()) return hops.size();
  return static_cast<std::size_t>(
      std::count_if(hops.begin(), hops.end(), [&](Hop hop) { return scope_filter.sees(hop); }));
}

/// The number of visible relationships of each type, in each direction.
void add_degrees(const Graph& graph, const ScopeFilter& scope_filter, NodeAnswer& answer) {
  for (std::size_t i = 0; i < graph.types().size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    const auto out = count_seen(graph.out(answer.node, type), scope_filter);
    const auto in = count_seen(graph.in(answer.node, type), scope_filter);
    if (out + in > 0) answer.degrees.push_back({type, out, in});
    answer.relationship_count += out + in;
  }
  std::ranges::sort(answer.degrees, {}, [&](const auto& degree) { return graph.types().name(degree.type); });
}

/// The first relationships in the order of the degrees, up to the limit.
void add_relationships(const Graph& graph, const ScopeFilter& scope_filter, NodeAnswer& answer) {
  const auto add = [&](HopRange hops) {
    for (const auto hop : hops) {
      if (answer.relationships.size() == NodeAnswer::kMostRelationships) return;
      if (scope_filter.sees(hop)) answer.relationships.push_back(hop.relationship);
    }
  };
  for (const auto& degree : answer.degrees) {
    add(graph.out(answer.node, degree.type));
    add(graph.in(answer.node, degree.type));
  }
}

}  // namespace

std::vector<NodeId> breadcrumb_of(const Graph& graph, NodeId node) {
  std::vector<NodeId> crumbs;
  // Parts are numbered after their whole; this also ends the loop if HAS_PART has a cycle.
  for (auto above = graph.parent(node); above && *above < node; above = graph.parent(node)) {
    crumbs.push_back(*above);
    node = *above;
  }
  std::ranges::reverse(crumbs);
  return crumbs;
}

Result<NodeAnswer> node_of(const Graph& graph, std::string_view key, const Scope& scope) {
  const auto node = find_node(graph, key);
  if (!node) return fail(node.error());
  const auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  auto text = graph.text(*node);
  if (!text) return fail(text.error());
  NodeAnswer answer{*node, breadcrumb_of(graph, *node), parts_of(graph, *node, *scope_filter), std::move(*text), {},
                    {}};
  add_degrees(graph, *scope_filter, answer);
  add_relationships(graph, *scope_filter, answer);
  return answer;
}

}  // namespace treatygraph::queries
