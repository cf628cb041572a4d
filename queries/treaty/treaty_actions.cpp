#include "queries/treaty/treaty_actions.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace treatygraph::queries {
namespace {

/// ISO 8601, so dates compare as text; empty if the data have none.
std::string_view date_of(const Graph& graph, RelationshipId action) {
  return graph.string(action, property::kDate);
}

/// Keeps the earlier of two actions of the same kind. One without a date is kept only if no other has one.
void take_first(const Graph& graph, std::optional<RelationshipId>& kept, RelationshipId action) {
  const auto date = date_of(graph, action);
  const auto former = kept ? date_of(graph, *kept) : std::string_view();
  if (!kept || (!date.empty() && (former.empty() || date < former))) kept = action;
}

/// Every participant has at least one of the four actions.
std::string_view first_date(const Graph& graph, const Participant& actor) {
  if (actor.signature) return date_of(graph, *actor.signature);
  if (actor.consent) return date_of(graph, *actor.consent);
  if (actor.domestic) return date_of(graph, *actor.domestic);
  return date_of(graph, *actor.withdrawal);
}

}  // namespace

bool is_domestic(const Graph& graph, RelationshipId consent) {
  return graph.string(consent, property::kKind) == "domestic";
}

/// Stops at the first visible act.
bool has_acts(const Graph& graph, NodeId treaty, const ScopeFilter& scope_filter) {
  constexpr std::array kActs = {type::kSigned,   type::kRatified, type::kAccepted,
                                type::kApproved, type::kAcceded,  type::kWithdrew};
  return std::ranges::any_of(kActs, [&](std::string_view name) {
    const auto type = graph.types().find(name);
    const auto acts = type ? graph.in(treaty, *type) : HopRange();
    return std::any_of(acts.begin(), acts.end(), [&](Hop hop) { return scope_filter.sees(hop); });
  });
}

/// One pass per type of action over the relationships that end on the treaty, collected by actor.
std::vector<Participant> actors_of(const Graph& graph, NodeId treaty, const ScopeFilter& scope_filter) {
  std::map<NodeId, Participant> by_actor;
  const auto each = [&](std::string_view type_name, auto take) {
    const auto type = graph.types().find(type_name);
    if (!type) return;
    for (const auto hop : graph.in(treaty, *type)) {
      if (!scope_filter.sees(hop)) continue;
      auto& actor = by_actor[hop.node];
      actor.who = hop.node;
      take(actor, hop.relationship);
    }
  };
  each(type::kSigned, [&](Participant& actor, RelationshipId action) { take_first(graph, actor.signature, action); });
  for (const auto type : kConsentTypes) {
    each(type, [&](Participant& actor, RelationshipId action) {
      // Domestic approvals are kept apart, so they never hide a deposited instrument.
      take_first(graph, is_domestic(graph, action) ? actor.domestic : actor.consent, action);
    });
  }
  each(type::kWithdrew,
       [&](Participant& actor, RelationshipId action) { take_first(graph, actor.withdrawal, action); });

  std::vector<Participant> actors;
  for (const auto& [who, actor] : by_actor) actors.push_back(actor);
  std::ranges::sort(
      actors, {}, [&](const Participant& actor) { return std::tuple(first_date(graph, actor), graph.key(actor.who)); });
  return actors;
}

}  // namespace treatygraph::queries
