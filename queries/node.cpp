#include "queries/node.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/find_node.h"

namespace treatygraph::queries {
namespace {

std::vector<NodeId> parts_of(const Graph& graph, NodeId node) {
  std::vector<NodeId> parts;
  const auto inside = graph.subtree(node);
  for (auto part = NodeId{static_cast<std::uint32_t>(node) + 1}; part < inside.last; part = graph.subtree(part).last) {
    parts.push_back(part);
  }
  return parts;
}

std::vector<NodeAnswer::Degree> degrees_of(const Graph& graph, NodeId node) {
  std::vector<NodeAnswer::Degree> degrees;
  for (std::size_t i = 0; i < graph.types().size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    const auto out = graph.out(node, type).size();
    const auto in = graph.in(node, type).size();
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

Result<NodeAnswer> node_of(const Graph& graph, std::string_view key) {
  const auto node = find_node(graph, key);
  if (!node) return fail(node.error());
  auto text = graph.text(*node);
  if (!text) return fail(text.error());
  return NodeAnswer{*node, breadcrumb_of(graph, *node), parts_of(graph, *node), std::move(*text),
                    degrees_of(graph, *node)};
}

}  // namespace treatygraph::queries
