#include "queries/questions/relationships.h"

#include <algorithm>

#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// Relationships inside `nodes` are listed once, with the outgoing ones. False if the budget ran out.
bool collect(const Graph& graph, NodeRange nodes, const std::vector<TypeId>& types, Direction direction,
             const ScopeFilter& scope_filter, Budget& budget, std::vector<RelationshipId>& found) {
  const auto take = [&](HopRange hops, auto is_listed) {
    return std::all_of(hops.begin(), hops.end(), [&](Hop hop) {
      if (!is_listed(hop) && scope_filter.sees(hop)) found.push_back(hop.relationship);
      return budget.spend();
    });
  };
  if (direction != Direction::In) {
    for (const auto type : types) {
      if (!take(graph.out(nodes, type), [](Hop) { return false; })) return false;
    }
  }
  if (direction == Direction::Out) return true;
  // With both directions, a relationship between two parts was already met as an outgoing one.
  const auto is_listed = [&](Hop hop) { return direction == Direction::Both && nodes.contains(hop.node); };
  return std::ranges::all_of(types, [&](TypeId type) { return take(graph.in(nodes, type), is_listed); });
}

}  // namespace

Result<RelationshipsAnswer> relationships_of(const Graph& graph, const RelationshipsRequest& request, Budget budget) {
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  const auto types = find_types(graph, request.types);
  if (!types) return fail(types.error());
  const auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  RelationshipsAnswer answer;
  answer.of = *of;
  const auto last = request.with_parts ? graph.subtree(*of).last : NodeId{static_cast<std::uint32_t>(*of) + 1};
  std::vector<RelationshipId> all;
  if (!collect(graph, {*of, last}, *types, request.direction, *scope_filter, budget, all))
    answer.truncated = cut_by(budget);
  answer.total = all.size();
  const auto first = std::min(*start, all.size());
  const auto end = first + std::min(request.page.limit, all.size() - first);
  answer.relationships.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                              all.begin() + static_cast<std::ptrdiff_t>(end));
  if (end < all.size()) {
    answer.next_cursor = cursor_at(graph.snapshot(), end);
    if (!answer.truncated) answer.truncated = next_page(answer.relationships.size(), all.size(), "relationships");
  }
  return answer;
}

}  // namespace treatygraph::queries
