#include "queries/impact.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/carriers.h"
#include "queries/find_node.h"
#include "queries/lifted_references.h"

namespace treatygraph::queries {
namespace {

constexpr std::array<std::string_view, 3> kFaultFinding = {"opposes", "calls_for_change", "critical"};

/// Impact is of provisions; for what a provision carries, the error names the provision.
Result<NodeId> find_provision(const Graph& graph, const ImpactRequest& request, const Carriers& carriers) {
  const auto of = find_node(graph, request.of);
  if (!of || graph.has_label(*of, label::kProvision) || graph.has_label(*of, label::kTreaty)) return of;
  std::string remedy = "it is no provision";
  carriers.each_carrier(*of,
                        [&](Hop hop) { remedy = fmt::format("ask of {}, which carries it", graph.key(hop.node)); });
  return fail(ErrorCode::InvalidArgument, fmt::format("{} cannot be deleted from a treaty: {}", request.of, remedy));
}

std::vector<RelationshipId> references_from_outside(NodeRange inside, const LiftedReferences& references) {
  std::vector<std::pair<NodeId, RelationshipId>> found;
  references.each_written(inside, Direction::In, [&](NodeId, Hop hop) {
    if (!inside.contains(hop.node)) found.emplace_back(hop.node, hop.relationship);
  });
  std::ranges::sort(found);
  std::vector<RelationshipId> relationships;
  for (const auto& [source, relationship] : found) relationships.push_back(relationship);
  return relationships;
}

/// Whether one of these properties of a statement, or of an ADDRESSES, speaks of deletion.
template <typename Element>
bool speaks_of_deletion(const Graph& graph, Element element) {
  constexpr std::array kWhere = {property::kConcern, property::kQuote, property::kSummary, property::kTitle};
  return std::ranges::any_of(kWhere, [&](std::string_view name) {
    return graph.string(element, name).find("delet") != std::string_view::npos;
  });
}

Objection::Deletion deletion_in(const Graph& graph, const StatementHit& hit) {
  if (speaks_of_deletion(graph, *hit.addresses)) return Objection::Deletion::AskedFor;
  if (!speaks_of_deletion(graph, hit.statement)) return Objection::Deletion::NotSpokenOf;
  const bool is_only_one = graph.out(hit.statement, graph.type(*hit.addresses)).size() == 1;
  return is_only_one ? Objection::Deletion::AskedFor : Objection::Deletion::Mentioned;
}

Result<std::vector<Objection>> objections_to(const Graph& graph, const ImpactRequest& request, const Budget& budget) {
  StatementsRequest about;
  about.about = request.of;
  about.scope = request.scope;
  about.page.limit = Page::kMaxLimit;
  auto answer = statements_about(graph, about, budget);
  if (!answer) return fail(answer.error());
  std::vector<Objection> objections;
  for (auto& hit : answer->hits) {
    const auto stance = hit.addresses ? graph.string(*hit.addresses, property::kStance) : std::string_view();
    if (std::ranges::find(kFaultFinding, stance) == kFaultFinding.end()) continue;
    const auto deletion = deletion_in(graph, hit);
    objections.push_back({std::move(hit), deletion});
  }
  std::ranges::stable_sort(objections, {}, &Objection::deletion);
  return objections;
}

bool is_gone(const Losses& losses, NodeId node) {
  return std::ranges::find(losses.gone, node, &GoneThing::thing) != losses.gone.end();
}

bool breaks_nothing(const Impact& impact) {
  return impact.dangling.empty() && impact.cut_off.nodes.empty() && impact.losses.gone.empty() &&
         impact.losses.safeguards.empty();
}

}  // namespace

Result<Impact> impact_of(const Graph& graph, const ImpactRequest& request, Budget budget) {
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const Carriers carriers(graph, filter->sight());
  const LiftedReferences references(graph, request.level, std::move(*filter));
  const auto of = find_provision(graph, request, carriers);
  if (!of) return fail(of.error());
  auto dependents = dependencies_of(graph,
                                    {request.of, Direction::In, request.level, DependenciesRequest::kAllTheWay,
                                     request.modes, request.scope, request.limit},
                                    budget);
  if (!dependents) return fail(dependents.error());
  auto objections = objections_to(graph, request, budget);
  if (!objections) return fail(objections.error());

  Impact impact;
  impact.of = *of;
  impact.dangling = references_from_outside(graph.subtree(*of), references);
  impact.dependents = std::move(*dependents);
  impact.cut_off = cut_off_without(*of, references, carriers, budget);
  impact.losses = losses_without(*of, references, carriers);
  std::erase_if(impact.cut_off.nodes, [&](const CutOff& cut) { return is_gone(impact.losses, cut.node); });
  impact.objections = std::move(*objections);
  impact.truncated = impact.dependents.graph.truncated ? impact.dependents.graph.truncated : impact.cut_off.truncated;
  if (breaks_nothing(impact) && !impact.truncated) {
    impact.explanation = fmt::format(
        "nothing breaks without {}: no reference points to it or its parts, no offence, power, safeguard or term is "
        "carried by it alone, and all that it leads to is led to from elsewhere",
        request.of);
  }
  return impact;
}

}  // namespace treatygraph::queries
