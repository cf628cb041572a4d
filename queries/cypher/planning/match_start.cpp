// The ways to find a node, with the constants that decide between ways with similar counts: it is bound already (0.5),
// by one key (1), by a list of keys (1.2), as an end of a bound relationship (1.5), by an indexed property (1.6 and
// more), by labels (2 and more), or among all nodes (3 and more). Larger estimates are dominated by the number of
// nodes.

#include "queries/cypher/planning/match_start.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_index.h"
#include "queries/cypher/planning/match_conditions.h"

namespace treatygraph::queries::cypher {
namespace {

/// Whether the expression is just the variable in `slot`.
bool reads(const Expression& e, Slot slot) {
  const auto* variable = as<VariableRead>(e);
  return variable != nullptr && variable->slot == slot;
}

/// Whether the expression is a.key, id(a) or elementId(a). All three give the key of a node.
bool reads_key(const Expression& e, Slot slot) {
  const auto* call = as<FunctionCall>(e);
  const bool is_id = call != nullptr && call->function != nullptr &&
                     (call->function->name == "id" || call->function->name == "elementId");
  if (is_id) return reads(*call->arguments[0], slot);
  const auto* property = as<PropertyRead>(e);
  return property != nullptr && property->is_key && reads(*property->of, slot);
}

struct Sides {
  const Expression* left = nullptr;
  const Expression* right = nullptr;
};
/// The sides of left = right; null for another expression.
Sides sides_of_equation(const Expression& e) {
  const auto* comparison = as<Comparison>(e);
  const bool is_equation = comparison != nullptr && comparison->operators.size() == 1 &&
                           comparison->operators[0] == Comparison::Operator::Equal;
  if (!is_equation) return {};
  return {comparison->operands[0].get(), comparison->operands[1].get()};
}

/// The labels of (n:A|B); nullptr if the node has no condition of this form.
const LabelExpression* alternatives(const NodePattern& node) {
  for (const auto& condition : node.conditions) {
    const auto* fits = as<FitsLabels>(*condition);
    const auto* of = fits == nullptr ? nullptr : as<VariableRead>(*fits->of);
    if (of == nullptr || !of->is_this) continue;
    const auto& wanted = *fits->labels;
    const bool is_list =
        wanted.kind == LabelExpression::Kind::Or &&
        std::ranges::all_of(wanted.parts, [](const auto& part) { return part.kind == LabelExpression::Kind::Name; });
    if (is_list) return &wanted;
  }
  return nullptr;
}

/// How many nodes the index gives for the value: exact for a literal, an average for values that are known later.
double nodes_with(const PropertyIndex& index, const Expression& value) {
  const auto* literal = as<Literal>(value);
  const bool is_there = literal != nullptr && PropertyIndex::knows(literal->value);
  return is_there ? static_cast<double>(index.find(literal->value).size()) : index.nodes_a_value();
}

/// Whether the condition reads this node only, so it probably leaves fewer nodes. Label expressions are excluded: the
/// scan counts their nodes already.
bool filters_node(const MatchCondition& condition, Slot slot) {
  const bool is_of_labels = condition.step.expression != nullptr && is<FitsLabels>(*condition.step.expression);
  return !is_of_labels && condition.needs.size() == 1 && condition.needs[0] == slot;
}

}  // namespace

MatchStart MatchStarts::at(std::size_t p, std::size_t n) const {
  const auto& node = patterns_[p].nodes[n];
  MatchStart start{p, n, {}, 0, {}};
  auto& step = start.step;
  step.node = &node;
  step.slot = node.slot;
  resolve_labels(graph_, node, step);
  if (!conditions_.is_open(node.slot)) {
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

std::optional<MatchStarts::KeyCondition> MatchStarts::key_of(Slot slot) const {
  if (key_property_.empty()) return std::nullopt;
  const auto& waiting = conditions_.waiting();
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const auto [key, is_list] = key_in(waiting[i].step, slot);
    if (key != nullptr && conditions_.is_known(*key)) return KeyCondition{i, key, is_list};
  }
  return std::nullopt;
}

std::pair<const Expression*, bool> MatchStarts::key_in(const MatchStep& step, Slot slot) const {
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

void MatchStarts::scan(MatchStart& start) const {
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
  const bool is_filtered = std::ranges::any_of(
      conditions_.waiting(), [&](const MatchCondition& condition) { return filters_node(condition, step.slot); });
  // A guess: a condition on the node leaves a tenth of the nodes.
  if (is_filtered && start.cost > 2) start.cost = 2 + (start.cost - 2) * 0.1;
}

void MatchStarts::look_up(MatchStart& start) const {
  for (const auto& condition : conditions_.waiting()) {
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

std::optional<MatchStarts::Equality> MatchStarts::equality_in(const MatchStep& step, Slot slot) const {
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

/// The full text of a provision is in the database and not in the graph, and a key is not a property: neither has an
/// index.
bool MatchStarts::is_indexable(std::string_view name, std::optional<PropertyId> property) const {
  return property && name != property::kText && name != key_property_;
}

/// Whether the value can be computed before the node is found. Only simple expressions qualify, because they cannot
/// fail: 1 / 0 must not be an error if no node would have been compared with it.
bool MatchStarts::is_known_before(const Expression& value) const {
  const bool is_simple =
      is<Literal>(value) || is<ParameterRead>(value) || is<VariableRead>(value) || is<PropertyRead>(value);
  return is_simple && conditions_.is_known(value);
}

/// For node 0, n - 1 wraps around and fails the range check.
const RelationshipPattern* MatchStarts::bound_relationship(std::size_t p, std::size_t n) const {
  const auto& relationships = patterns_[p].relationships;
  for (const auto i : {n, n - 1}) {
    const bool is_single = i < relationships.size() && !relationships[i].variable_length;
    if (is_single && !conditions_.is_open(relationships[i].slot)) return &relationships[i];
  }
  return nullptr;
}

void resolve_labels(const Graph& graph, const NodePattern& node, MatchStep& step) {
  for (const auto& name : node.labels) {
    const auto label = graph.labels().find(name);
    step.impossible = step.impossible || !label;
    if (label) step.labels.push_back(*label);
  }
}

}  // namespace treatygraph::queries::cypher
