// The pattern is a chain of elements (path_plan.h): the search is one in the product of the graph and this chain. A
// state is (node, element, count): so many repetitions of that element end at this node. An arrival is an edge from a
// state to a state: a relationship, one repetition of a part, or the step from one element to the next, which has
// length 0 and checks the node between them. The states form a graph whose paths are all matching walks.
//
// For length 0, 1, 2 and so on: expand_to() completes all states at that distance, and go_back() enumerates the walks
// of exactly that length from each end back to the start. A walk that repeats a relationship is not a trail and is
// skipped there, so a target may need longer walks than its distance. The distance of each state from the start prunes
// the enumeration: a prefix that is too far from the start for the remaining length is cut.

#include "queries/cypher/running/path_selection.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/matcher.h"
#include "queries/cypher/running/part_hops.h"
#include "queries/cypher/running/path_mode.h"
#include "queries/cypher/values/order.h"

namespace treatygraph::queries::cypher {
namespace {

using StateId = std::uint32_t;
constexpr std::uint32_t kNone = ~0U;

/// One way to reach a state.
struct Reached {
  StateId from = 0;
  /// The relationship or, for a repeated part, the index in `parts_`. kNone: it advances to the next element.
  std::uint32_t hop = kNone;
  std::uint32_t length = 0;    ///< in relationships
  std::uint32_t next = kNone;  ///< the next way to reach the same state
};

/// At `node`, after `count` repetitions of `element` of the plan. If the element has no upper bound, `count` stops at
/// the minimum, so the number of states stays finite.
struct State {
  NodeId node{};
  std::uint32_t element = 0;
  std::uint32_t count = 0;
  std::size_t depth = 0;           ///< relationships of the shortest walk from the start
  std::uint32_t arrivals = kNone;  ///< the last way to reach it; the others follow by Reached::next
};

/// A state at the end of the pattern: one end node.
struct Target {
  StateId state = 0;
  std::int64_t taken = 0;  ///< paths that were found or, for GROUPS, lengths with a path
  bool done = false;       ///< no more paths are wanted, or none exist
};

/// One search from one start node. `found` is called inside run().
class Selection {
 public:
  Selection(const MatchStep& step, bool may_repeat, Row& row, Context& context, FunctionRef<bool()> found)
      : step_(step), plan_(*step.paths), may_repeat_(may_repeat), row_(row), context_(context), found_(found) {}

  bool run();

 private:
  /// The k of SHORTEST k.
  [[nodiscard]] std::int64_t wanted();
  StateId state(NodeId node, std::uint32_t element, std::uint32_t count, std::size_t depth);
  /// Records an arrival, and the state that it reaches if that is new.
  void arrive(StateId from, NodeId node, std::uint32_t element, std::uint32_t count, std::uint32_t hop,
              std::size_t length);
  /// Follows everything that leads on from a state.
  void expand(StateId id);
  void expand_to(std::size_t length);
  /// Charges one relationship or repetition.
  void look_at_one() {
    context_.execution.spend(1);
    if (context_.profile != nullptr) context_.profile->add_hits(&step_, 1);
  }
  /// The hops from a state, and the repetitions of a part from a state. They lead to states with `next_count`.
  void walk_hops(StateId id, const PathPlan::Element& element, std::uint32_t next_count);
  void walk_part(StateId id, const PathPlan::Element& element, std::uint32_t next_count);
  bool hop_fits(const PathPlan::Element& element, RelationshipId relationship);
  bool node_fits(const PathPlan::Element& element, NodeId node);
  bool meets(const std::vector<MatchStep>& checks);
  /// Takes all paths of one length to a target.
  bool take(Target& target, std::size_t length, std::int64_t wanted);
  bool go_back(Target& target, std::size_t length, std::int64_t wanted);
  bool emit(Target& target);
  void put_path();
  [[nodiscard]] const PartHop* part_of(const Reached& arrival) const;
  /// Whether the arrival uses the relationship.
  [[nodiscard]] bool walks(const Reached& arrival, RelationshipId relationship) const;
  /// Whether the arrival uses a relationship that the current path has used already.
  [[nodiscard]] bool repeats(const Reached& arrival) const;

  const MatchStep& step_;
  const PathPlan& plan_;
  bool may_repeat_;
  Row& row_;
  Context& context_;
  FunctionRef<bool()> found_;

  std::deque<State> states_;  ///< the start is state 0
  std::unordered_map<std::uint64_t, StateId> by_key_;
  std::vector<Reached> arrivals_;
  std::vector<PartHop> parts_;
  std::map<std::size_t, std::vector<StateId>> waiting_;  ///< by depth, not expanded yet
  std::vector<Target> targets_;
  std::vector<std::uint32_t> way_;  ///< arrivals of the current path, from its end
  bool cut_ = false;                ///< a way was too long for the current length
  std::size_t taken_now_ = 0;       ///< paths taken in the current take()
};

std::int64_t Selection::wanted() {
  const auto& count = step_.pattern->selector->count;
  if (!count) return 1;
  const auto value = evaluate(*count, row_, context_);
  if (!value.is(ValueType::Integer) || value.integer() < 1) {
    runtime_error("ArgumentError", "NumberOutOfRange",
                  "the number of paths after SHORTEST or ANY is an integer from 1");
  }
  return value.integer();
}

/// The state, created if necessary. States at the end of the pattern are targets.
StateId Selection::state(NodeId node, std::uint32_t element, std::uint32_t count, std::size_t depth) {
  // Node, element and count in 64 bits: 10 bits for the element, 22 for the count.
  const auto key = static_cast<std::uint64_t>(node) << 32U | static_cast<std::uint64_t>(element) << 22U | count;
  const auto [entry, is_new] = by_key_.try_emplace(key, static_cast<StateId>(states_.size()));
  if (!is_new) return entry->second;
  states_.push_back({node, element, count, depth, kNone});
  if (element == plan_.elements.size()) {
    targets_.push_back({entry->second});
  } else {
    waiting_[depth].push_back(entry->second);
  }
  return entry->second;
}

void Selection::arrive(StateId from, NodeId node, std::uint32_t element, std::uint32_t count, std::uint32_t hop,
                       std::size_t length) {
  const auto to = state(node, element, count, states_[from].depth + length);
  arrivals_.push_back({from, hop, static_cast<std::uint32_t>(length), states_[to].arrivals});
  states_[to].arrivals = static_cast<std::uint32_t>(arrivals_.size() - 1);
}

bool Selection::meets(const std::vector<MatchStep>& checks) {
  return std::ranges::all_of(checks, [&](const MatchStep& check) {
    if (check.kind == MatchStep::Kind::Filter) return is_met(*check.expression, row_, context_);
    const auto value = property_of(context_.around, row_[check.slot], check.name, check.property);
    return equals(value, evaluate(*check.expression, row_, context_)) == true;
  });
}

bool Selection::node_fits(const PathPlan::Element& element, NodeId node) {
  const auto& graph = context_.around.graph;
  const auto has = [&](LabelId label) { return graph.has_label(node, label); };
  if (element.impossible || !std::ranges::all_of(element.labels, has)) return false;
  if (element.node_bound) {
    const auto& value = row_[element.node->slot];
    if (!value.is(ValueType::Node) || value.node() != node) return false;
  } else {
    row_[element.node->slot] = node;
  }
  return meets(element.node_checks);
}

bool Selection::hop_fits(const PathPlan::Element& element, RelationshipId relationship) {
  const auto& pattern = *element.relationship;
  if (!pattern.binds) {
    const auto& bound = row_[pattern.slot];
    if (!bound.is(ValueType::Relationship) || bound.relationship() != relationship) return false;
  }
  if (pattern.variable_length && pattern.properties) {
    for (const auto& [name, wanted] : as<MapLiteral>(*pattern.properties)->entries) {
      const auto value = property_of(context_.around, relationship, name);
      if (equals(value, evaluate(*wanted, row_, context_)) != true) return false;
    }
  }
  if (element.hop_checks.empty()) return true;
  row_[pattern.slot] = relationship;
  return meets(element.hop_checks);
}

void Selection::walk_hops(StateId id, const PathPlan::Element& element, std::uint32_t next_count) {
  const auto& graph = context_.around.graph;
  const auto from = states_[id];
  const auto walk = [&](const Hop& hop) {
    look_at_one();
    if (!hop_fits(element, hop.relationship)) return;
    arrive(id, hop.node, from.element, next_count, static_cast<std::uint32_t>(index_of(hop.relationship)), 1);
  };
  for (const auto type : element.types) {
    if (element.direction != Direction::In) {
      for (const auto hop : graph.out(from.node, type)) walk(hop);
    }
    if (element.direction == Direction::Out) continue;
    for (const auto hop : graph.in(from.node, type)) {
      if (hop.node != from.node || element.direction == Direction::In) walk(hop);
    }
  }
}

void Selection::walk_part(StateId id, const PathPlan::Element& element, std::uint32_t next_count) {
  const auto from = states_[id];
  const PartWalk walk{element.relationship, plan_.backward, may_repeat_};
  for (auto& hop : part_hops(walk, from.node, {}, row_, context_)) {
    look_at_one();
    const auto length = hop.walked.size();
    const auto end = hop.end;
    parts_.push_back(std::move(hop));
    arrive(id, end, from.element, next_count, static_cast<std::uint32_t>(parts_.size() - 1), length);
  }
}

void Selection::expand(StateId id) {
  const auto at = states_[id];
  const auto& element = plan_.elements[at.element];
  context_.execution.spend(1);
  if (static_cast<std::int64_t>(at.count) >= element.min && node_fits(element, at.node)) {
    arrive(id, at.node, at.element + 1, 0, kNone, 0);
  }
  if (element.max && static_cast<std::int64_t>(at.count) >= *element.max) return;
  const auto cap = element.max.value_or(std::max<std::int64_t>(element.min, 1));
  const auto next_count = static_cast<std::uint32_t>(std::min<std::int64_t>(at.count + 1, cap));
  if (element.relationship->part) {
    walk_part(id, element, next_count);
  } else {
    walk_hops(id, element, next_count);
  }
}

/// Expands until every walk of `length` is known.
void Selection::expand_to(std::size_t length) {
  while (!waiting_.empty() && waiting_.begin()->first <= length) {
    const auto depth = waiting_.begin()->first;
    // expand() may add states of the same depth, by arrivals of length 0.
    for (std::size_t i = 0; i < waiting_[depth].size(); ++i) expand(waiting_[depth][i]);
    waiting_.erase(depth);
  }
}

/// The repetition of the arrival; null if it is a single relationship.
const PartHop* Selection::part_of(const Reached& arrival) const {
  return plan_.elements[states_[arrival.from].element].relationship->part ? &parts_[arrival.hop] : nullptr;
}

bool Selection::walks(const Reached& arrival, RelationshipId relationship) const {
  if (arrival.hop == kNone) return false;
  const auto* part = part_of(arrival);
  if (part == nullptr) return arrival.hop == index_of(relationship);
  return std::ranges::find(part->walked, relationship) != part->walked.end();
}

bool Selection::repeats(const Reached& arrival) const {
  if (may_repeat_ || arrival.hop == kNone) return false;
  const auto is_on_way = [&](RelationshipId relationship) {
    return std::ranges::any_of(way_, [&](std::uint32_t before) { return walks(arrivals_[before], relationship); });
  };
  const auto* part = part_of(arrival);
  return part == nullptr ? is_on_way(RelationshipId{arrival.hop}) : std::ranges::any_of(part->walked, is_on_way);
}

/// Enumerates the trails of `length` that end at the target, backwards from its end, with an explicit stack. Sets
/// `cut_` if a way was left out because of the length: then longer trails may exist.
bool Selection::go_back(Target& target, std::size_t length, std::int64_t wanted) {
  struct Level {
    std::uint32_t next;  ///< the arrival to try
    std::size_t rest;    ///< relationships left at this level's state
  };
  way_.clear();
  const bool groups = step_.pattern->selector->groups;
  std::vector<Level> levels = {{states_[target.state].arrivals, length}};
  while (!levels.empty()) {
    auto& level = levels.back();
    if (level.next == kNone) {
      levels.pop_back();
      if (!way_.empty()) way_.pop_back();
      continue;
    }
    const auto at = level.next;
    const auto& arrival = arrivals_[at];
    level.next = arrival.next;
    context_.execution.spend(1);
    if (repeats(arrival)) continue;
    if (arrival.length + states_[arrival.from].depth > level.rest) {
      cut_ = true;
      continue;
    }
    const auto rest = level.rest - arrival.length;
    way_.push_back(at);
    const bool is_start = arrival.from == 0;
    if (is_start && rest == 0) {
      if (!emit(target)) return false;
      if (!groups && target.taken == wanted) {
        target.done = true;
        return true;
      }
    }
    levels.push_back({states_[arrival.from].arrivals, rest});
  }
  return true;
}

/// Writes the values of the current path to the row. `way_` has the path from its end to its start.
void Selection::put_path() {
  std::vector<std::vector<const PartHop*>> parts(plan_.elements.size());
  std::vector<ValueList> single(plan_.elements.size());
  for (auto at = way_.rbegin(); at != way_.rend(); ++at) {
    const auto& arrival = arrivals_[*at];
    const auto& from = states_[arrival.from];
    if (arrival.hop == kNone) {
      const auto& element = plan_.elements[from.element];
      if (!element.node_bound) row_[element.node->slot] = from.node;
    } else if (const auto* part = part_of(arrival)) {
      parts[from.element].push_back(part);
    } else {
      single[from.element].emplace_back(RelationshipId{arrival.hop});
    }
  }
  for (std::size_t i = 0; i < plan_.elements.size(); ++i) {
    const auto& relationship = *plan_.elements[i].relationship;
    if (relationship.part) {
      put_groups({&relationship, plan_.backward}, parts[i], row_);
    } else if (relationship.variable_length) {
      if (plan_.backward) std::ranges::reverse(single[i]);
      row_[relationship.slot] = std::move(single[i]);
    } else {
      row_[relationship.slot] = single[i][0];
    }
  }
}

/// Checks the whole path, counts it and calls `found_`. A path that fails the checks is not counted.
bool Selection::emit(Target& target) {
  put_path();
  const auto& pattern = *step_.pattern;
  const bool is_looked_at = pattern.mode == PathMode::Acyclic || pattern.mode == PathMode::Simple;
  if (pattern.slot != kNoSlot && (is_looked_at || !plan_.path_checks.empty())) {
    row_[pattern.slot] = path_of(pattern, row_, context_.around.graph);
    if (!fits_mode(row_[pattern.slot].path(), pattern.mode)) return true;
  }
  if (!meets(plan_.path_checks)) return true;
  ++taken_now_;
  if (!step_.pattern->selector->groups) ++target.taken;
  return found_();
}

bool Selection::take(Target& target, std::size_t length, std::int64_t wanted) {
  cut_ = false;
  taken_now_ = 0;
  if (!go_back(target, length, wanted)) return false;
  if (step_.pattern->selector->groups && taken_now_ > 0 && ++target.taken == wanted) target.done = true;
  if (!cut_ && waiting_.empty()) target.done = true;  // no longer trail exists either
  return true;
}

bool Selection::run() {
  if (!row_[step_.from].is(ValueType::Node)) return true;
  const auto most = wanted();
  const auto longest = context_.around.graph.relationship_count();
  state(row_[step_.from].node(), 0, 0, 0);
  const bool ends_at_one = plan_.elements.back().node_bound;
  for (std::size_t length = 0;; ++length) {
    expand_to(length);
    // `found` may reallocate, so targets are accessed by index.
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      auto target = targets_[i];
      if (target.done || states_[target.state].depth > length) continue;
      if (!take(target, length, most)) return false;
      targets_[i] = target;
    }
    const bool all_done = std::ranges::all_of(targets_, &Target::done);
    // With a free end, states that are not expanded yet may lead to further ends.
    if (all_done && (waiting_.empty() || (ends_at_one && !targets_.empty()))) return true;
    // No trail is longer than the number of relationships.
    if (length >= longest && waiting_.empty() && !may_repeat_) return true;
  }
}

}  // namespace

bool select_paths(const MatchStep& step, bool may_repeat, Row& row, Context& context, FunctionRef<bool()> found) {
  return Selection(step, may_repeat, row, context, found).run();
}

}  // namespace treatygraph::queries::cypher
