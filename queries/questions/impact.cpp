// Impact combines other computations: the dependants are a dependency walk inward, cut-off nodes come from
// walks/cut_off_by_deletion.h, losses from treaty/losses.h, and objections from the statements question.

#include "queries/questions/impact.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "queries/request/find_node.h"
#include "queries/treaty/carriers.h"
#include "queries/treaty/reference_filter.h"

namespace treatygraph::queries {
namespace {

/// In the order of Effect.
constexpr std::array<std::string_view, kEffectCount> kEffects = {"direct", "transitive", "cut_off", "losses",
                                                                 "statements"};
/// The stances of criticism.
constexpr std::array<std::string_view, 3> kFaultFinding = {"opposes", "calls_for_change", "critical"};

/// Impact is defined for provisions. For something that a provision carries, the error names the provision.
Result<NodeId> find_provision(const Graph& graph, const ImpactRequest& request, const Carriers& carriers) {
  auto of = find_node(graph, request.of);
  if (!of || graph.has_label(*of, label::kProvision) || graph.has_label(*of, label::kTreaty)) return of;
  std::string remedy = "it is no provision";
  carriers.each_carrier(*of,
                        [&](Hop hop) { remedy = fmt::format("ask of {}, which carries it", graph.key(hop.node)); });
  return fail(ErrorCode::InvalidArgument, fmt::format("{} cannot be deleted from a treaty: {}", request.of, remedy));
}

/// References from outside into the deleted provision, by their source.
std::vector<RelationshipId> references_from_outside(const Graph& graph, NodeId of, const ReferenceFilter& filter) {
  const auto refers_to = graph.types().find(type::kRefersTo);
  if (!refers_to) return {};
  const auto inside = graph.subtree(of);
  std::vector<std::pair<NodeId, RelationshipId>> found;
  for (const auto hop : graph.in(inside, *refers_to)) {
    if (!inside.contains(hop.node) && filter.admits(hop)) found.emplace_back(hop.node, hop.relationship);
  }
  std::ranges::sort(found);
  std::vector<RelationshipId> relationships;
  for (const auto& [source, relationship] : found) relationships.push_back(relationship);
  return relationships;
}

/// Whether one of these properties of a statement, or of an ADDRESSES, is about deletion.
template <typename Element>
bool speaks_of_deletion(const Graph& graph, Element element) {
  constexpr std::array kWhere = {property::kConcern, property::kQuote, property::kSummary, property::kTitle};
  return std::ranges::any_of(kWhere, [&](std::string_view name) {
    return graph.string(element, name).find("delet") != std::string_view::npos;
  });
}

/// The ADDRESSES says it for one provision. If only the statement speaks of deletion, it means the provision for
/// certain only if it addresses no other.
Objection::Deletion deletion_in(const Graph& graph, const StatementHit& hit) {
  if (speaks_of_deletion(graph, *hit.addresses)) return Objection::Deletion::AskedFor;
  if (!speaks_of_deletion(graph, hit.statement)) return Objection::Deletion::NotSpokenOf;
  const bool is_only_one = graph.out(hit.statement, graph.type(*hit.addresses)).size() == 1;
  return is_only_one ? Objection::Deletion::AskedFor : Objection::Deletion::Mentioned;
}

/// Critical statements about the provision, requests for deletion first. `truncated` is set if time ran out.
Result<std::vector<Objection>> objections_to(const Graph& graph, const ImpactRequest& request, const Budget& budget,
                                             Truncated& truncated) {
  StatementsRequest about;
  about.about = request.of;
  about.scope = request.scope;
  about.page.limit = Page::kAll;
  auto answer = statements_about(graph, about, budget);
  if (!answer) return fail(answer.error());
  truncated = std::move(answer->truncated);
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

/// Whether a thing is listed as gone.
bool is_gone(const Losses& losses, NodeId node) {
  return std::ranges::find(losses.gone, node, &LostThing::thing) != losses.gone.end();
}

/// The effects with these names; all if there is none.
Result<std::bitset<kEffectCount>> effects_called(const std::vector<std::string>& names) {
  std::bitset<kEffectCount> effects;
  if (names.empty()) return effects.set();
  for (const auto& name : names) {
    const auto* found = std::ranges::find(kEffects, name);
    if (found == kEffects.end()) return fail(unknown_name("only", name, {kEffects.begin(), kEffects.end()}));
    effects.set(static_cast<std::size_t>(found - kEffects.begin()));
  }
  return effects;
}

/// Everything that rests on the provision, all the way.
Result<Dependencies> dependents_of(const Graph& graph, const ImpactRequest& request, const Budget& budget) {
  DependenciesRequest dependents;
  dependents.of = request.of;
  dependents.direction = Direction::In;
  dependents.level = request.level;
  dependents.modes = request.modes;
  dependents.scope = request.scope;
  dependents.limit = request.limit;
  return dependencies_of(graph, dependents, budget);
}

/// Empty if dependants were not requested.
Dependencies no_dependents(const Graph& graph, NodeId of, Level level) {
  Dependencies none;
  none.of = of;
  none.direction = Direction::In;
  none.level = level;
  none.graph.nodes.push_back({of, 0});
  none.walk = DependencyWalk::of(graph, of);
  none.grouped = {0};
  none.group_ends = {1};
  return none;
}

/// A thing that is gone is listed among the losses, and not again among what is cut off.
void find_losses(const Graph& graph, const ImpactRequest& request, const ReferenceFilter& filter,
                 const Carriers& carriers, Budget& budget, Impact& impact) {
  if (!impact.shows(Effect::CutOff) && !impact.shows(Effect::Losses)) return;
  auto losses = losses_without(impact.of, graph, request.level, carriers);
  if (impact.shows(Effect::CutOff)) {
    impact.cut_off = cut_off_without(impact.of, request.level, filter, carriers, graph, budget);
    std::erase_if(impact.cut_off.nodes, [&](const CutOff& cut) { return is_gone(losses, cut.node); });
  }
  if (impact.shows(Effect::Losses)) impact.losses = std::move(losses);
}

/// In total, or among the shown effects.
bool breaks_nothing(const Impact& impact) {
  const bool leaves_all = impact.dangling.empty() && impact.cut_off.nodes.empty() && impact.losses.gone.empty() &&
                          impact.losses.safeguards.empty();
  return leaves_all && (impact.shown.all() || (impact.dependents.graph.nodes.size() == 1 && impact.objections.empty()));
}

/// Claims that nothing breaks only if all effects were computed.
std::string why_nothing_breaks(const Impact& impact, const ImpactRequest& request) {
  if (!impact.shown.all()) {
    return fmt::format("without {} there is nothing to tell of {}; what else would break is told without only",
                       request.of, fmt::join(request.only, ", "));
  }
  return fmt::format(
      "nothing breaks without {}: no reference points to it or its parts, no offence, power, safeguard or term is "
      "carried by it alone, and all that it leads to is led to from elsewhere",
      request.of);
}

}  // namespace

/// Effects that were not requested are not computed.
Result<Impact> impact_of(const Graph& graph, const ImpactRequest& request, Budget budget) {
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const auto shown = effects_called(request.only);
  if (!shown) return fail(shown.error());
  const Carriers carriers(graph, filter->scope_filter());
  const auto of = find_provision(graph, request, carriers);
  if (!of) return fail(of.error());

  Impact impact;
  impact.of = *of;
  impact.shown = *shown;
  auto dependents = impact.shows(Effect::Transitive) ? dependents_of(graph, request, budget)
                                                     : Result<Dependencies>(no_dependents(graph, *of, request.level));
  if (!dependents) return fail(dependents.error());
  impact.dependents = std::move(*dependents);
  if (impact.shows(Effect::Statements)) {
    auto objections = objections_to(graph, request, budget, impact.truncated);
    if (!objections) return fail(objections.error());
    impact.objections = std::move(*objections);
  }
  if (impact.shows(Effect::Direct)) impact.dangling = references_from_outside(graph, *of, *filter);
  find_losses(graph, request, *filter, carriers, budget, impact);
  for (const auto& part : {impact.dependents.graph.truncated, impact.cut_off.truncated}) {
    if (!impact.truncated) impact.truncated = part;
  }
  if (breaks_nothing(impact) && !impact.truncated) impact.explanation = why_nothing_breaks(impact, request);
  return impact;
}

}  // namespace treatygraph::queries
