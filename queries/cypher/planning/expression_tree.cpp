#include "queries/cypher/planning/expression_tree.h"

#include <algorithm>

#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/values/order.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

namespace {

/// Whether an expression equals `other`, which is of the same kind, without their parts: names, operators, and which
/// optional parts are present. Patterns and subqueries are never equal, because comparing them would need a rule for
/// variables of their own.
struct SameBesideParts {
  const Expression& other;

  bool operator()(const Literal& e) const {
    const auto& value = as<Literal>(other)->value;
    return e.value.type() == value.type() && same(e.value, value);
  }
  bool operator()(const ParameterRead& e) const { return e.name == as<ParameterRead>(other)->name; }
  bool operator()(const VariableRead& e) const {
    const auto& variable = *as<VariableRead>(other);
    return e.name == variable.name && e.is_this == variable.is_this;
  }
  bool operator()(const PropertyRead& e) const { return e.name == as<PropertyRead>(other)->name; }
  bool operator()(const HasLabels& e) const { return e.names == as<HasLabels>(other)->names; }
  bool operator()(const FitsLabels& e) const { return e.spelled == as<FitsLabels>(other)->spelled; }
  bool operator()(const IsType& e) const {
    const auto& type = *as<IsType>(other);
    return e.spelled == type.spelled && e.is_negated == type.is_negated;
  }
  bool operator()(const ElementOf& /*e*/) const { return true; }
  bool operator()(const Slice& e) const {
    const auto& slice = *as<Slice>(other);
    return !e.from == !slice.from && !e.to == !slice.to;
  }
  bool operator()(const ListLiteral& /*e*/) const { return true; }
  bool operator()(const MapLiteral& e) const { return same_names(e.entries, as<MapLiteral>(other)->entries); }
  bool operator()(const MapProjection& e) const {
    const auto& projection = *as<MapProjection>(other);
    return e.has_all == projection.has_all && same_names(e.entries, projection.entries);
  }
  bool operator()(const Negation& /*e*/) const { return true; }
  bool operator()(const Logical& e) const { return e.op == as<Logical>(other)->op; }
  bool operator()(const Comparison& e) const { return e.operators == as<Comparison>(other)->operators; }
  bool operator()(const Arithmetic& e) const { return e.op == as<Arithmetic>(other)->op; }
  bool operator()(const Sign& e) const { return e.is_negative == as<Sign>(other)->is_negative; }
  bool operator()(const Concatenation& /*e*/) const { return true; }
  bool operator()(const TextPredicate& e) const { return e.op == as<TextPredicate>(other)->op; }
  bool operator()(const Membership& /*e*/) const { return true; }
  bool operator()(const NullTest& e) const { return e.is_negated == as<NullTest>(other)->is_negated; }
  bool operator()(const FunctionCall& e) const {
    const auto& call = *as<FunctionCall>(other);
    return e.name == call.name && e.distinct == call.distinct && e.counts_rows == call.counts_rows;
  }
  bool operator()(const CaseExpression& e) const {
    const auto& choice = *as<CaseExpression>(other);
    return !e.operand == !choice.operand && e.tests == choice.tests && e.branches.size() == choice.branches.size();
  }
  bool operator()(const ListComprehension& e) const {
    const auto& loop = *as<ListComprehension>(other);
    return e.name == loop.name && !e.where == !loop.where && !e.item == !loop.item;
  }
  bool operator()(const Quantifier& e) const {
    const auto& loop = *as<Quantifier>(other);
    return e.kind == loop.kind && e.name == loop.name;
  }
  bool operator()(const Reduce& e) const {
    const auto& loop = *as<Reduce>(other);
    return e.name == loop.name && e.sum == loop.sum;
  }
  bool operator()(const PatternComprehension& /*e*/) const { return false; }
  bool operator()(const PatternPredicate& /*e*/) const { return false; }
  bool operator()(const ShortestPaths& /*e*/) const { return false; }
  bool operator()(const Subquery& /*e*/) const { return false; }

 private:
  static bool same_names(const std::vector<MapEntry>& a, const std::vector<MapEntry>& b) {
    return std::ranges::equal(a, b, {}, &MapEntry::name, &MapEntry::name);
  }
};

/// The direct parts, for a comparison side by side.
std::vector<const Expression*> parts_of(const Expression& e) {
  std::vector<const Expression*> parts;
  for_each_part(e, [&](const ExpressionPtr& part) { parts.push_back(part.get()); });
  return parts;
}

}  // namespace

bool same_expression(const Expression& a, const Expression& b) {
  BudgetInForce::spend();
  if (a.node.index() != b.node.index() || !visit_kind(a.node, SameBesideParts{b})) return false;
  return std::ranges::equal(parts_of(a), parts_of(b),
                            [](const Expression* x, const Expression* y) { return same_expression(*x, *y); });
}

bool is_aggregate(const Expression& expression) {
  const auto* call = as<FunctionCall>(expression);
  return call != nullptr && (call->counts_rows || find_aggregate(call->name) != nullptr);
}

bool contains_aggregate(const Expression& expression) {
  BudgetInForce::spend();
  return is_aggregate(expression) || any_part(expression, contains_aggregate);
}

bool contains_variable(const Expression& expression) {
  BudgetInForce::spend();
  return is<VariableRead>(expression) || is<Subquery>(expression) || pattern_in(expression) != nullptr ||
         any_part(expression, contains_variable);
}

namespace {

/// The slots of all elements of a pattern, and those that its conditions read.
void collect_pattern_slots(const Pattern& pattern, std::vector<Slot>& slots) {
  const auto of = [&](const ExpressionPtr& expression) {
    if (expression) collect_slots(*expression, slots);
  };
  for (const auto& node : pattern.nodes) {
    slots.push_back(node.slot);
    of(node.properties);
    std::ranges::for_each(node.conditions, of);
  }
  for (const auto& relationship : pattern.relationships) {
    slots.push_back(relationship.slot);
    of(relationship.properties);
    std::ranges::for_each(relationship.conditions, of);
    if (relationship.part) collect_pattern_slots(relationship.part->pattern, slots);
  }
  of(pattern.where);
}

void collect_query_slots(const Query& query, std::vector<Slot>& slots);

/// The slots that a clause reads. Overloads for each kind, for std::visit.
struct ClauseSlots {
  std::vector<Slot>& slots;

  void of(const ExpressionPtr& expression) const {
    if (expression) collect_slots(*expression, slots);
  }
  void operator()(const MatchClause& clause) const {
    for (const auto& pattern : clause.patterns) collect_pattern_slots(pattern, slots);
    of(clause.where);
  }
  void operator()(const UnwindClause& clause) const { of(clause.list); }
  void operator()(const ProjectionClause& clause) const {
    for (const auto& item : clause.items) of(item.expression);
    for (const auto& item : clause.order) of(item.expression);
    of(clause.where);
  }
  void operator()(const CallClause& clause) const {
    for (const auto& argument : clause.arguments) of(argument);
    of(clause.where);
  }
  void operator()(const SubqueryClause& clause) const { collect_query_slots(*clause.query, slots); }
  void operator()(const ConditionalClause& clause) const {
    for (const auto& branch : clause.branches) {
      of(branch.when);
      collect_query_slots(*branch.query, slots);
    }
  }
};

/// Subqueries may nest, so this and collect_slots() call each other.
void collect_query_slots(const Query& query, std::vector<Slot>& slots) {
  for (const auto& part : query.parts) {
    for (const auto& clause : part.clauses) std::visit(ClauseSlots{slots}, clause->of);
  }
}

}  // namespace

void collect_own_slots(const Expression& expression, std::vector<Slot>& slots) {
  const auto add = [&](Slot slot) {
    if (slot != kNoSlot) slots.push_back(slot);
  };
  if (const auto* call = as<FunctionCall>(expression)) add(call->slot);
  if (const auto* choice = as<CaseExpression>(expression)) add(choice->slot);
  if (const auto* loop = as<ListComprehension>(expression)) add(loop->slot);
  if (const auto* loop = as<Quantifier>(expression)) add(loop->slot);
  if (const auto* loop = as<Reduce>(expression)) {
    add(loop->slot);
    add(loop->sum_slot);
  }
}

void collect_slots(const Expression& expression, std::vector<Slot>& slots) {
  BudgetInForce::spend();
  if (const auto* variable = as<VariableRead>(expression)) {
    if (variable->slot != kNoSlot) slots.push_back(variable->slot);
  }
  collect_own_slots(expression, slots);
  for_each_part(expression, [&](const ExpressionPtr& part) { collect_slots(*part, slots); });
  if (const auto* pattern = pattern_in(expression)) collect_pattern_slots(*pattern, slots);
  if (const auto* subquery = as<Subquery>(expression)) collect_query_slots(*subquery->query, slots);
}

}  // namespace treatygraph::queries::cypher
