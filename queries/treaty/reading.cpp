#include "queries/treaty/reading.h"

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

std::vector<ReadingRole> roles_of(const Graph& graph) {
  std::vector<ReadingRole> roles(graph.node_count(), ReadingRole::Other);
  const auto mark = [&](std::string_view name, ReadingRole role) {
    const auto label = graph.labels().find(name);
    if (!label) return;
    for (const auto node : graph.nodes_with(*label)) roles[index_of(node)] = role;
  };
  mark(label::kProvision, ReadingRole::Provision);
  mark(label::kDivision, ReadingRole::Division);
  mark(label::kTreaty, ReadingRole::Treaty);
  return roles;
}

/// For each node, the nearest node above it for which `counts` is true. A whole precedes its parts, so the entry of the
/// parent is known.
template <typename Counts>
std::vector<std::uint32_t> nearest_above(const Graph& graph, Counts counts) {
  std::vector<std::uint32_t> above(graph.node_count());
  for (std::uint32_t node = 0; node < above.size(); ++node) {
    above[node] = node;
    const auto parent = graph.parent(NodeId{node});
    if (!parent) continue;
    const auto whole = index_of(*parent);
    if (counts(*parent)) {
      above[node] = static_cast<std::uint32_t>(whole);
    } else if (above[whole] != whole) {
      above[node] = above[whole];
    }
  }
  return above;
}

}  // namespace

Reading::Reading(const Graph& graph) : graph_(&graph), roles_(roles_of(graph)) {
  const auto refers_to = graph.types().find(type::kRefersTo);
  const auto cites = [&](NodeId node) { return refers_to && !graph.out(node, *refers_to).empty(); };
  const auto is_cited = [&](NodeId node) { return refers_to && !graph.in(node, *refers_to).empty(); };
  introductions_ = nearest_above(graph, [&](NodeId node) { return is_provision(node); });
  citing_introductions_ = nearest_above(graph, [&](NodeId node) { return is_provision(node) && cites(node); });
  // Treaties are left out: a reference to a whole treaty does not mean each of its provisions.
  cited_wholes_ = nearest_above(graph, [&](NodeId node) {
    return (is_provision(node) || role_of(node) == ReadingRole::Division) && is_cited(node);
  });
}

const Reading& Reading::of(const Graph& graph) {
  return graph.derived().get<Reading>([&graph] { return Reading(graph); });
}

bool Reading::reads(NodeId node, NodeId other) const {
  return graph_->subtree(node).contains(other) || (is_provision(other) && graph_->subtree(other).contains(node));
}

}  // namespace treatygraph::queries
