#include "queries/treaty/dependency_steps.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {

Result<Relation> relation_called(std::string_view name) {
  const auto* found = std::ranges::find(kRelationNames, name);
  if (found == kRelationNames.end()) {
    return fail(unknown_name("relation", name, {kRelationNames.begin(), kRelationNames.end()}));
  }
  return static_cast<Relation>(found - kRelationNames.begin());
}

DependencySteps::DependencySteps(const Graph& graph, ReferenceFilter filter, Rule rule)
    : graph_(&graph),
      reading_(&Reading::of(graph)),
      governing_(&GoverningReferences::of(graph)),
      refers_to_(graph.types().find(type::kRefersTo)),
      filter_(std::move(filter)),
      rule_(rule),
      admits_all_(filter_.admits_all()) {}

/// Only references that are walked backward can apply by containing; then the target is above the provision that was
/// read.
bool is_by_containing(const Graph& graph, const DependencyHop& hop) {
  if (!hop.against) return false;
  const auto target = graph.target(hop.reference);
  return target != hop.from && graph.subtree(target).contains(hop.from);
}

}  // namespace treatygraph::queries
