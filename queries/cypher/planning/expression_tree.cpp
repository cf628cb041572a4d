#include "queries/cypher/planning/expression_tree.h"

#include <algorithm>

#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/values/order.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

bool same_expression(const Expression& a, const Expression& b) {
  BudgetInForce::spend();
  if (a.kind != b.kind || a.name != b.name || a.names != b.names || a.keyword != b.keyword ||
      a.distinct != b.distinct || a.arguments.size() != b.arguments.size() || a.pattern || b.pattern || a.query ||
      b.query) {
    return false;
  }
  if (a.kind == ExpressionKind::Literal && (a.value.type() != b.value.type() || !same(a.value, b.value))) return false;
  return std::ranges::equal(a.arguments, b.arguments, [](const ExpressionPtr& x, const ExpressionPtr& y) {
    return (!x && !y) || (x && y && same_expression(*x, *y));
  });
}

bool is_aggregate(const Expression& expression) {
  return expression.kind == ExpressionKind::CountAll ||
         (expression.kind == ExpressionKind::Call && find_aggregate(expression.name) != nullptr);
}

bool contains_aggregate(const Expression& expression) {
  BudgetInForce::spend();
  return is_aggregate(expression) || std::ranges::any_of(expression.arguments, [](const ExpressionPtr& argument) {
           return argument && contains_aggregate(*argument);
         });
}

bool contains_variable(const Expression& expression) {
  BudgetInForce::spend();
  return expression.kind == ExpressionKind::Variable || expression.pattern || expression.query ||
         std::ranges::any_of(expression.arguments,
                             [](const ExpressionPtr& argument) { return argument && contains_variable(*argument); });
}

namespace {

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

void collect_query_slots(const Query& query, std::vector<Slot>& slots) {
  const auto of = [&](const ExpressionPtr& expression) {
    if (expression) collect_slots(*expression, slots);
  };
  for (const auto& part : query.parts) {
    for (const auto& clause : part.clauses) {
      for (const auto& pattern : clause->match.patterns) collect_pattern_slots(pattern, slots);
      of(clause->match.where);
      of(clause->unwind.list);
      for (const auto& item : clause->projection.items) of(item.expression);
      for (const auto& item : clause->projection.order) of(item.expression);
      of(clause->projection.where);
      for (const auto& argument : clause->call.arguments) of(argument);
      if (clause->subquery.query) collect_query_slots(*clause->subquery.query, slots);
      for (const auto& branch : clause->conditional.branches) {
        of(branch.when);
        collect_query_slots(*branch.query, slots);
      }
    }
  }
}

}  // namespace

void collect_slots(const Expression& expression, std::vector<Slot>& slots) {
  BudgetInForce::spend();
  if (expression.slot != kNoSlot) slots.push_back(expression.slot);
  for (const auto& argument : expression.arguments) {
    if (argument) collect_slots(*argument, slots);
  }
  if (expression.pattern) collect_pattern_slots(*expression.pattern, slots);
  if (expression.query) collect_query_slots(*expression.query, slots);
}

}  // namespace treatygraph::queries::cypher
