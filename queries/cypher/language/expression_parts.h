#pragma once
// Access to the direct parts of an expression: the basis of all passes over whole trees.

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Calls `visit` with each direct part that is present, from left to right. The parts of patterns and of subqueries are
/// not visited: they have scopes of their own, see pattern_in().
template <typename Visit>
void for_each_part(Expression& expression, Visit visit) {
  const auto one = [&](ExpressionPtr& part) {
    if (part) visit(part);
  };
  const auto all = [&](std::vector<ExpressionPtr>& parts) {
    for (auto& part : parts) one(part);
  };
  const auto values = [&](std::vector<MapEntry>& entries) {
    for (auto& entry : entries) one(entry.value);
  };
  const auto two = [&](ExpressionPtr& first, ExpressionPtr& second) {
    one(first);
    one(second);
  };
  const auto three = [&](ExpressionPtr& first, ExpressionPtr& second, ExpressionPtr& third) {
    two(first, second);
    one(third);
  };
  visit_kind(expression.node, Overloaded{
                                  [](Literal&) {},
                                  [](ParameterRead&) {},
                                  [](VariableRead&) {},
                                  [](PatternPredicate&) {},
                                  [](ShortestPaths&) {},
                                  [](Subquery&) {},
                                  [&](PropertyRead& e) { one(e.of); },
                                  [&](HasLabels& e) { one(e.of); },
                                  [&](FitsLabels& e) {
                                    one(e.of);
                                    all(e.dynamic);
                                  },
                                  [&](IsType& e) { one(e.of); },
                                  [&](ElementOf& e) { two(e.of, e.index); },
                                  [&](Slice& e) { three(e.of, e.from, e.to); },
                                  [&](ListLiteral& e) { all(e.items); },
                                  [&](MapLiteral& e) { values(e.entries); },
                                  [&](MapProjection& e) {
                                    one(e.of);
                                    values(e.entries);
                                  },
                                  [&](Negation& e) { one(e.of); },
                                  [&](Logical& e) { all(e.operands); },
                                  [&](Comparison& e) { all(e.operands); },
                                  [&](Arithmetic& e) { two(e.left, e.right); },
                                  [&](Sign& e) { one(e.of); },
                                  [&](Concatenation& e) { two(e.left, e.right); },
                                  [&](TextPredicate& e) { two(e.text, e.part); },
                                  [&](Membership& e) { two(e.item, e.list); },
                                  [&](NullTest& e) { one(e.of); },
                                  [&](FunctionCall& e) { all(e.arguments); },
                                  [&](CaseExpression& e) {
                                    one(e.operand);
                                    for (auto& branch : e.branches) two(branch.when, branch.then);
                                    one(e.otherwise);
                                  },
                                  [&](ListComprehension& e) { three(e.list, e.where, e.item); },
                                  [&](Quantifier& e) { two(e.list, e.where); },
                                  [&](Reduce& e) { three(e.start, e.list, e.step); },
                                  [&](PatternComprehension& e) { two(e.where, e.item); },
                              });
}
template <typename Visit>
void for_each_part(const Expression& expression, Visit visit) {
  // The const_cast is safe: `visit` gets each part as a constant.
  for_each_part(const_cast<Expression&>(expression), [&](const ExpressionPtr& part) { visit(part); });
}

/// Whether `is` is true for at least one direct part.
template <typename Is>
[[nodiscard]] bool any_part(const Expression& expression, Is is) {
  bool found = false;
  for_each_part(expression, [&](const ExpressionPtr& part) { found = found || is(*part); });
  return found;
}

/// The pattern that the expression matches; nullptr if it matches none.
[[nodiscard]] inline const Pattern* pattern_in(const Expression& e) {
  if (const auto* comprehension = as<PatternComprehension>(e)) return comprehension->pattern.get();
  if (const auto* predicate = as<PatternPredicate>(e)) return predicate->pattern.get();
  const auto* paths = as<ShortestPaths>(e);
  return paths == nullptr ? nullptr : paths->pattern.get();
}

}  // namespace treatygraph::queries::cypher
