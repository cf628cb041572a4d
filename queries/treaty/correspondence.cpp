// CORRESPONDS_TO often does not end on the compared nodes themselves: a table of correspondences may match paragraphs,
// or only articles. So each compared node is registered under every node whose correspondence applies to it
// (by_touched_): its parts, and the provisions that contain it up to its article. Each CORRESPONDS_TO then connects all
// compared nodes that are registered under its two ends.

#include "queries/treaty/correspondence.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/treaty/carriers.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// The visible nodes of a version with a label. For Article, other units on the same level count as well (rules,
/// standards).
std::vector<NodeId> nodes_of(const Graph& graph, std::string_view version, std::string_view label_name,
                             const ScopeFilter& scope_filter) {
  std::vector<NodeId> nodes;
  const auto add = [&](std::string_view name) {
    const auto label = graph.labels().find(name);
    if (!label) return;
    for (const auto node : graph.nodes_with(*label)) {
      if (version_of_key(graph.key(node)) == version && scope_filter.sees(node)) nodes.push_back(node);
    }
  };
  if (label_name != label::kArticle) {
    add(label_name);
    return nodes;
  }
  for (const auto unit : kUnitLabels) add(unit);
  std::ranges::sort(nodes);
  return nodes;
}

}  // namespace

ComparedNodes::ComparedNodes(const Graph& graph, std::string_view version, std::string_view label,
                             const Carriers& carriers)
    : version_(version), nodes_(nodes_of(graph, version, label, carriers.scope_filter())) {
  // A treaty may have no offences or powers in the data; its articles can still be compared.
  if (nodes_.empty()) {
    have_label_ = false;
    nodes_ = nodes_of(graph, version, label::kArticle, carriers.scope_filter());
  }
  for (const auto node : nodes_) add(graph, node, carriers);
}

/// Registers a node under every provision whose correspondence applies to it.
void ComparedNodes::add(const Graph& graph, NodeId node, const Carriers& carriers) {
  std::set<NodeId> touched;
  // The provision, its parts, and the provisions above it up to its article.
  const auto touch = [&](NodeId provision) {
    const auto inside = graph.subtree(provision);
    for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      touched.insert(part);
    }
    for (auto above = graph.parent(provision);
         above && !graph.has_label(*above, label::kDivision) && graph.has_label(*above, label::kProvision);
         above = graph.parent(*above)) {
      touched.insert(*above);
    }
  };
  if (graph.has_label(node, label::kProvision)) {
    touch(node);
  } else {
    carriers.each_carrier(node, [&](Hop carrier) { touch(carrier.node); });
  }
  for (const auto provision : touched) by_touched_.emplace(provision, node);
}

/// If no compared node is meant, the end itself is listed.
std::vector<NodeId> ComparedNodes::spoken_of(NodeId touched) const {
  std::vector<NodeId> nodes;
  for (auto [at, last] = by_touched_.equal_range(touched); at != last; ++at) nodes.push_back(at->second);
  if (nodes.empty()) nodes.push_back(touched);
  return nodes;
}

Correspondences correspondences_between(const Graph& graph, const ComparedNodes& left, const ComparedNodes& right,
                                        const ScopeFilter& scope_filter) {
  Correspondences all;
  const auto type = graph.types().find(type::kCorrespondsTo);
  if (!type) return all;
  const auto [first, last] = std::pair(NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())});
  for (const auto hop : graph.out(NodeRange{first, last}, *type)) {
    auto one = graph.source(hop.relationship);
    auto other = hop.node;
    if (!scope_filter.sees(one) || !scope_filter.sees(hop)) continue;
    if (version_of_key(graph.key(one)) != left.version()) std::swap(one, other);
    const bool between =
        version_of_key(graph.key(one)) == left.version() && version_of_key(graph.key(other)) == right.version();
    if (!between) continue;
    for (const auto from : left.spoken_of(one)) {
      for (const auto to : right.spoken_of(other)) all[{from, to}].insert(hop.relationship);
    }
  }
  return all;
}

}  // namespace treatygraph::queries
