#include "queries/questions/dependencies.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/lifted_references.h"
#include "queries/walks/breadth_first.h"

namespace treatygraph::queries {
namespace {

/// Where the walk stood when it first met each node of its queue.
struct Arrivals {
  std::vector<Dependencies::Arrival> by_position;

  void record(NodeId from, RelationshipId reference) { by_position.push_back({from, reference}); }
};

/// The nodes in document order, with depth and arrival.
void take_nodes(const WalkScratch& scratch, const Walk& walk, const Arrivals& arrivals, Dependencies& answer) {
  const auto queue = scratch.queue();
  std::vector<std::uint32_t> order(queue.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t position) { return queue[position]; });
  for (const auto position : order) {
    answer.graph.nodes.push_back({NodeId{queue[position]}, walk.depth_of(position)});
    answer.arrivals.push_back(arrivals.by_position[position]);
  }
}

/// All references between two nodes of the answer, as one connection.
void connect(const LiftedReferences& references, const WalkScratch& scratch, Dependencies& answer, Budget& budget) {
  struct Between {
    std::uint32_t other;
    RelationshipId reference;
  };
  std::vector<Between> hops;
  std::vector<RelationshipId> evidence;
  for (const auto& [node, depth] : answer.graph.nodes) {
    if (node != answer.of && !references.is_walked_into(node)) continue;
    hops.clear();
    references.each(node, answer.direction, [&](const LiftedHop& hop) {
      const bool in_answer = scratch.is_marked(hop.node) && NodeId{hop.node} != node;
      if (in_answer) hops.push_back({hop.node, hop.reference});
    });
    if (!budget.spend(hops.size() + 1)) {
      answer.graph.truncated = cut_by(budget);
      return;
    }
    std::ranges::sort(hops, {}, [](const Between& b) { return std::pair(b.other, b.reference); });
    for (auto first = hops.begin(); first != hops.end();) {
      const auto last = std::find_if(first, hops.end(), [&](const Between& b) { return b.other != first->other; });
      evidence.clear();
      for (auto hop = first; hop != last; ++hop) evidence.push_back(hop->reference);
      const NodeId other{first->other};
      const bool out = answer.direction == Direction::Out;
      answer.graph.connect(out ? node : other, out ? other : node, evidence);
      first = last;
    }
  }
}

Walk walk_from(NodeId of, const LiftedReferences& references, const DependenciesRequest& request, Budget& budget,
               WalkScratch& scratch, Arrivals& arrivals) {
  const auto& graph = references.graph();
  const auto origin = graph.subtree(of);
  const WalkLimits limits{static_cast<std::uint32_t>(request.depth), std::min(request.limit, budget.limits().nodes)};
  const auto expand = [&](std::uint32_t from) {
    const NodeId node{from};
    if (node != of && !references.is_walked_into(node)) return;
    references.each(node, request.direction, [&](const LiftedHop& hop) {
      if (origin.contains(NodeId{hop.node})) return;  // a part of what was asked about
      if (scratch.push(hop.node)) arrivals.record(node, hop.reference);
    });
  };
  scratch.push(static_cast<std::uint32_t>(of));
  arrivals.record(of, RelationshipId{});
  return breadth_first(scratch, limits, budget, expand, NoFetch());
}

std::string why_empty(const DependenciesRequest& request) {
  const bool narrowed = !request.modes.empty() || request.scope.basis != Basis::All || !request.scope.without.empty();
  return fmt::format("no reference {} {} or its parts{}; relationships shows what else there is about it",
                     request.direction == Direction::Out ? "leads from" : "points to", request.of,
                     narrowed ? " within what was asked for" : "");
}

}  // namespace

std::vector<RelationshipId> Dependencies::chain_to(std::size_t position) const {
  std::vector<RelationshipId> chain;
  while (graph.nodes[position].node != of) {
    const auto& [from, reference] = arrivals[position];
    chain.push_back(reference);
    position = static_cast<std::size_t>(std::ranges::lower_bound(graph.nodes, from, {}, &SubgraphNode::node) -
                                        graph.nodes.begin());
  }
  if (direction == Direction::Out) std::ranges::reverse(chain);
  return chain;
}

Result<Dependencies> dependencies_of(const Graph& graph, const DependenciesRequest& request, Budget budget) {
  if (request.direction == Direction::Both) {
    return fail(ErrorCode::InvalidArgument,
                "direction is both; dependencies go out (what it rests on) or in (what rests on it)");
  }
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const LiftedReferences references(graph, request.level, std::move(*filter));

  Dependencies answer;
  answer.of = *of;
  answer.direction = request.direction;
  answer.level = request.level;
  WalkScratch scratch(graph.node_count());
  Arrivals arrivals;
  const auto walk = walk_from(*of, references, request, budget, scratch, arrivals);
  take_nodes(scratch, walk, arrivals, answer);
  if (walk.end == WalkEnd::BudgetSpent) {
    answer.graph.truncated = cut_by(budget);
    return answer;
  }
  if (walk.end == WalkEnd::NodeLimit) answer.graph.truncated = cut_at_limit(scratch.size(), "nodes");
  if (answer.graph.nodes.size() == 1 && request.depth > 0) answer.explanation = why_empty(request);
  connect(references, scratch, answer, budget);
  std::ranges::stable_sort(answer.graph.connections, {}, [](const Connection& c) { return std::pair(c.from, c.to); });
  return answer;
}

}  // namespace treatygraph::queries
