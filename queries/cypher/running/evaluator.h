#pragma once
// The evaluator as one class, because its overloads call each other. Operators and comparisons are in evaluate.cpp,
// lists, maps and loops in evaluate_lists.cpp.

#include <fmt/format.h>

#include "queries/cypher/functions/arithmetic.h"
#include "queries/cypher/running/evaluate.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/values/order.h"

namespace treatygraph::queries::cypher {

/// Conversions between truth values and Value: nullopt is null.
inline Value of(Ternary truth) {
  return truth ? Value(*truth) : Value();
}

/// Throws if `value` is neither a boolean nor null.
inline Ternary truth_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (!value.is(ValueType::Boolean)) type_error(fmt::format("expected a boolean, found {}", name_of(value.type())));
  return value.boolean();
}

inline Ternary negation(Ternary truth) {
  return truth ? Ternary(!*truth) : std::nullopt;
}

/// Evaluates expressions in one row, with an overload for each kind. Overloads that need many local variables are kept
/// out of line: `value` is recursive, and if they were inlined, every level would reserve stack for all of them.
class Evaluator {
 public:
  Evaluator(Row& row, Context& context) : row_(row), context_(context) {}

  Value value(const Expression& e) { return visit_kind(e.node, *this); }

  Value operator()(const Literal& e) { return e.value; }
  Value operator()(const ParameterRead& e) { return *context_.parameters.find(e.name); }
  Value operator()(const VariableRead& e) { return row_[e.slot]; }
  Value operator()(const PropertyRead& e) {
    // The usual case, a.name: reads the slot without copying the value.
    const auto* variable = as<VariableRead>(*e.of);
    return variable != nullptr ? property(e, row_[variable->slot]) : property(e, value(*e.of));
  }
  [[gnu::noinline]] Value operator()(const HasLabels& e);
  [[gnu::noinline]] Value operator()(const FitsLabels& e);
  Value operator()(const IsType& e) { return has_type(value(*e.of), *e.type) != e.is_negated; }
  [[gnu::noinline]] Value operator()(const ElementOf& e);
  [[gnu::noinline]] Value operator()(const Slice& e);
  [[gnu::noinline]] Value operator()(const ListLiteral& e);
  [[gnu::noinline]] Value operator()(const MapLiteral& e);
  [[gnu::noinline]] Value operator()(const MapProjection& e);
  Value operator()(const Negation& e) { return of(negation(truth(*e.of))); }
  Value operator()(const Logical& e);
  [[gnu::noinline]] Value operator()(const Comparison& e);
  Value operator()(const Arithmetic& e) { return calculate(e.op, value(*e.left), value(*e.right)); }
  Value operator()(const Sign& e) { return e.is_negative ? negated(value(*e.of)) : value(*e.of); }
  Value operator()(const Concatenation& e) { return concatenated(value(*e.left), value(*e.right)); }
  [[gnu::noinline]] Value operator()(const TextPredicate& e);
  [[gnu::noinline]] Value operator()(const Membership& e);
  Value operator()(const NullTest& e) { return value(*e.of).is_null() != e.is_negated; }
  Value operator()(const FunctionCall& e);
  [[gnu::noinline]] Value operator()(const CaseExpression& e);
  [[gnu::noinline]] Value operator()(const ListComprehension& e);
  [[gnu::noinline]] Value operator()(const Quantifier& e);
  [[gnu::noinline]] Value operator()(const Reduce& e);
  Value operator()(const PatternComprehension& e) { return context_.execution.value_of(e, row_); }
  Value operator()(const PatternPredicate& e) { return context_.execution.value_of(e, row_); }
  Value operator()(const ShortestPaths& e) { return context_.execution.value_of(e, row_); }
  Value operator()(const Subquery& e) { return context_.execution.value_of(e, row_); }

 private:
  [[nodiscard]] Ternary truth(const Expression& e) { return truth_of(value(e)); }

  /// The property `e.name` of `of`: a node, relationship, map, point or temporal value; null if it has none.
  Value property(const PropertyRead& e, const Value& of);
  [[noreturn]] static void no_property(const PropertyRead& e, const Value& of);
  /// Whether a node or relationship has the names that $(...) computed.
  [[gnu::noinline]] bool fits_dynamic(const Value& of, const LabelExpression& wanted, const Value& names);
  /// Whether a node has the label, or a relationship the type, `name`.
  [[nodiscard]] bool has_name(const Value& of, std::string_view name) const;
  /// AND and OR of many operands. They stop at the first operand that decides.
  Value all_of(const std::vector<ExpressionPtr>& operands);
  Value one_of(const std::vector<ExpressionPtr>& operands);
  /// A call with no argument, or more than one.
  [[gnu::noinline]] Value call_with_many(const FunctionCall& e);
  /// The list that a loop runs over, or null. `what` names the loop in errors.
  Value loop_list(const Expression& of, std::string_view what);
  void spend(std::size_t steps) { context_.execution.spend(steps); }

  Row& row_;
  Context& context_;
};

}  // namespace treatygraph::queries::cypher
