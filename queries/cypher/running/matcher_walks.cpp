// Walks over several relationships. Which function runs depends on what the query asks for: every walk (expand_many),
// every walk over a repeated part (expand_part), each end once (expand_ends), or a walk along a list of relationships
// that is bound already (along_list). The number of walks can grow exponentially with their length, so expand_ends is
// used whenever only the ends matter: it is linear in the graph.

#include <algorithm>
#include <deque>
#include <limits>

#include "graph/graph.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/matcher.h"
#include "queries/cypher/running/part_hops.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries::cypher {

/// All walks without repeated relationships, depth first. The stack is explicit, because paths may be long. A level has
/// the hops from the node that the walk has reached; the walk itself is the end of `used_`.
bool Matcher::expand_many(const MatchStep& step, std::size_t at, Found found) {
  const auto& relationship = *step.relationship;
  if (!row_[step.from].is(ValueType::Node)) return true;
  if (!relationship.binds) return along_list(step, at, found);
  struct Level {
    std::vector<Hop> hops;
    std::size_t next = 0;
  };
  const auto max = relationship.max.value_or(std::numeric_limits<std::int64_t>::max());
  const auto base = used_.size();
  const auto first = row_[step.from].node();
  const auto arrive = [&](NodeId node) {
    const auto depth = static_cast<std::int64_t>(used_.size() - base);
    if (depth < relationship.min || depth > max) return true;
    if (!reach(step, node)) return true;
    if (!step.counts) put_relationships(step, std::span(used_).subspan(base));
    return this->step(at + 1, found);
  };
  if (!arrive(first)) return false;
  std::vector<Level> levels(1);
  if (max > 0) hops_from(step, first, step.direction, levels[0].hops);
  while (!levels.empty()) {
    auto& level = levels.back();
    if (level.next == level.hops.size()) {
      levels.pop_back();
      if (used_.size() > base) used_.pop_back();
      continue;
    }
    const auto hop = level.hops[level.next++];
    spend(step, 1);
    if (is_used(hop.relationship) || !properties_fit(relationship, hop.relationship)) continue;
    used_.push_back(hop.relationship);
    if (!arrive(hop.node)) {
      used_.resize(base);
      return false;
    }
    levels.emplace_back();
    if (static_cast<std::int64_t>(used_.size() - base) < max)
      hops_from(step, hop.node, step.direction, levels.back().hops);
  }
  return true;
}

/// The same over repetitions of a part. All repetitions from one node are found together, because the matcher of the
/// part cannot be suspended in the middle.
bool Matcher::expand_part(const MatchStep& step, std::size_t at, Found found) {
  const auto& relationship = *step.relationship;
  if (!row_[step.from].is(ValueType::Node)) return true;
  struct Level {
    std::vector<PartHop> hops;
    std::size_t next = 0;
  };
  const PartWalk walk{&relationship, step.backward, may_repeat_};
  const auto max = relationship.max.value_or(std::numeric_limits<std::int64_t>::max());
  const auto base = used_.size();
  std::vector<const PartHop*> way;
  const auto arrive = [&](NodeId node) {
    const auto depth = static_cast<std::int64_t>(way.size());
    if (depth < relationship.min || depth > max || !reach(step, node)) return true;
    put_groups(walk, way, row_);
    return this->step(at + 1, found);
  };
  const auto hops_at = [&](NodeId node) {
    auto hops = part_hops(walk, node, used_, row_, context_);
    spend(step, hops.size() + 1);
    return hops;
  };
  const auto first = row_[step.from].node();
  if (!arrive(first)) return false;
  std::deque<Level> levels;  // a deque, because `way` points to hops inside of it
  levels.push_back({hops_at(first), 0});
  while (!levels.empty()) {
    auto& level = levels.back();
    if (level.next == level.hops.size()) {
      levels.pop_back();
      if (way.empty()) continue;
      used_.resize(used_.size() - way.back()->walked.size());
      way.pop_back();
      continue;
    }
    const auto& hop = level.hops[level.next++];
    way.push_back(&hop);
    used_.insert(used_.end(), hop.walked.begin(), hop.walked.end());
    if (!arrive(hop.end)) {
      used_.resize(base);
      return false;
    }
    levels.push_back({static_cast<std::int64_t>(way.size()) < max ? hops_at(hop.end) : std::vector<PartHop>(), 0});
  }
  return true;
}

/// Breadth first, so each node is an end once. With a minimum of one hop, the start is an end too if a cycle leads back
/// to it: `start_is_due` until then.
bool Matcher::expand_ends(const MatchStep& step, std::size_t at, Found found) {
  const auto& relationship = *step.relationship;
  if (!row_[step.from].is(ValueType::Node)) return true;
  const auto start = row_[step.from].node();
  const auto max = relationship.max.value_or(std::numeric_limits<std::int64_t>::max());
  const auto arrive = [&](NodeId node) { return !reach(step, node) || this->step(at + 1, found); };
  bool start_is_due = relationship.min == 1;
  if (relationship.min == 0 && !arrive(start)) return false;
  WalkScratch seen(context_.around.graph.node_count());
  seen.push(static_cast<std::uint32_t>(start));
  std::vector<Hop> hops;
  std::size_t head = 0;
  for (std::int64_t depth = 0; depth < max && head < seen.size(); ++depth) {
    for (const auto level_end = seen.size(); head < level_end; ++head) {
      hops.clear();
      hops_from(step, NodeId{seen[head]}, step.direction, hops);
      spend(step, hops.size() + 1);
      for (const auto& hop : hops) {
        if (!properties_fit(relationship, hop.relationship)) continue;
        const bool closes = hop.node == start && start_is_due;
        if (closes) start_is_due = false;
        if (!seen.push(static_cast<std::uint32_t>(hop.node)) && !closes) continue;
        if (!arrive(hop.node)) return false;
      }
    }
  }
  return true;
}

/// The relationships are bound as a list already: checks that they form a walk from the start to the other end, with
/// allowed types, directions and properties.
bool Matcher::along_list(const MatchStep& step, std::size_t at, Found found) {
  const auto& graph = context_.around.graph;
  const auto value = row_[step.relationship->slot];
  if (!value.is(ValueType::List)) return true;
  auto list = value.list();
  if (step.backward) std::ranges::reverse(list);
  const auto length = static_cast<std::int64_t>(list.size());
  if (length < step.relationship->min || length > step.relationship->max.value_or(length)) return true;
  auto node = row_[step.from].node();
  const auto base = used_.size();
  bool leads = true;
  for (const auto& item : list) {
    if (!item.is(ValueType::Relationship)) type_error("the list holds something else than relationships");
    const auto relationship = item.relationship();
    const auto type = graph.type(relationship);
    const bool out = graph.source(relationship) == node && step.direction != Direction::In;
    const bool in = graph.target(relationship) == node && step.direction != Direction::Out;
    leads = leads && (out || in) && !is_used(relationship) && std::ranges::find(step.types, type) != step.types.end() &&
            properties_fit(*step.relationship, relationship);
    if (!leads) break;
    node = out ? graph.target(relationship) : graph.source(relationship);
    used_.push_back(relationship);
  }
  const bool more = !leads || !reach(step, node) || this->step(at + 1, found);
  used_.resize(base);
  return more;
}

}  // namespace treatygraph::queries::cypher
