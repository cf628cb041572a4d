#include "queries/formats/graphs/surroundings.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/request/budget_in_force.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::int64_t kMostNeighbours = 10'000;  // for nodes with very many relationships, the count stops here

/// The first label other than Provision, which says less: "Article".
std::string kind_of(const ViewNode& node) {
  for (const auto& label : node.labels) {
    if (label != label::kProvision) return label;
  }
  return node.labels.empty() ? "Node" : node.labels.front();
}

/// Provisions by their citation ("art. 24(2)"), all others by title.
std::string short_label(const Graph& graph, NodeId node, const ViewNode& view) {
  auto citation = graph.has_label(node, label::kProvision) ? short_citation(graph, node) : std::string();
  return citation.empty() ? view.title : citation;
}

/// The speaker of a statement; for other nodes the kind.
std::string told_by(const ViewNode& node) {
  const auto speaker = text_of(node.properties, "speaker_as");
  return speaker.empty() ? node.kind : speaker;
}

/// Makes equal labels different, in three steps, each only for labels that are still equal: the treaty's version for
/// provisions, then speaker and date, and finally the key.
void tell_apart(GraphView& view) {
  std::map<std::string, std::size_t> bearers;
  const auto count = [&] {
    bearers.clear();
    for (const auto& node : view.nodes) ++bearers[node.label];
  };
  count();
  for (auto& node : view.nodes) {
    const bool is_provision = std::ranges::find(node.labels, label::kProvision) != node.labels.end();
    if (is_provision && bearers[node.label] > 1) node.label += fmt::format(" ({})", version_of_key(node.key));
  }
  count();
  for (auto& node : view.nodes) {
    if (bearers[node.label] > 1)
      node.label = fmt::format("{} ({}, {})", node.title, told_by(node), text_of(node.properties, "date"));
  }
  count();
  for (auto& node : view.nodes) {
    if (bearers[node.label] > 1) node.label = fmt::format("{} [{}]", node.title, node.key);
  }
}

/// Linear in the node's relationships; stops at kMostNeighbours.
std::int64_t count_hidden(const Graph& graph, const ScopeFilter& scope_filter, NodeId node,
                          const std::set<NodeId>& shown) {
  std::set<NodeId> hidden;
  for (std::size_t type = 0; type < graph.types().size(); ++type) {
    const auto id = TypeId{static_cast<std::uint16_t>(type)};
    for (const auto hops : {graph.out(node, id), graph.in(node, id)}) {
      for (const auto hop : hops) {
        BudgetInForce::spend();
        if (!shown.contains(hop.node) && scope_filter.sees(hop)) hidden.insert(hop.node);
        if (static_cast<std::int64_t>(hidden.size()) >= kMostNeighbours) return kMostNeighbours;
      }
    }
  }
  return static_cast<std::int64_t>(hidden.size());
}

}  // namespace

void tell_surroundings(const Graph& graph, const ScopeFilter& scope_filter, const std::set<NodeId>& shown,
                       GraphView& view) {
  std::unordered_map<std::string_view, ViewNode*> by_key;
  for (auto& node : view.nodes) {
    by_key[node.key] = &node;
    node.kind = kind_of(node);
    const auto id = graph.find(node.key);
    node.label = id ? short_label(graph, *id, node) : node.title;
    node.hidden_neighbours = id ? count_hidden(graph, scope_filter, *id, shown) : 0;
  }
  tell_apart(view);
  for (const auto& edge : view.edges) {
    for (const auto* end : {&edge.from, &edge.to}) {
      if (const auto found = by_key.find(*end); found != by_key.end()) ++found->second->degree;
    }
  }
}

}  // namespace treatygraph::queries::formats
