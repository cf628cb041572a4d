#include "queries/questions/participation.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/request/calendar.h"
#include "queries/request/find_node.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {
namespace {

std::optional<std::size_t> whole_number(const Graph& graph, NodeId node, std::string_view name) {
  const auto id = graph.properties().find(name);
  const auto value = id ? graph.property(node, *id) : PropertyView{};
  const auto* number = std::get_if<std::int64_t>(&value);
  return number != nullptr && *number >= 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

void count(const Graph& graph, Participation& answer) {
  for (const auto& actor : answer.participants) {
    answer.signatory_count += actor.signature ? 1U : 0U;
    answer.domestic_count += actor.domestic && !actor.consent ? 1U : 0U;
    if (!actor.consent || actor.withdrawal) continue;
    ++answer.consent_count;
    answer.counted_count += graph.has_label(actor.who, label::kState) ? 1U : 0U;
  }
}

/// The date of the instrument that completed the number needed; withdrawals before entry into force are not undone by
/// it.
std::string date_of_nth_consent(const Graph& graph, const Participation& answer, std::size_t needed) {
  std::vector<std::string_view> dates;
  for (const auto& actor : answer.participants) {
    const bool counts = actor.consent && !actor.withdrawal && graph.has_label(actor.who, label::kState);
    if (counts) dates.push_back(graph.string(*actor.consent, property::kDate));
  }
  if (needed == 0 || dates.size() < needed) return {};
  std::ranges::sort(dates);
  return std::string(dates[needed - 1]);
}

void find_entry_into_force(const Graph& graph, Participation& answer) {
  answer.needed = whole_number(graph, answer.treaty, property::kRatificationsNeeded);
  if (answer.needed) {
    answer.missing = *answer.needed - std::min(*answer.needed, answer.counted_count);
    answer.needed_reached_on = date_of_nth_consent(graph, answer, *answer.needed);
  }
  answer.entry_into_force = std::string(graph.string(answer.treaty, property::kEntryIntoForce));
  const auto wait = whole_number(graph, answer.treaty, property::kEntryIntoForceDays);
  if (answer.entry_into_force.empty() && wait) {
    answer.entry_into_force = days_after(answer.needed_reached_on, static_cast<int>(*wait)).value_or("");
  }
}

}  // namespace

Result<Participation> participation_in(const Graph& graph, std::string_view slug, const Scope& scope) {
  const auto sight = ScopeFilter::of(graph, scope);
  if (!sight) return fail(sight.error());
  const auto treaty = find_treaty(graph, slug);
  if (!treaty) return fail(treaty.error());
  Participation answer;
  answer.treaty = *treaty;
  answer.as_of = scope.as_of;
  answer.participants = actors_of(graph, *treaty, *sight);
  count(graph, answer);
  find_entry_into_force(graph, answer);
  const auto day = scope.as_of.empty() ? today() : scope.as_of;
  answer.in_force = !answer.entry_into_force.empty() && happened_by(answer.entry_into_force, day);
  answer.party_count = answer.in_force ? answer.consent_count : 0;
  return answer;
}

}  // namespace treatygraph::queries
