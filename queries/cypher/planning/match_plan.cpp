// The planner is greedy. While patterns are left, it takes the node with the cheapest start of all (match_start.h),
// begins that pattern there, and extends it hop by hop to the left and right, the cheaper side first. After each step,
// it places the conditions whose variables are now bound. It does not search all possible orders.

#include "queries/cypher/planning/match_plan.h"

#include <algorithm>

#include "queries/cypher/planning/label_fit.h"
#include "queries/cypher/planning/match_conditions.h"
#include "queries/cypher/planning/match_start.h"
#include "queries/cypher/planning/path_plan.h"

namespace treatygraph::queries::cypher {
namespace {

Direction reversed(Direction direction) {
  return direction == Direction::Out ? Direction::In : direction == Direction::In ? Direction::Out : Direction::Both;
}

/// Plans one MATCH, once.
class Planner {
 public:
  /// `given`: the slot of a node that has a value although the pattern binds it. Parts of quantified patterns have one.
  Planner(const Graph& graph, std::span<const Pattern> patterns, std::string_view key_property, const Expression* where,
          Slot given = kNoSlot)
      : graph_(graph),
        patterns_(patterns),
        conditions_(graph, patterns, where, given),
        starts_(graph, patterns, key_property, conditions_),
        done_(patterns.size()) {
    plan_.binds = conditions_.binds();
    plan_.single_hop = given == kNoSlot && has_single_hop();
  }

  MatchPlan plan(MatchOptions options) {
    // Reaching each end once is enough only if the path itself is not read and no second hop depends on it.
    const bool is_one_walk =
        patterns_.size() == 1 && patterns_[0].relationships.size() == 1 && patterns_[0].slot == kNoSlot;
    ends_only_ = options.ends_only && is_one_walk;
    plan_.may_repeat = options.may_repeat;
    conditions_.place(plan_.steps);
    for (std::size_t left = patterns_.size(); left > 0; --left) add_pattern();
    return std::move(plan_);
  }

 private:
  /// A variable length counts as two hops, because it can repeat a relationship.
  [[nodiscard]] bool has_single_hop() const {
    std::size_t hops = 0;
    for (const auto& pattern : patterns_) {
      hops += pattern.relationships.size();
      for (const auto& relationship : pattern.relationships) hops += relationship.variable_length ? 1 : 0;
    }
    return hops <= 1;
  }

  /// Adds the steps of the pattern that has the cheapest start.
  void add_pattern() {
    MatchStart best;
    for (std::size_t p = 0; p < patterns_.size(); ++p) {
      for (std::size_t n = 0; !done_[p] && n < patterns_[p].nodes.size(); ++n) {
        // A path selection walks from one end of the whole pattern to the other, so only the two ends can be its start.
        if (patterns_[p].selector && n > 0 && n + 1 < patterns_[p].nodes.size()) continue;
        auto start = starts_.at(p, n);
        if (start.cost < best.cost) best = std::move(start);
      }
    }
    done_[best.pattern] = true;
    const auto& pattern = patterns_[best.pattern];
    const bool selects = pattern.selector && !pattern.relationships.empty();
    const auto first = best.node;
    begin(std::move(best));
    if (selects) {
      add_selection(pattern, first > 0);
    } else if (pattern.shortest != ShortestPath::No) {
      add_shortest(pattern, first);
    } else {
      expand_from(pattern, first);
    }
    if (pattern.slot != kNoSlot) {
      MatchStep build;
      build.kind = MatchStep::Kind::BuildPath;
      build.pattern = &pattern;
      build.slot = pattern.slot;
      add(std::move(build));
    }
  }

  /// Adds the start. A condition that the start itself meets is not checked again.
  void begin(MatchStart start) {
    if (start.met) conditions_.drop(*start.met);
    add(std::move(start.step));
  }

  /// Adds the hops of a pattern from node `start` to both sides, the cheaper side first.
  void expand_from(const Pattern& pattern, std::size_t start) {
    auto left = start;
    auto right = start;
    while (left > 0 || right + 1 < pattern.nodes.size()) {
      const bool can_right = right + 1 < pattern.nodes.size();
      const bool can_left = left > 0;
      const bool go_right = can_right && (!can_left || cost(pattern, right, false) <= cost(pattern, left - 1, true));
      if (go_right) {
        add_expand(pattern, right, false);
        ++right;
      } else {
        add_expand(pattern, left - 1, true);
        --left;
      }
    }
  }

  /// An estimate of how many rows relationship `i` makes from one row: the average degree of the graph, half of it if
  /// the end needs a label. An end that is bound only filters, so it is nearly free. A variable length is a last
  /// resort.
  [[nodiscard]] double cost(const Pattern& pattern, std::size_t i, bool backward) const {
    const auto& relationship = pattern.relationships[i];
    const auto& to = pattern.nodes[backward ? i : i + 1];
    if (!conditions_.is_open(to.slot)) return 0.1;
    if (relationship.variable_length) return 1000;
    return static_cast<double>(graph_.relationship_count() + 1) / static_cast<double>(graph_.node_count() + 1) *
           (to.labels.empty() ? 1.0 : 0.5);
  }

  /// The ids of the types that the relationship may have, all types if the pattern names none. Names that the graph
  /// does not have are left out.
  [[nodiscard]] std::vector<TypeId> types_of(const RelationshipPattern& relationship) const {
    std::vector<TypeId> types;
    const auto& wanted = relationship.type_expression;
    for (std::size_t i = 0; relationship.types.empty() && i < graph_.types().size(); ++i) {
      const TypeId type{static_cast<std::uint16_t>(i)};
      const auto has_name = [&](const LabelExpression& name) { return name.name == graph_.types().name(type); };
      if (!wanted || labels_fit(*wanted, true, has_name)) types.push_back(type);
    }
    for (const auto& name : relationship.types) {
      const auto type = graph_.types().find(name);
      if (type && std::ranges::find(types, *type) == types.end()) types.push_back(*type);
    }
    return types;
  }

  /// The step that follows relationship `i` of the pattern.
  [[nodiscard]] MatchStep walk(const Pattern& pattern, std::size_t i, bool backward) const {
    const auto& relationship = pattern.relationships[i];
    MatchStep step;
    step.kind = relationship.part              ? MatchStep::Kind::ExpandPart
                : relationship.variable_length ? MatchStep::Kind::ExpandMany
                                               : MatchStep::Kind::Expand;
    // Breadth-first search would walk an undirected relationship back to its start, which no path does. So directed
    // ones only.
    const bool is_directed = relationship.direction != Direction::Both;
    if (ends_only_ && step.kind == MatchStep::Kind::ExpandMany && relationship.name.empty() && is_directed &&
        relationship.min <= 1) {
      step.kind = MatchStep::Kind::ExpandEnds;
    }
    step.relationship = &relationship;
    step.pattern = &pattern;
    step.node = &pattern.nodes[backward ? i : i + 1];
    step.from = pattern.nodes[backward ? i + 1 : i].slot;
    step.slot = step.node->slot;
    step.backward = backward;
    step.direction = backward ? reversed(relationship.direction) : relationship.direction;
    step.node_bound = !conditions_.is_open(step.slot);
    resolve_labels(graph_, *step.node, step);
    if (!relationship.part) step.types = types_of(relationship);
    return step;
  }

  void add_expand(const Pattern& pattern, std::size_t i, bool backward) { add(walk(pattern, i, backward)); }

  /// shortestPath() needs both ends: the second one is started too, unless it is bound already.
  void add_shortest(const Pattern& pattern, std::size_t start) {
    auto other = starts_.at(done_index(pattern), 1 - start);
    if (conditions_.is_open(other.step.slot)) begin(std::move(other));
    auto step = walk(pattern, 0, start == 1);
    step.kind = MatchStep::Kind::Shortest;
    step.node_bound = true;
    add(std::move(step));
  }
  /// The selection of shortest paths starts from one end. The other end is bound first if few nodes are expected there;
  /// otherwise the search finds every end that the pattern reaches.
  void add_selection(const Pattern& pattern, bool backward) {
    // Each end costs a search of its own, so it is bound first only if at most this many are expected.
    constexpr double kFew = 20;
    const auto last = pattern.nodes.size() - 1;
    auto other = starts_.at(done_index(pattern), backward ? 0 : last);
    const bool is_scan = other.step.kind == MatchStep::Kind::Label || other.step.kind == MatchStep::Kind::AllNodes;
    if (conditions_.is_open(other.step.slot) && !is_scan && other.cost <= kFew) begin(std::move(other));
    auto paths = std::make_shared<PathPlan>();
    paths->backward = backward;
    for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
      paths->elements.push_back(element(pattern, backward ? pattern.relationships.size() - 1 - i : i, backward));
    }
    take_path_conditions(*paths);
    auto step = walk(pattern, backward ? 0 : pattern.relationships.size() - 1, backward);
    step.kind = MatchStep::Kind::Select;
    step.from = pattern.nodes[backward ? last : 0].slot;
    step.paths = std::move(paths);
    for (const auto& node : pattern.nodes) conditions_.close(node.slot);
    for (const auto& relationship : pattern.relationships) conditions_.close(relationship.slot);
    add(std::move(step));
  }

  /// Relationship `i` and the node after it, in walking direction. A single relationship is one repetition.
  [[nodiscard]] PathPlan::Element element(const Pattern& pattern, std::size_t i, bool backward) const {
    const auto walked = walk(pattern, i, backward);
    const auto& relationship = pattern.relationships[i];
    PathPlan::Element made;
    made.relationship = &relationship;
    made.types = walked.types;
    made.direction = walked.direction;
    made.min = relationship.variable_length ? relationship.min : 1;
    made.max = relationship.variable_length ? relationship.max : std::optional<std::int64_t>(1);
    made.node = walked.node;
    made.labels = walked.labels;
    made.impossible = walked.impossible;
    made.node_bound = walked.node_bound;
    return made;
  }

  /// Moves conditions into the path plan. Those of the pattern that read one node or one single relationship are
  /// checked during the search, and its other conditions are checked on whole paths. Of the conditions in WHERE, only
  /// those that read the end node may be checked in the search: WHERE filters after paths have been selected between
  /// two ends, and a condition on an inner node would change the selection.
  void take_path_conditions(PathPlan& paths) {
    auto& elements = paths.elements;
    conditions_.drop_if([&](MatchCondition& condition) {
      const auto& needs = condition.needs;
      const bool needs_one = std::ranges::all_of(needs, [&](Slot slot) { return slot == needs.front(); });
      for (auto& element : elements) {
        if (needs.empty() || !needs_one) break;
        const bool is_end = &element == &elements.back();
        const bool is_single = !element.relationship->variable_length;
        if (element.node->slot == needs[0] && (condition.of_pattern || is_end)) {
          element.node_checks.push_back(std::move(condition.step));
          return true;
        }
        if (element.relationship->slot == needs[0] && condition.of_pattern && is_single) {
          element.hop_checks.push_back(std::move(condition.step));
          return true;
        }
      }
      if (condition.of_pattern) paths.path_checks.push_back(std::move(condition.step));
      return condition.of_pattern;
    });
  }

  /// The index of a pattern in `patterns_`.
  [[nodiscard]] std::size_t done_index(const Pattern& pattern) const {
    return static_cast<std::size_t>(&pattern - patterns_.data());
  }

  /// Adds a step, closes the variables that it binds, and adds the conditions that are ready.
  void add(MatchStep step) {
    const auto rows = plan_.steps.empty() ? 1 : plan_.steps.back().rows;
    if (step.kind >= MatchStep::Kind::Expand) step.rows = rows;
    conditions_.close(step.slot);
    if (step.relationship != nullptr && step.kind != MatchStep::Kind::Ends) conditions_.close(step.relationship->slot);
    const bool selects = step.kind == MatchStep::Kind::Select;
    for (std::size_t i = 0; selects && i < step.pattern->relationships.size(); ++i)
      close_groups(step.pattern->relationships[i]);
    if (step.kind == MatchStep::Kind::ExpandPart) close_groups(*step.relationship);
    plan_.steps.push_back(std::move(step));
    conditions_.place(plan_.steps);
  }

  void close_groups(const RelationshipPattern& relationship) {
    if (!relationship.part) return;
    for (const auto& group : relationship.part->groups) conditions_.close(group.list);
  }

  const Graph& graph_;
  std::span<const Pattern> patterns_;
  MatchConditions conditions_;
  MatchStarts starts_;
  std::vector<bool> done_;
  bool ends_only_ = false;  ///< see ExpandEnds
  MatchPlan plan_;
};

}  // namespace

std::shared_ptr<const MatchPlan> plan_match(const Graph& graph, std::span<const Pattern> patterns,
                                            const Expression* where, std::string_view key_property,
                                            MatchOptions options) {
  return std::make_shared<const MatchPlan>(Planner(graph, patterns, key_property, where).plan(options));
}

void plan_part(const Graph& graph, QuantifiedPattern& part, std::string_view key_property) {
  const auto from = [&](const NodePattern& node) {
    return std::make_shared<const MatchPlan>(
        Planner(graph, {&part.pattern, 1}, key_property, nullptr, node.slot).plan({}));
  };
  part.forward = from(part.pattern.nodes.front());
  part.backward = from(part.pattern.nodes.back());
}

const MatchStep* degree_step(const Query& query) {
  if (query.parts.size() != 1 || query.parts[0].clauses.size() != 1) return nullptr;
  const auto* match = as<MatchClause>(*query.parts[0].clauses[0]);
  if (match == nullptr || match->optional || !match->plan) return nullptr;
  const auto& steps = match->plan->steps;
  if (steps.size() != 2 || steps[0].kind != MatchStep::Kind::Bound || steps[1].kind != MatchStep::Kind::Expand)
    return nullptr;
  const auto& hop = steps[1];
  const bool all_count = hop.labels.empty() && !hop.impossible && !hop.node_bound && hop.relationship->binds;
  const bool any_start = steps[0].labels.empty() && !steps[0].impossible;
  return all_count && any_start && hop.direction != Direction::Both ? &hop : nullptr;
}

}  // namespace treatygraph::queries::cypher
