#include "queries/questions/node.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

std::vector<NodeId> parts_of(const Graph& graph, NodeId node, const ScopeFilter& sight) {
  std::vector<NodeId> parts;
  const auto inside = graph.subtree(node);
  for (auto part = NodeId{static_cast<std::uint32_t>(node) + 1}; part < inside.last; part = graph.subtree(part).last) {
    if (sight.sees(part)) parts.push_back(part);
  }
  return parts;
}

std::size_t count_seen(HopRange hops, const ScopeFilter& sight) {
  if (sight.is_everything()) return hops.size();
  return static_cast<std::size_t>(std::count_if(hops.begin(), hops.end(), [&](Hop hop) { return sight.sees(hop); }));
}

std::vector<NodeAnswer::Degree> degrees_of(const Graph& graph, NodeId node, const ScopeFilter& sight) {
  std::vector<NodeAnswer::Degree> degrees;
  for (std::size_t i = 0; i < graph.types().size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    const auto out = count_seen(graph.out(node, type), sight);
    const auto in = count_seen(graph.in(node, type), sight);
    if (out + in > 0) degrees.push_back({type, out, in});
  }
  std::ranges::sort(degrees, {}, [&](const auto& degree) { return graph.types().name(degree.type); });
  return degrees;
}

}  // namespace

std::vector<NodeId> breadcrumb_of(const Graph& graph, NodeId node) {
  std::vector<NodeId> crumbs;
  // A part is numbered after its whole; data in which HAS_PART runs in a ring must not keep us here.
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
  const auto sight = ScopeFilter::of(graph, scope);
  if (!sight) return fail(sight.error());
  auto text = graph.text(*node);
  if (!text) return fail(text.error());
  return NodeAnswer{*node, breadcrumb_of(graph, *node), parts_of(graph, *node, *sight), std::move(*text),
                    degrees_of(graph, *node, *sight)};
}

}  // namespace treatygraph::queries
