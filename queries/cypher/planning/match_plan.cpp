#include "queries/cypher/planning/match_plan.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_index.h"
#include "queries/cypher/planning/expression_tree.h"
#include "queries/cypher/planning/label_fit.h"
#include "queries/cypher/planning/path_plan.h"

namespace treatygraph::queries::cypher {
namespace {

struct Condition {
  MatchStep step;           ///< Filter or Property
  std::vector<Slot> needs;  ///< of what this clause binds
  bool of_pattern = false;  ///< it is in the pattern, not in the WHERE of the clause
};

void split_and(const Expression& e, std::vector<const Expression*>& parts) {
  const auto* logical = as<Logical>(e);
  if (logical == nullptr || logical->op != Logical::Operator::And) {
    parts.push_back(&e);
    return;
  }
  for (const auto& operand : logical->operands) split_and(*operand, parts);
}

Direction reversed(Direction direction) {
  return direction == Direction::Out ? Direction::In : direction == Direction::In ? Direction::Out : Direction::Both;
}

class Planner {
 public:
  Planner(const Graph& graph, std::span<const Pattern> patterns, std::string_view key_property, MatchOptions options)
      : graph_(graph),
        patterns_(patterns),
        key_property_(key_property),
        ends_only_(options.ends_only && patterns.size() == 1 && patterns[0].relationships.size() == 1 &&
                   patterns[0].slot == kNoSlot) {
    plan_.may_repeat = options.may_repeat;
  }

  /// `given`: a node that has a value, though the pattern binds it.
  MatchPlan plan(const Expression* where, Slot given = kNoSlot) {
    collect_bindings();
    open_.erase(given);
    collect_conditions(where);
    place_conditions();
    done_.assign(patterns_.size(), false);
    plan_.single_hop = given == kNoSlot && has_single_hop();
    for (std::size_t left = patterns_.size(); left > 0; --left) add_pattern();
    return std::move(plan_);
  }

 private:
  struct Start {
    std::size_t pattern = 0;
    std::size_t node = 0;
    MatchStep step;
    double cost = std::numeric_limits<double>::infinity();
    std::optional<std::size_t> met;  ///< the condition that every node of this start meets
  };

  [[nodiscard]] bool has_single_hop() const {
    std::size_t hops = 0;
    for (const auto& pattern : patterns_) {
      hops += pattern.relationships.size();
      for (const auto& relationship : pattern.relationships) hops += relationship.variable_length ? 1 : 0;
    }
    return hops <= 1;
  }

  void collect_bindings() {
    for (const auto& pattern : patterns_) {
      for (const auto& node : pattern.nodes) {
        if (node.binds) bind(node.slot);
      }
      for (const auto& relationship : pattern.relationships) {
        if (relationship.binds) bind(relationship.slot);
        if (!relationship.part) continue;
        for (const auto& group : relationship.part->groups) bind(group.list);
      }
      if (pattern.slot != kNoSlot) bind(pattern.slot);
    }
  }
  void bind(Slot slot) {
    if (open_.insert(slot).second) plan_.binds.push_back(slot);
  }

  [[nodiscard]] std::vector<Slot> needs_of(const Expression& e) const {
    std::vector<Slot> slots;
    collect_slots(e, slots);
    std::erase_if(slots, [&](Slot slot) { return !open_.contains(slot); });
    return slots;
  }

  void collect_conditions(const Expression* where) {
    add_filters(where, false);
    for (const auto& pattern : patterns_) {
      add_filters(pattern.where.get(), true);
      for (const auto& node : pattern.nodes) {
        add_properties(node.properties.get(), node.slot);
        for (const auto& condition : node.conditions) add_filters(condition.get(), true);
      }
      for (const auto& relationship : pattern.relationships) {
        // Along a path of several every relationship is asked: see the matcher.
        if (!relationship.variable_length) add_properties(relationship.properties.get(), relationship.slot);
        for (const auto& condition : relationship.conditions) add_filters(condition.get(), true);
      }
    }
  }

  void add_filters(const Expression* all, bool of_pattern) {
    if (all == nullptr) return;
    std::vector<const Expression*> parts;
    split_and(*all, parts);
    for (const auto* part : parts) {
      Condition condition;
      condition.step.kind = MatchStep::Kind::Filter;
      condition.step.expression = part;
      condition.needs = needs_of(*part);
      condition.of_pattern = of_pattern;
      conditions_.push_back(std::move(condition));
    }
  }

  void add_properties(const Expression* map, Slot slot) {
    if (map == nullptr) return;
    for (const auto& [name, value] : as<MapLiteral>(*map)->entries) {
      Condition condition;
      condition.step.kind = MatchStep::Kind::Property;
      condition.step.expression = value.get();
      condition.step.slot = slot;
      condition.step.name = name;
      condition.step.property = graph_.properties().find(name);
      condition.needs = needs_of(*value);
      condition.of_pattern = true;
      if (open_.contains(slot)) condition.needs.push_back(slot);
      conditions_.push_back(std::move(condition));
    }
  }

  /// Those whose variables all have values now.
  void place_conditions() {
    std::erase_if(conditions_, [&](Condition& condition) {
      const bool ready = std::ranges::none_of(condition.needs, [&](Slot slot) { return open_.contains(slot); });
      if (ready) plan_.steps.push_back(std::move(condition.step));
      return ready;
    });
  }

  /// A condition that says which key, or which keys, the node in `slot` has, and that can be computed now.
  struct KeyCondition {
    std::size_t condition = 0;
    const Expression* key = nullptr;
    bool is_list = false;
  };

  /// a.key, id(a), elementId(a)
  [[nodiscard]] static bool reads_key(const Expression& e, Slot slot) {
    const auto* call = as<FunctionCall>(e);
    const bool is_id = call != nullptr && call->function != nullptr &&
                       (call->function->name == "id" || call->function->name == "elementId");
    if (is_id) return reads(*call->arguments[0], slot);
    const auto* property = as<PropertyRead>(e);
    return property != nullptr && property->is_key && reads(*property->of, slot);
  }

  [[nodiscard]] static bool reads(const Expression& e, Slot slot) {
    const auto* variable = as<VariableRead>(e);
    return variable != nullptr && variable->slot == slot;
  }

  struct Sides {
    const Expression* left = nullptr;
    const Expression* right = nullptr;
  };
  /// Of left = right; nothing of another expression.
  [[nodiscard]] static Sides sides_of_equation(const Expression& e) {
    const auto* comparison = as<Comparison>(e);
    const bool is_equation = comparison != nullptr && comparison->operators.size() == 1 &&
                             comparison->operators[0] == Comparison::Operator::Equal;
    if (!is_equation) return {};
    return {comparison->operands[0].get(), comparison->operands[1].get()};
  }

  [[nodiscard]] std::optional<KeyCondition> key_of(Slot slot) const {
    if (key_property_.empty()) return std::nullopt;
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      const auto [key, is_list] = key_in(conditions_[i].step, slot);
      const bool is_computable =
          key != nullptr && std::ranges::none_of(needs_of(*key), [&](Slot needed) { return open_.contains(needed); });
      if (is_computable) return KeyCondition{i, key, is_list};
    }
    return std::nullopt;
  }

  /// What the condition compares the key of `slot` with, and whether that is a list of them.
  [[nodiscard]] std::pair<const Expression*, bool> key_in(const MatchStep& step, Slot slot) const {
    if (step.kind == MatchStep::Kind::Property) {
      const bool is_key = step.slot == slot && step.name == key_property_ && !step.property;
      return {is_key ? step.expression : nullptr, false};
    }
    const auto* membership = as<Membership>(*step.expression);
    if (membership != nullptr && reads_key(*membership->item, slot)) return {membership->list.get(), true};
    const auto [left, right] = sides_of_equation(*step.expression);
    if (left == nullptr) return {nullptr, false};
    if (reads_key(*left, slot)) return {right, false};
    return {reads_key(*right, slot) ? left : nullptr, false};
  }

  [[nodiscard]] Start start_at(std::size_t p, std::size_t n) const {
    const auto& node = patterns_[p].nodes[n];
    Start start{p, n, {}, 0, {}};
    auto& step = start.step;
    step.node = &node;
    step.slot = node.slot;
    resolve_labels(node, step);
    if (!open_.contains(node.slot)) {
      step.kind = MatchStep::Kind::Bound;
      start.cost = 0.5;
    } else if (const auto key = key_of(node.slot)) {
      step.kind = key->is_list ? MatchStep::Kind::Keys : MatchStep::Kind::Key;
      step.expression = key->key;
      start.met = key->condition;
      start.cost = key->is_list ? 1.2 : 1;
    } else if (const auto* relationship = bound_relationship(p, n)) {
      step.kind = MatchStep::Kind::Ends;
      step.relationship = relationship;
      start.cost = 1.5;
    } else {
      scan(start);
      look_up(start);
    }
    step.rows = start.cost;
    return start;
  }

  /// (n:A|B): its labels; nullptr where it asks for something else.
  [[nodiscard]] static const LabelExpression* alternatives(const NodePattern& node) {
    for (const auto& condition : node.conditions) {
      const auto* fits = as<FitsLabels>(*condition);
      const auto* of = fits == nullptr ? nullptr : as<VariableRead>(*fits->of);
      if (of == nullptr || !of->is_this) continue;
      const auto& wanted = *fits->labels;
      const bool is_list = wanted.kind == LabelExpression::Kind::Or &&
                           std::ranges::all_of(wanted.parts, [](const LabelExpression& part) {
                             return part.kind == LabelExpression::Kind::Name;
                           });
      if (is_list) return &wanted;
    }
    return nullptr;
  }

  /// Every node of the rarest label, or of one of several, or all.
  void scan(Start& start) const {
    auto& step = start.step;
    if (const auto* any = step.labels.empty() && !step.impossible ? alternatives(*step.node) : nullptr) {
      step.kind = MatchStep::Kind::Label;
      start.cost = 2;
      for (const auto& part : any->parts) {
        if (!part.label) continue;
        step.any_labels.push_back(*part.label);
        start.cost += static_cast<double>(graph_.nodes_with(*part.label).size());
      }
      step.impossible = step.any_labels.empty();
    } else if (step.labels.empty()) {
      step.kind = MatchStep::Kind::AllNodes;
      start.cost = step.impossible ? 1 : 3 + static_cast<double>(graph_.node_count());
    } else {
      step.kind = MatchStep::Kind::Label;
      std::ranges::sort(step.labels, {}, [&](LabelId label) { return graph_.nodes_with(label).size(); });
      start.cost = 2 + static_cast<double>(graph_.nodes_with(step.labels[0]).size());
    }
    // A condition on the node's own properties will leave fewer.
    const bool has_filter = std::ranges::any_of(conditions_, [&](const Condition& condition) {
      const bool is_of_labels = condition.step.expression != nullptr && is<FitsLabels>(*condition.step.expression);
      return !is_of_labels && condition.needs.size() == 1 && condition.needs[0] == step.slot;
    });
    if (has_filter && start.cost > 2) start.cost = 2 + (start.cost - 2) * 0.1;
  }

  /// By a property instead, where fewer have its value. The condition stays: an index may give too many.
  void look_up(Start& start) const {
    for (const auto& condition : conditions_) {
      const auto equality = equality_in(condition.step, start.step.slot);
      if (!equality || !is_known_before(*equality->value)) continue;
      const auto& index = PropertyIndexes::of(graph_).by(equality->property);
      const auto cost = 1.6 + nodes_with(index, *equality->value);
      if (cost >= start.cost) continue;
      start.step.kind = MatchStep::Kind::Indexed;
      start.step.index = &index;
      start.step.expression = equality->value;
      start.cost = cost;
    }
  }

  static double nodes_with(const PropertyIndex& index, const Expression& value) {
    const auto* literal = as<Literal>(value);
    const bool is_there = literal != nullptr && PropertyIndex::knows(literal->value);
    return is_there ? static_cast<double>(index.find(literal->value).size()) : index.nodes_a_value();
  }

  struct Equality {
    PropertyId property;
    const Expression* value = nullptr;
  };
  /// {property: value} or a.property = value, where that is read from the graph alone.
  [[nodiscard]] std::optional<Equality> equality_in(const MatchStep& step, Slot slot) const {
    if (step.kind == MatchStep::Kind::Property) {
      const bool is_of_node = step.slot == slot && is_indexable(step.name, step.property);
      return is_of_node ? std::optional(Equality{*step.property, step.expression}) : std::nullopt;
    }
    const auto [left, right] = sides_of_equation(*step.expression);
    if (left == nullptr) return std::nullopt;
    for (const auto& [side, other] : {std::pair(left, right), std::pair(right, left)}) {
      const auto* read = as<PropertyRead>(*side);
      const bool is_of_node =
          read != nullptr && !read->is_key && reads(*read->of, slot) && is_indexable(read->name, read->property);
      if (is_of_node) return Equality{*read->property, other};
    }
    return std::nullopt;
  }
  /// A text lies in the database, and a key is no property.
  [[nodiscard]] bool is_indexable(std::string_view name, std::optional<PropertyId> property) const {
    return property && name != property::kText && name != key_property_;
  }
  /// Whether it has its value when the node is looked for, and cannot fail where no node would have asked for it.
  [[nodiscard]] bool is_known_before(const Expression& value) const {
    const bool is_simple =
        is<Literal>(value) || is<ParameterRead>(value) || is<VariableRead>(value) || is<PropertyRead>(value);
    return is_simple && std::ranges::none_of(needs_of(value), [&](Slot slot) { return open_.contains(slot); });
  }

  /// A single relationship beside the node that has a value already.
  [[nodiscard]] const RelationshipPattern* bound_relationship(std::size_t p, std::size_t n) const {
    const auto& relationships = patterns_[p].relationships;
    for (const auto i : {n, n - 1}) {
      if (i < relationships.size() && !relationships[i].variable_length && !open_.contains(relationships[i].slot)) {
        return &relationships[i];
      }
    }
    return nullptr;
  }

  void add_pattern() {
    Start best;
    for (std::size_t p = 0; p < patterns_.size(); ++p) {
      for (std::size_t n = 0; !done_[p] && n < patterns_[p].nodes.size(); ++n) {
        if (patterns_[p].selector && n > 0 && n + 1 < patterns_[p].nodes.size()) continue;
        auto start = start_at(p, n);
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

  void begin(Start start) {
    if (start.met) conditions_.erase(conditions_.begin() + static_cast<std::ptrdiff_t>(*start.met));
    add(std::move(start.step));
  }

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

  /// How much relationship `i` multiplies rows by.
  [[nodiscard]] double cost(const Pattern& pattern, std::size_t i, bool backward) const {
    const auto& relationship = pattern.relationships[i];
    const auto& to = pattern.nodes[backward ? i : i + 1];
    if (!open_.contains(to.slot)) return 0.1;
    if (relationship.variable_length) return 1000;
    return static_cast<double>(graph_.relationship_count() + 1) / static_cast<double>(graph_.node_count() + 1) *
           (to.labels.empty() ? 1.0 : 0.5);
  }

  void resolve_labels(const NodePattern& node, MatchStep& step) const {
    for (const auto& name : node.labels) {
      const auto label = graph_.labels().find(name);
      step.impossible = step.impossible || !label;
      if (label) step.labels.push_back(*label);
    }
  }

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

  [[nodiscard]] MatchStep walk(const Pattern& pattern, std::size_t i, bool backward) const {
    const auto& relationship = pattern.relationships[i];
    MatchStep step;
    step.kind = relationship.part              ? MatchStep::Kind::ExpandPart
                : relationship.variable_length ? MatchStep::Kind::ExpandMany
                                               : MatchStep::Kind::Expand;
    // Walking a relationship to and fro is no path, so the nearest end of undirected ones is not enough to know.
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
    step.node_bound = !open_.contains(step.slot);
    resolve_labels(*step.node, step);
    if (!relationship.part) step.types = types_of(relationship);
    return step;
  }

  void add_expand(const Pattern& pattern, std::size_t i, bool backward) { add(walk(pattern, i, backward)); }

  void add_shortest(const Pattern& pattern, std::size_t start) {
    auto other = start_at(done_index(pattern), 1 - start);
    if (open_.contains(other.step.slot)) begin(std::move(other));
    auto step = walk(pattern, 0, start == 1);
    step.kind = MatchStep::Kind::Shortest;
    step.node_bound = true;
    add(std::move(step));
  }
  /// From one end, and from the other at once where it is as good as known; else to every node that the pattern
  /// reaches.
  void add_selection(const Pattern& pattern, bool backward) {
    constexpr double kFew = 20;
    const auto last = pattern.nodes.size() - 1;
    auto other = start_at(done_index(pattern), backward ? 0 : last);
    const bool is_scan = other.step.kind == MatchStep::Kind::Label || other.step.kind == MatchStep::Kind::AllNodes;
    if (open_.contains(other.step.slot) && !is_scan && other.cost <= kFew) begin(std::move(other));
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
    for (const auto& node : pattern.nodes) open_.erase(node.slot);
    for (const auto& relationship : pattern.relationships) open_.erase(relationship.slot);
    add(std::move(step));
  }

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

  /// Conditions on one node or one relationship cut the search short; of those in WHERE only such on the end may, since
  /// WHERE looks at what has been selected between two ends.
  void take_path_conditions(PathPlan& paths) {
    auto& elements = paths.elements;
    std::erase_if(conditions_, [&](Condition& condition) {
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

  [[nodiscard]] std::size_t done_index(const Pattern& pattern) const {
    return static_cast<std::size_t>(&pattern - patterns_.data());
  }

  void add(MatchStep step) {
    const auto rows = plan_.steps.empty() ? 1 : plan_.steps.back().rows;
    if (step.kind >= MatchStep::Kind::Expand) step.rows = rows;
    open_.erase(step.slot);
    if (step.relationship != nullptr && step.kind != MatchStep::Kind::Ends) open_.erase(step.relationship->slot);
    const bool selects = step.kind == MatchStep::Kind::Select;
    for (std::size_t i = 0; selects && i < step.pattern->relationships.size(); ++i)
      close_groups(step.pattern->relationships[i]);
    if (step.kind == MatchStep::Kind::ExpandPart) close_groups(*step.relationship);
    plan_.steps.push_back(std::move(step));
    place_conditions();
  }

  void close_groups(const RelationshipPattern& relationship) {
    if (!relationship.part) return;
    for (const auto& group : relationship.part->groups) open_.erase(group.list);
  }

  const Graph& graph_;
  std::span<const Pattern> patterns_;
  std::string_view key_property_;
  bool ends_only_;
  std::set<Slot> open_;  ///< what the clause still has to give values to
  std::vector<Condition> conditions_;
  std::vector<bool> done_;
  MatchPlan plan_;
};

}  // namespace

std::shared_ptr<const MatchPlan> plan_match(const Graph& graph, std::span<const Pattern> patterns,
                                            const Expression* where, std::string_view key_property,
                                            MatchOptions options) {
  return std::make_shared<const MatchPlan>(Planner(graph, patterns, key_property, options).plan(where));
}

void plan_part(const Graph& graph, QuantifiedPattern& part, std::string_view key_property) {
  const auto from = [&](const NodePattern& node) {
    return std::make_shared<const MatchPlan>(
        Planner(graph, {&part.pattern, 1}, key_property, {}).plan(nullptr, node.slot));
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
