#include "queries/versions.h"

#include <algorithm>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMostCounterparts = 64;  // versions of one provision; data with more are wrong

}  // namespace

std::string_view version_of_key(std::string_view key) {
  const auto colon = key.find(':');
  return colon == std::string_view::npos ? std::string_view{} : key.substr(0, colon);
}

std::string_view treaty_of_key(std::string_view key) {
  const auto version = version_of_key(key);
  return version.substr(0, version.find('@'));
}

std::vector<Counterpart> counterparts_of(const Graph& graph, NodeId node) {
  const auto corresponds = graph.types().find(type::kCorrespondsTo);
  if (!corresponds) return {};
  const auto treaty = treaty_of_key(graph.key(node));
  std::vector<Counterpart> found = {{node, {}}};
  const auto take = [&](const Hop& hop, const std::vector<RelationshipId>& onward) {
    const bool known = std::ranges::any_of(found, [&](const Counterpart& c) { return c.node == hop.node; });
    if (known || treaty_of_key(graph.key(hop.node)) != treaty || found.size() > kMostCounterparts) return;
    std::vector<RelationshipId> carried = {hop.relationship};
    carried.insert(carried.end(), onward.begin(), onward.end());
    found.push_back({hop.node, std::move(carried)});
  };
  for (std::size_t next = 0; next < found.size(); ++next) {
    const auto from = found[next];
    for (const auto hop : graph.in(from.node, *corresponds)) take(hop, from.carried);
    for (const auto hop : graph.out(from.node, *corresponds)) take(hop, from.carried);
  }
  found.erase(found.begin());
  return found;
}

}  // namespace treatygraph::queries
