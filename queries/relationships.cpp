#include "queries/relationships.h"

#include <algorithm>

#include "queries/find_node.h"

namespace treatygraph::queries {
namespace {

/// Relationships inside `nodes` are listed once, with the outgoing ones.
void collect(const Graph& graph, NodeRange nodes, const std::vector<TypeId>& types, Direction direction,
             const Sight& sight, std::vector<RelationshipId>& found) {
  if (direction != Direction::In) {
    for (const auto type : types) {
      for (const auto hop : graph.out(nodes, type)) {
        if (sight.sees(hop)) found.push_back(hop.relationship);
      }
    }
  }
  if (direction == Direction::Out) return;
  for (const auto type : types) {
    for (const auto hop : graph.in(nodes, type)) {
      const bool listed = direction == Direction::Both && nodes.contains(hop.node);
      if (!listed && sight.sees(hop)) found.push_back(hop.relationship);
    }
  }
}

}  // namespace

Result<RelationshipsAnswer> relationships_of(const Graph& graph, const RelationshipsRequest& request, Budget budget) {
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  const auto types = find_types(graph, request.types);
  if (!types) return fail(types.error());
  const auto sight = Sight::of(graph, request.scope);
  if (!sight) return fail(sight.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  RelationshipsAnswer answer;
  answer.of = *of;
  const auto last = request.with_parts ? graph.subtree(*of).last : NodeId{static_cast<std::uint32_t>(*of) + 1};
  std::vector<RelationshipId> all;
  collect(graph, {*of, last}, *types, request.direction, *sight, all);
  if (!budget.spend(all.size())) return fail(budget.why_stopped());
  answer.total = all.size();
  const auto first = std::min(*start, all.size());
  const auto end = first + std::min(request.page.limit, all.size() - first);
  answer.relationships.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                              all.begin() + static_cast<std::ptrdiff_t>(end));
  if (end < all.size()) {
    answer.next_cursor = cursor_at(graph.snapshot(), end);
    answer.truncated = next_page(answer.relationships.size(), all.size(), "relationships");
  }
  return answer;
}

}  // namespace treatygraph::queries
