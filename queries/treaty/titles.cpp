#include "queries/treaty/titles.h"

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/vocabulary.h"
#include "queries/request/is_loaded.h"

namespace treatygraph::queries {
namespace {

/// Parts that are only cited are marked as such, so readers do not look for their text.
std::string title_of_provision(const Graph& graph, NodeId node, std::string_view eid_text) {
  const auto eid = Eid::parse(eid_text);
  const auto citation = eid ? citation_of(*eid) : std::string(eid_text);
  const auto heading = graph.string(node, property::kHeading);
  if (says_loaded(graph, node) == false) return fmt::format("{} (cited, not at hand)", citation);
  return heading.empty() ? citation : fmt::format("{} ({})", citation, heading);
}

}  // namespace

std::string title_of(const Graph& graph, NodeId node) {
  const auto eid = graph.string(node, property::kEid);
  if (!eid.empty()) return title_of_provision(graph, node, eid);
  for (const auto name : {property::kName, property::kTitle, property::kHeading}) {
    const auto title = graph.string(node, name);
    if (!title.empty()) return std::string(title);
  }
  return std::string(graph.key(node));
}

/// Counts the earlier relationships of the same type between the same nodes, which are in a fixed order in a snapshot.
std::string relationship_name(const Graph& graph, RelationshipId relationship) {
  const auto source = graph.source(relationship);
  const auto target = graph.target(relationship);
  const auto type = graph.type(relationship);
  std::size_t ordinal = 1;
  for (const auto hop : graph.out(source, type)) {
    if (hop.relationship == relationship) break;
    if (hop.node == target) ++ordinal;
  }
  auto name = fmt::format("{}>{}>{}", graph.key(source), graph.types().name(type), graph.key(target));
  if (ordinal > 1) name += fmt::format("#{}", ordinal);
  return name;
}

}  // namespace treatygraph::queries
