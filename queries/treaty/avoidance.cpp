#include "queries/treaty/avoidance.h"

#include <algorithm>

#include "queries/request/find_node.h"
#include "queries/treaty/carriers.h"

namespace treatygraph::queries {

Result<Avoidance> Avoidance::of(const Graph& graph, const std::vector<std::string>& names) {
  Avoidance avoidance(graph);
  for (const auto& name : names) {
    const auto label = graph.labels().find(name);
    if (label) {
      avoidance.labels_.push_back(*label);
      continue;
    }
    const auto node = find_node(graph, name);
    const bool meant_as_label = name.find(':') == std::string::npos;
    if (!node && meant_as_label) return fail(find_label(graph, name).error());
    if (!node) return fail(node.error());
    avoidance.ranges_.push_back(graph.subtree(*node));
  }
  return avoidance;
}

bool Avoidance::avoids(NodeId node) const {
  return std::ranges::any_of(ranges_, [&](const NodeRange& range) { return range.contains(node); }) ||
         std::ranges::any_of(labels_, [&](LabelId label) { return graph_->has_label(node, label); });
}

/// A provision is avoided for what its parts carry, too: a path over articles passes all their paragraphs.
bool Avoidance::avoids_carrier(NodeId provision) const {
  if (avoids(provision)) return true;
  const auto with_parts = graph_->subtree(provision);
  return std::ranges::any_of(kCarries, [&](std::string_view name) {
    const auto type = graph_->types().find(name);
    const auto carried = type ? graph_->out(with_parts, *type) : HopRange{};
    return std::any_of(carried.begin(), carried.end(), [&](Hop hop) { return avoids(hop.node); });
  });
}

}  // namespace treatygraph::queries
