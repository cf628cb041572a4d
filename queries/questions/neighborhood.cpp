// A breadth-first walk, then all relationships between the nodes that it reached. A walk over one type without filters
// has a path of its own (closure.h) that tests nothing per hop. The second step relies on document order: the nodes are
// runs of ids, and the relationships of a run of nodes are one range.

#include "queries/questions/neighborhood.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/avoidance.h"
#include "queries/walks/closure.h"
#include "queries/walks/document_order.h"

namespace treatygraph::queries {
namespace {

/// Which relationships a walk may follow: types, direction, excluded nodes.
struct WalkSpec {
  const Topology& topology;
  std::vector<TypeId> types;
  Direction direction;
  ScopeFilter scope_filter;
  Avoidance avoidance;

  [[nodiscard]] bool is_open() const { return scope_filter.is_everything() && avoidance.empty(); }
  /// Calls `visit(HopRange)` for each type and direction out of `node`, visited or not; a self-loop may be reported
  /// twice.
  template <typename Visit>
  void each_way(NodeId node, Visit visit) const {
    for (const auto type : types) {
      if (direction != Direction::In) visit(topology.out_hops(node, type));
      if (direction != Direction::Out) visit(topology.in_hops(node, type));
    }
  }
};

/// The fast case: one type, one direction, nothing hidden. This is the walk that closures are made of.
Walk walk_plain(const WalkSpec& ground, NodeId of, const WalkLimits& limits, Budget& budget, WalkScratch& scratch) {
  const auto& topology = ground.topology;
  const auto start = static_cast<std::uint32_t>(of);
  if (ground.direction == Direction::Out) return reach(topology.out(ground.types[0]), start, limits, budget, scratch);
  return reach(topology.in(ground.types[0]), start, limits, budget, scratch);
}

/// The general case. `cut` collects the relationships that lead to avoided nodes.
Walk walk_around(const WalkSpec& ground, NodeId of, const WalkLimits& limits, Budget& budget, WalkScratch& scratch,
                 std::vector<RelationshipId>& cut) {
  scratch.push(static_cast<std::uint32_t>(of));
  const auto may_enter = [&](Hop hop) {
    if (!ground.scope_filter.sees(hop)) return false;
    if (!ground.avoidance.avoids(hop.node)) return true;
    cut.push_back(hop.relationship);
    return false;
  };
  const bool is_open = ground.is_open();
  const auto expand = [&](std::uint32_t node) {
    ground.each_way(NodeId{node}, [&](const HopRange& hops) {
      const auto* const ends = hops.raw_nodes();
      for (std::size_t i = 0; i < hops.size(); ++i) {
        if (is_open || may_enter(hops[i])) scratch.push(ends[i]);
      }
    });
  };
  return breadth_first(scratch, limits, budget, expand, NoFetch());
}

/// The nodes in document order.
std::vector<SubgraphNode> nodes_of(const WalkScratch& scratch, const Walk& walk) {
  std::vector<SubgraphNode> nodes;
  nodes.reserve(scratch.size());
  std::uint32_t depth = 0;
  for (std::size_t position = 0; position < scratch.size(); ++position) {
    while (position >= walk.level_ends[depth]) ++depth;
    nodes.push_back({NodeId{scratch[position]}, depth});
  }
  into_document_order(nodes);
  return nodes;
}

/// The nodes, which are in document order, as maximal ranges.
std::vector<NodeRange> runs_of(const std::vector<SubgraphNode>& nodes) {
  std::vector<NodeRange> runs;
  runs.reserve(nodes.size());
  for (const auto& [node, depth] : nodes) {
    if (runs.empty() || runs.back().last != node) runs.push_back({node, node});
    runs.back().last = NodeId{static_cast<std::uint32_t>(node) + 1};
  }
  return runs;
}

/// All relationships of the requested types with both ends among the nodes, by id; adjacent nodes have adjacent
/// relationships.
template <typename Sees>
void connect(const WalkSpec& ground, const WalkScratch& scratch, Sees sees, Subgraph& subgraph, Budget& budget) {
  const auto runs = runs_of(subgraph.nodes);
  auto& kept = subgraph.evidence;
  std::size_t count = 0;
  for (const auto type : ground.types) {
    for (const auto& run : runs) {
      const auto hops = ground.topology.out_hops(run.first, run.last, type);
      // Space for all of them, so that the loop writes without testing; doubled, so that it grows rarely.
      if (kept.size() < count + hops.size()) kept.resize(2 * (count + hops.size()));
      const auto* const ends = hops.raw_nodes();
      auto* const place = kept.data();
      for (std::size_t i = 0; i < hops.size(); ++i) {
        // Kept if its end is in the subgraph; that is unpredictable, so there is no branch.
        place[count] = RelationshipId{hops.first_outgoing() + static_cast<std::uint32_t>(i)};
        count += static_cast<std::size_t>(scratch.is_marked(ends[i]) && sees(hops[i]));
      }
      if (!budget.spend(hops.size())) {
        subgraph.truncated = cut_by(budget);
        kept.resize(count);
        return;
      }
    }
  }
  kept.resize(count);
}

/// By id, without duplicates.
void sort_unique(std::vector<RelationshipId>& relationships) {
  std::ranges::sort(relationships);
  relationships.erase(std::ranges::unique(relationships).begin(), relationships.end());
}

}  // namespace

Result<Neighborhood> neighborhood_of(const Graph& graph, const NeighborhoodRequest& request, Budget budget) {
  if (request.depth > NeighborhoodRequest::kMaxDepth) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("depth is {}; at most {}", request.depth, NeighborhoodRequest::kMaxDepth));
  }
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  auto types = find_types(graph, request.types);
  if (!types) return fail(types.error());
  auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  auto avoidance = Avoidance::of(graph, request.avoid);
  if (!avoidance) return fail(avoidance.error());
  const WalkSpec ground{graph.topology(), std::move(*types), request.direction, std::move(*scope_filter),
                        std::move(*avoidance)};

  Neighborhood answer;
  answer.of = *of;
  WalkScratch scratch(graph.node_count());
  const WalkLimits limits{static_cast<std::uint32_t>(request.depth), std::min(request.limit, budget.limits().nodes)};
  // Only then do the raw rows of the topology contain exactly the allowed hops.
  const bool plain = ground.types.size() == 1 && ground.direction != Direction::Both && ground.is_open();
  const auto walk = plain ? walk_plain(ground, *of, limits, budget, scratch)
                          : walk_around(ground, *of, limits, budget, scratch, answer.cut);
  answer.graph.nodes = nodes_of(scratch, walk);
  sort_unique(answer.cut);
  if (walk.end == WalkEnd::BudgetSpent) {
    answer.graph.truncated = cut_by(budget);
    return answer;
  }
  if (walk.end == WalkEnd::NodeLimit) answer.graph.truncated = cut_at_limit(scratch.size(), "nodes");
  if (ground.scope_filter.is_everything()) {
    connect(
        ground, scratch, [](Hop) { return true; }, answer.graph, budget);
  } else {
    connect(
        ground, scratch, [&](Hop hop) { return ground.scope_filter.sees(hop); }, answer.graph, budget);
  }
  return answer;
}

}  // namespace treatygraph::queries
