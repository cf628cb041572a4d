// shortestPath() and allShortestPaths(): both ends are bound, and one relationship of variable length leads between
// them.
//
// For one path without conditions, the search is bidirectional: it alternates between breadth-first levels from both
// ends and expands the smaller frontier, which examines far fewer nodes than a search from one end. For all paths, or
// with properties on the relationships, it is breadth-first from one end and records every hop by which a node is
// reached at its shortest distance; the paths are then read backwards from the other end. A shortest walk never repeats
// a relationship, so `used_` is not consulted.

#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/matcher.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries::cypher {
namespace {

/// How the search reached a node at its shortest distance.
struct Arrival {
  std::int64_t depth = 0;
  std::vector<std::pair<NodeId, RelationshipId>>
      from;  ///< the node before and the relationship, for each of the equally short ways
};
using Arrivals = std::unordered_map<NodeId, Arrival>;

/// Calls `each` for every shortest path, with its relationships in `walked`, from `node` back to the start of the
/// search. `each` returns false to stop; so does this.
bool each_way_back(const Arrivals& arrivals, NodeId node, std::vector<RelationshipId>& walked,
                   FunctionRef<bool()> each) {
  // Bounds the recursion, which has a level for each hop.
  constexpr std::size_t kLongest = 10'000;
  if (walked.size() > kLongest) {
    runtime_error("TransientError", "PathTooLong",
                  fmt::format("the shortest paths have more than {} hops; give the pattern an upper bound", kLongest));
  }
  const auto& arrival = arrivals.at(node);
  if (arrival.from.empty()) return each();
  for (const auto& [previous, by] : arrival.from) {
    walked.push_back(by);
    const bool more = each_way_back(arrivals, previous, walked, each);
    walked.pop_back();
    if (!more) return false;
  }
  return true;
}

}  // namespace

/// One end's half of the bidirectional search: the queue of reached nodes and how each was reached.
struct Matcher::Side {
  Side(std::size_t node_count, NodeId end, Direction along) : seen(node_count), direction(along) {
    seen.push(static_cast<std::uint32_t>(end), 0);
    by.push_back(RelationshipId{});
  }
  /// The relationships from position `at` back to this side's end.
  [[nodiscard]] std::vector<RelationshipId> trail(std::size_t at) const {
    std::vector<RelationshipId> walked;
    for (; at != 0; at = seen.came_from(at)) walked.push_back(by[at]);
    return walked;
  }

  WalkScratch seen;
  std::vector<RelationshipId> by;  ///< parallel to the queue: how each node was reached
  std::size_t head = 0;            ///< the first node in the queue that is not expanded yet
  Direction direction;
};

/// Expands one level. Returns true at the first node that the other side has reached; that node is the last in the
/// queue.
bool Matcher::meets(const MatchStep& step, Side& side, const Side& other) {
  std::vector<Hop> hops;
  for (const auto level_end = side.seen.size(); side.head < level_end; ++side.head) {
    hops.clear();
    hops_from(step, NodeId{side.seen[side.head]}, side.direction, hops);
    spend(step, hops.size() + 1);
    for (const auto& hop : hops) {
      const auto node = static_cast<std::uint32_t>(hop.node);
      if (!side.seen.push(node, side.head)) continue;
      side.by.push_back(hop.relationship);
      if (other.seen.is_marked(node)) return true;
    }
  }
  return false;
}

/// One shortest walk from `from` to `to`, as relationships in walking order; nothing if no walk has at most `max` hops.
/// The first meeting is a shortest walk, because each round extends the sum of both depths by one.
std::optional<std::vector<RelationshipId>> Matcher::shortest_walk(const MatchStep& step, NodeId from, NodeId to,
                                                                  std::int64_t max) {
  if (from == to) return std::vector<RelationshipId>();
  const auto back = step.direction == Direction::Out  ? Direction::In
                    : step.direction == Direction::In ? Direction::Out
                                                      : Direction::Both;
  Side near(context_.around.graph.node_count(), from, step.direction);
  Side far(context_.around.graph.node_count(), to, back);
  for (std::int64_t length = 0; length < max; ++length) {
    const auto near_width = near.seen.size() - near.head;
    const auto far_width = far.seen.size() - far.head;
    if (near_width == 0 || far_width == 0) return std::nullopt;
    auto& side = near_width <= far_width ? near : far;
    const auto& other = near_width <= far_width ? far : near;
    if (!meets(step, side, other)) continue;
    const auto meeting = side.seen[side.seen.size() - 1];
    const auto queue = other.seen.queue();
    const auto there = static_cast<std::size_t>(std::ranges::find(queue, meeting) - queue.begin());
    auto walked = near.trail(&side == &near ? side.seen.size() - 1 : there);
    std::ranges::reverse(walked);
    const auto rest = far.trail(&side == &far ? side.seen.size() - 1 : there);
    walked.insert(walked.end(), rest.begin(), rest.end());
    return walked;
  }
  return std::nullopt;
}

/// Finds one or all shortest paths and continues the plan for each. The breadth-first search ends when it has reached
/// `to` and, for all paths, when the level before it is complete.
bool Matcher::shortest(const MatchStep& step, std::size_t at, Found found) {
  if (!row_[step.from].is(ValueType::Node) || !row_[step.slot].is(ValueType::Node)) return true;
  const auto from = row_[step.from].node();
  const auto to = row_[step.slot].node();
  const auto& relationship = *step.relationship;
  const bool all = step.pattern->shortest == ShortestPath::All;
  const auto any_length = std::numeric_limits<std::int64_t>::max();
  const auto max = relationship.variable_length ? relationship.max.value_or(any_length) : 1;
  // The empty path is the shortest one from a node to itself, and it has to be allowed.
  if (from == to && relationship.min > 0) return true;
  const auto put = [&](const std::vector<RelationshipId>& forward) {
    if (relationship.variable_length) {
      put_relationships(step, forward);
    } else {
      row_[relationship.slot] = forward.front();
    }
    return this->step(at + 1, found);
  };
  if (!all && !relationship.properties) {
    const auto walk = shortest_walk(step, from, to, max);
    return !walk || put(*walk);
  }
  Arrivals arrivals;
  arrivals[from] = {};
  std::deque<NodeId> queue = {from};
  std::vector<Hop> hops;
  while (!queue.empty() && !(arrivals.contains(to) && (!all || arrivals[queue.front()].depth >= arrivals[to].depth))) {
    const auto node = queue.front();
    queue.pop_front();
    const auto depth = arrivals[node].depth;
    if (depth >= max) break;
    hops.clear();
    hops_from(step, node, step.direction, hops);
    spend(step, hops.size() + 1);
    for (const auto& hop : hops) {
      if (!properties_fit(relationship, hop.relationship)) continue;
      const auto [entry, is_new] = arrivals.try_emplace(hop.node, Arrival{depth + 1, {}});
      if (is_new) queue.push_back(hop.node);
      if (is_new || (all && entry->second.depth == depth + 1)) entry->second.from.emplace_back(node, hop.relationship);
    }
  }
  if (!arrivals.contains(to)) return true;
  std::vector<RelationshipId> walked;
  return each_way_back(arrivals, to, walked,
                       [&] { return put(std::vector<RelationshipId>(walked.rbegin(), walked.rend())); });
}

}  // namespace treatygraph::queries::cypher
