#include "queries/cypher/running/matcher.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/indexes/property_index.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/part_hops.h"
#include "queries/cypher/running/path_mode.h"
#include "queries/cypher/running/path_selection.h"
#include "queries/cypher/values/order.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries::cypher {

bool Matcher::run(FunctionRef<bool()> found) {
  used_.clear();
  return step(0, found);
}

bool Matcher::run_after(std::span<const RelationshipId> used, bool may_repeat,
                        FunctionRef<bool(std::span<const RelationshipId>)> found) {
  used_.assign(used.begin(), used.end());
  may_repeat_ = may_repeat;
  return step(0, [&] { return found(std::span(used_).subspan(used.size())); });
}

bool Matcher::step(std::size_t at, Found found) {
  if (context_.profile != nullptr && at > 0) context_.profile->add_row(&plan_.steps[at - 1]);
  if (at == plan_.steps.size()) return found();
  const auto& step = plan_.steps[at];
  if (step.impossible) return true;
  switch (step.kind) {
    case MatchStep::Kind::Bound:
    case MatchStep::Kind::Key:
    case MatchStep::Kind::Keys:
    case MatchStep::Kind::Indexed:
    case MatchStep::Kind::Label:
    case MatchStep::Kind::AllNodes:
      return start(step, at, found);
    case MatchStep::Kind::Ends:
      return ends(step, at, found);
    case MatchStep::Kind::Expand:
      return step.counts ? count(step, at, found) : expand(step, at, found);
    case MatchStep::Kind::ExpandMany:
      return step.counts ? count(step, at, found) : expand_many(step, at, found);
    case MatchStep::Kind::ExpandEnds:
      return expand_ends(step, at, found);
    case MatchStep::Kind::ExpandPart:
      return expand_part(step, at, found);
    case MatchStep::Kind::Shortest:
      return shortest(step, at, found);
    case MatchStep::Kind::Select:
      return select_paths(step, may_repeat_, row_, context_, [&] { return this->step(at + 1, found); });
    case MatchStep::Kind::Filter:
      return !is_met(*step.expression, row_, context_) || this->step(at + 1, found);
    case MatchStep::Kind::Property:
      return !has_property(step) || this->step(at + 1, found);
    case MatchStep::Kind::BuildPath:
      build_path(step);
      return !fits_mode(row_[step.slot].path(), step.pattern->mode) || this->step(at + 1, found);
  }
  return true;
}

void Matcher::spend(const MatchStep& step, std::size_t hits) {
  context_.execution.spend(hits);
  if (context_.profile != nullptr) context_.profile->add_hits(&step, hits);
}

bool Matcher::has_labels(const MatchStep& step, NodeId node) const {
  return std::ranges::all_of(step.labels, [&](LabelId label) { return context_.around.graph.has_label(node, label); });
}

bool Matcher::is_used(RelationshipId relationship) const {
  return !may_repeat_ && std::ranges::find(used_, relationship) != used_.end();
}

bool Matcher::has_property(const MatchStep& step) {
  const auto& element = row_[step.slot];
  if (!element.is(ValueType::Node) && !element.is(ValueType::Relationship)) return false;
  const auto value = property_of(context_.around, element, step.name, step.property);
  return equals(value, evaluate(*step.expression, row_, context_)) == true;
}

/// Each once, in document order.
std::vector<NodeId> Matcher::nodes_with_keys(const MatchStep& step) {
  const auto keys = evaluate(*step.expression, row_, context_);
  std::vector<NodeId> nodes;
  if (keys.is_null()) return nodes;
  if (!keys.is(ValueType::List)) type_error(fmt::format("IN takes a list, not {}", name_of(keys.type())));
  for (const auto& key : keys.list()) {
    if (!key.is(ValueType::String)) continue;
    if (const auto node = context_.around.graph.find(key.string())) nodes.push_back(*node);
  }
  std::ranges::sort(nodes);
  nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
  return nodes;
}

bool Matcher::start(const MatchStep& step, std::size_t at, Found found) {
  const auto& graph = context_.around.graph;
  const auto try_node = [&](NodeId node) {
    spend(step, 1);
    row_[step.slot] = node;
    return this->step(at + 1, found);
  };
  if (step.kind == MatchStep::Kind::Bound) {
    const auto& value = row_[step.slot];
    if (value.is_null()) return true;
    if (!value.is(ValueType::Node)) type_error("a pattern meets a variable that holds no node");
    return !has_labels(step, value.node()) || this->step(at + 1, found);
  }
  if (step.kind == MatchStep::Kind::Key) {
    const auto key = evaluate(*step.expression, row_, context_);
    if (!key.is(ValueType::String)) return true;
    const auto node = graph.find(key.string());
    return !node || !has_labels(step, *node) || try_node(*node);
  }
  if (step.kind == MatchStep::Kind::Keys) {
    for (const auto node : nodes_with_keys(step)) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  const auto wanted = step.index != nullptr ? evaluate(*step.expression, row_, context_) : Value();
  if (step.index != nullptr && wanted.is_null()) return true;  // nothing equals null
  if (PropertyIndex::knows(wanted)) {
    for (const auto& [hash, node] : step.index->find(wanted)) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  for (std::size_t i = 0; i < step.any_labels.size(); ++i) {
    const auto earlier = std::span(step.any_labels).first(i);
    for (const auto node : graph.nodes_with(step.any_labels[i])) {
      const bool is_seen = std::ranges::any_of(earlier, [&](LabelId label) { return graph.has_label(node, label); });
      if (!is_seen && !try_node(node)) return false;
    }
  }
  if (!step.any_labels.empty()) return true;
  if (!step.labels.empty()) {
    for (const auto node : graph.nodes_with(step.labels[0])) {
      if (has_labels(step, node) && !try_node(node)) return false;
    }
    return true;
  }
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    if (!try_node(NodeId{node})) return false;
  }
  return true;
}

/// The relationship is there; the node may be either of its ends, and Expand will say whether it fits.
bool Matcher::ends(const MatchStep& step, std::size_t at, Found found) {
  const auto& value = row_[step.relationship->slot];
  if (!value.is(ValueType::Relationship)) return true;
  const auto& graph = context_.around.graph;
  const auto source = graph.source(value.relationship());
  const auto target = graph.target(value.relationship());
  for (const auto node : {source, target}) {
    if (!has_labels(step, node)) continue;
    row_[step.slot] = node;
    if (!this->step(at + 1, found)) return false;
    if (source == target) break;
  }
  return true;
}

void Matcher::hops_from(const MatchStep& step, NodeId node, Direction direction, std::vector<Hop>& hops) {
  const auto& graph = context_.around.graph;
  for (const auto type : step.types) {
    if (direction != Direction::In) {
      for (const auto hop : graph.out(node, type)) hops.push_back(hop);
    }
    if (direction == Direction::Out) continue;
    for (const auto hop : graph.in(node, type)) {
      // A relationship to itself has been seen going out.
      if (hop.node != node || direction == Direction::In) hops.push_back(hop);
    }
  }
}

bool Matcher::reach(const MatchStep& step, NodeId node) {
  if (step.node_bound) {
    const auto& value = row_[step.slot];
    return value.is(ValueType::Node) && value.node() == node && has_labels(step, node);
  }
  if (!has_labels(step, node)) return false;
  row_[step.slot] = node;
  return true;
}

bool Matcher::expand(const MatchStep& step, std::size_t at, Found found) {
  const auto& graph = context_.around.graph;
  const auto& from = row_[step.from];
  if (!from.is(ValueType::Node)) return true;
  const auto start = from.node();
  const auto slot = step.relationship->slot;
  const bool is_bound = !step.relationship->binds;
  const auto bound = is_bound ? row_[slot] : Value();
  if (is_bound && !bound.is(ValueType::Relationship)) return true;

  const auto walk = [&](const Hop& hop) {
    spend(step, 1);
    if (is_bound && hop.relationship != bound.relationship()) return true;
    if (plan_.single_hop) {
      if (!reach(step, hop.node)) return true;
      row_[slot] = hop.relationship;
      return this->step(at + 1, found);
    }
    if (is_used(hop.relationship) || !reach(step, hop.node)) return true;
    row_[slot] = hop.relationship;
    used_.push_back(hop.relationship);
    const bool more = this->step(at + 1, found);
    used_.pop_back();
    return more;
  };
  for (const auto type : step.types) {
    if (step.direction != Direction::In) {
      for (const auto hop : graph.out(start, type)) {
        if (!walk(hop)) return false;
      }
    }
    if (step.direction == Direction::Out) continue;
    for (const auto hop : graph.in(start, type)) {
      const bool seen_going_out = hop.node == start && step.direction == Direction::Both;
      if (!seen_going_out && !walk(hop)) return false;
    }
  }
  return true;
}

bool Matcher::properties_fit(const RelationshipPattern& pattern, RelationshipId relationship) {
  if (!pattern.properties) return true;
  for (const auto& [name, value] : as<MapLiteral>(*pattern.properties)->entries) {
    const auto wanted = evaluate(*value, row_, context_);
    if (equals(property_of(context_.around, relationship, name), wanted) != true) return false;
  }
  return true;
}

void Matcher::put_relationships(const MatchStep& step, std::span<const RelationshipId> walked) {
  ValueList list(walked.begin(), walked.end());
  if (step.backward) std::ranges::reverse(list);
  row_[step.relationship->slot] = std::move(list);
}

/// Every walk without a repeated relationship, depth first, with a stack of its own: a path may be long.
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

/// Every walk over repetitions, depth first, with a stack of its own. The repetitions from one node are found at once.
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
  std::deque<Level> levels;  // whose elements stay where they are
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

/// Breadth first, each node once. The start is an end, too, where a way leads back to it.
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

/// Of the last step: one row for all of its hops, with their number where the end would stand.
bool Matcher::count(const MatchStep& step, std::size_t at, Found found) {
  std::int64_t hops = 0;
  const auto add = [&] { return ++hops > 0; };
  if (step.kind == MatchStep::Kind::ExpandMany) {
    expand_many(step, at, add);
  } else if (const auto known = degree(step)) {
    spend(step, 1);
    hops = *known;
  } else {
    expand(step, at, add);
  }
  if (hops == 0) return true;
  row_[step.relationship->slot] = hops;
  row_[step.slot] = hops;
  return found();
}

/// How many hops the step may walk, where that is known without walking them.
std::optional<std::int64_t> Matcher::degree(const MatchStep& step) const {
  if (!step.labels.empty() || step.direction == Direction::Both || !row_[step.from].is(ValueType::Node))
    return std::nullopt;
  const auto& graph = context_.around.graph;
  const auto node = row_[step.from].node();
  const bool out = step.direction == Direction::Out;
  std::size_t hops = 0;
  for (const auto type : step.types) hops += out ? graph.out(node, type).size() : graph.in(node, type).size();
  const auto is_among_them = [&](RelationshipId used) {
    return (out ? graph.source(used) : graph.target(used)) == node &&
           std::ranges::find(step.types, graph.type(used)) != step.types.end();
  };
  return static_cast<std::int64_t>(hops) - std::ranges::count_if(used_, is_among_them);
}

/// The relationships are a list already: whether they lead from here to there.
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

namespace {

/// How a search from one node first came to another.
struct Arrival {
  std::int64_t depth = 0;
  std::vector<std::pair<NodeId, RelationshipId>> from;  ///< every hop that is as short
};
using Arrivals = std::unordered_map<NodeId, Arrival>;

/// Calls `each` with every way back from `node` to where the search began; false from it ends that.
bool each_way_back(const Arrivals& arrivals, NodeId node, std::vector<RelationshipId>& walked,
                   FunctionRef<bool()> each) {
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

/// What a search from one end has seen.
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
  std::vector<RelationshipId> by;  ///< beside the queue: over what each node was reached
  std::size_t head = 0;
  Direction direction;
};

/// Expands one level; whether its last node is one that the other side has seen.
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

/// One shortest walk from `from` to `to`, by search from both ends; nothing where none is as short as `max`.
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

/// Breadth first from one end until the level on which the other is met is complete.
bool Matcher::shortest(const MatchStep& step, std::size_t at, Found found) {
  if (!row_[step.from].is(ValueType::Node) || !row_[step.slot].is(ValueType::Node)) return true;
  const auto from = row_[step.from].node();
  const auto to = row_[step.slot].node();
  const auto& relationship = *step.relationship;
  const bool all = step.pattern->shortest == ShortestPath::All;
  const auto any_length = std::numeric_limits<std::int64_t>::max();
  const auto max = relationship.variable_length ? relationship.max.value_or(any_length) : 1;
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

Path path_of(const Pattern& pattern, const Row& row, const Graph& graph) {
  Path path;
  path.nodes.push_back(row[pattern.nodes[0].slot].node());
  const auto follow = [&](RelationshipId relationship) {
    const auto last = path.nodes.back();
    const auto source = graph.source(relationship);
    path.relationships.push_back(relationship);
    path.nodes.push_back(source == last ? graph.target(relationship) : source);
  };
  for (const auto& relationship : pattern.relationships) {
    const auto& value = row[relationship.slot];
    if (value.is(ValueType::Relationship)) {
      follow(value.relationship());
    } else {
      for (const auto& item : value.list()) follow(item.relationship());
    }
  }
  return path;
}

void Matcher::build_path(const MatchStep& step) {
  row_[step.slot] = path_of(*step.pattern, row_, context_.around.graph);
}

}  // namespace treatygraph::queries::cypher
