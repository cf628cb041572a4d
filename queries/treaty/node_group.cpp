#include "queries/treaty/node_group.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

constexpr std::array kHaveKinds = {label::kProvision, label::kOffence, label::kPower, label::kSafeguard};

/// A search through all nodes of the labels that have kinds; there is no index of kinds.
std::vector<NodeId> with_kind(const Graph& graph, std::string_view kind) {
  std::vector<NodeId> nodes;
  for (const auto name : kHaveKinds) {
    const auto label = graph.labels().find(name);
    if (!label) continue;
    for (const auto node : graph.nodes_with(*label)) {
      if (graph.string(node, property::kKind) == kind) nodes.push_back(node);
    }
  }
  return nodes;
}

/// A label is tried before a kind. A label of the model that no node has is an empty group, not an error.
Result<std::vector<NodeId>> named(const Graph& graph, const std::string& name, const std::string& treaty) {
  if (name.find(':') != std::string::npos) {
    const auto node = find_node(graph, name);
    if (!node) return fail(node.error());
    return std::vector{*node};
  }
  std::vector<NodeId> nodes;
  const auto label = graph.labels().find(name);
  if (label) {
    const auto all = graph.nodes_with(*label);
    nodes.assign(all.begin(), all.end());
  } else {
    nodes = with_kind(graph, name);
    // A name that is neither a label nor a kind in these data may still be a label of the model.
    const bool is_of_model = std::ranges::find(kLabels, name) != kLabels.end();
    if (nodes.empty() && !is_of_model) return fail(find_label(graph, name).error());
  }
  // Keys are not restricted to the treaty: they name their node exactly.
  std::erase_if(nodes, [&](NodeId node) { return !treaty.empty() && version_of_key(graph.key(node)) != treaty; });
  return nodes;
}

}  // namespace

/// A set, since groups may overlap ("Power" and a key of a power).
Result<std::vector<NodeId>> find_group(const Graph& graph, const std::vector<std::string>& names,
                                       const std::string& treaty) {
  if (!treaty.empty()) {
    const auto known = find_treaty(graph, treaty);
    if (!known) return fail(known.error());
  }
  std::set<NodeId> group;
  for (const auto& name : names) {
    const auto nodes = named(graph, name, treaty);
    if (!nodes) return fail(nodes.error());
    group.insert(nodes->begin(), nodes->end());
  }
  return std::vector(group.begin(), group.end());
}

}  // namespace treatygraph::queries
