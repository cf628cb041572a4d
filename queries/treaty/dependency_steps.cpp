#include "queries/treaty/dependency_steps.h"

#include <algorithm>
#include <variant>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {

Result<Relation> relation_called(std::string_view name) {
  const auto found = std::ranges::find(kRelationNames, name);
  if (found == kRelationNames.end()) {
    return fail(unknown_name("relation", name, {kRelationNames.begin(), kRelationNames.end()}));
  }
  return static_cast<Relation>(found - kRelationNames.begin());
}

DependencySteps::DependencySteps(const Graph& graph, ReferenceFilter filter, Rule rule)
    : graph_(&graph),
      reading_(&Reading::of(graph)),
      refers_to_(graph.types().find(type::kRefersTo)),
      mode_(graph.properties().find(property::kMode)),
      applied_(graph.properties().find(property::kApplied)),
      filter_(std::move(filter)),
      rule_(rule),
      admits_all_(filter_.admits_all()) {}

bool DependencySteps::is_governing(RelationshipId reference) const {
  const auto is = [&](const std::optional<PropertyId>& name, std::string_view expected) {
    const auto value = name ? graph_->property(reference, *name) : PropertyView{};
    const auto* text = std::get_if<std::string_view>(&value);
    return text != nullptr && *text == expected;
  };
  if (is(mode_, "notwithstanding")) return true;
  return is(mode_, kAppliesTo) && !is(applied_, kAppliedCited);
}

bool is_by_containing(const Graph& graph, const DependencyHop& hop) {
  if (!hop.against) return false;
  const auto target = graph.target(hop.reference);
  return target != hop.from && graph.subtree(target).contains(hop.from);
}

}  // namespace treatygraph::queries
