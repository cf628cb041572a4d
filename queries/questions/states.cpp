#include "queries/questions/states.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// Acts on a treaty as a whole.
constexpr std::array kActions = {type::kSigned,   type::kRatified, type::kAccepted,
                                 type::kApproved, type::kAcceded,  type::kWithdrew};
constexpr std::array kReservations = {type::kReserved, type::kDeclared};

/// Three letters in either case, or a key.
Result<NodeId> find_state(const Graph& graph, std::string_view name) {
  if (name.find(':') != std::string_view::npos) return find_node(graph, name);
  return find_node(graph, fmt::format("state:{}", upper_case(name)));
}

/// The relationships of those types from `node`, by date, then in stored order.
template <typename Types>
std::vector<RelationshipId> dated(const Graph& graph, NodeId node, const Types& types,
                                  const ScopeFilter& scope_filter) {
  std::vector<RelationshipId> found;
  for (const auto name : types) {
    const auto type = graph.types().find(name);
    if (!type) continue;
    for (const auto hop : graph.out(node, *type)) {
      if (scope_filter.sees(hop)) found.push_back(hop.relationship);
    }
  }
  std::ranges::stable_sort(found, {}, [&](RelationshipId r) { return graph.string(r, property::kDate); });
  return found;
}

/// The visible statements with what they address.
std::vector<StateAnswer::Said> statements_of(const Graph& graph, NodeId state, const ScopeFilter& scope_filter) {
  std::vector<StateAnswer::Said> said;
  const auto made = graph.types().find(type::kMade);
  const auto addresses = graph.types().find(type::kAddresses);
  if (!made) return said;
  for (const auto hop : graph.out(state, *made)) {
    if (!scope_filter.sees(hop)) continue;
    said.push_back({hop.node, {}});
    if (!addresses) continue;
    for (const auto addressed : graph.out(hop.node, *addresses)) {
      if (scope_filter.sees(addressed)) said.back().addresses.push_back(addressed.relationship);
    }
  }
  std::ranges::sort(said, {}, [&](const StateAnswer::Said& s) {
    return std::pair(graph.string(s.statement, property::kDate), graph.key(s.statement));
  });
  return said;
}

}  // namespace

/// Statements are the only part of the answer that may be very long, so only they are cut.
Result<StateAnswer> state_of(const Graph& graph, std::string_view iso3, const Scope& scope, Budget budget) {
  const auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto state = find_state(graph, iso3);
  if (!state) return fail(state.error());
  StateAnswer answer;
  answer.state = *state;
  answer.actions = dated(graph, *state, kActions, *scope_filter);
  answer.reservations = dated(graph, *state, kReservations, *scope_filter);
  answer.events = dated(graph, *state, std::array{type::kTookPartIn}, *scope_filter);
  answer.statements = statements_of(graph, *state, *scope_filter);
  if (answer.statements.size() > budget.limits().nodes) {
    answer.statements.resize(budget.limits().nodes);
    answer.truncated = cut_at_limit(budget.limits().nodes, "statements");
  }
  return answer;
}

}  // namespace treatygraph::queries
