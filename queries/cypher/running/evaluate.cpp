// Operators and comparisons, with the three-valued logic of openCypher: a truth value is true, false or null, and null
// means unknown. So `false AND null` is false, but `true AND null` is null. Everything that may loop charges its steps
// to the budget.

#include <algorithm>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/functions/arithmetic.h"
#include "queries/cypher/planning/label_fit.h"
#include "queries/cypher/running/evaluator.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/pattern_cache.h"
#include "queries/cypher/values/order.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal.h"
#include "queries/cypher/values/text_search.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

Value Evaluator::property(const PropertyRead& e, const Value& of) {
  switch (of.type()) {
    case ValueType::Null:
      return {};
    case ValueType::Node:
      // A node's key is not a property of the graph, but is read like one.
      if (e.is_key) return Text(context_.around.graph.key(of.node()));
      [[fallthrough]];
    case ValueType::Relationship:
      return property_of(context_.around, of, e.name, e.property);
    case ValueType::Map: {
      const auto* found = of.map().find(e.name);
      return found == nullptr ? Value() : *found;
    }
    default:
      if (of.is(ValueType::Point)) return point_field(of.point(), e.name);
      if (is_temporal(of.type())) return temporal_field(of, e.name);
      no_property(e, of);
  }
}

/// A date property whose value lacks the day, such as '2025-10', is read as a string. Its d.year fails, and the error
/// says why.
void Evaluator::no_property(const PropertyRead& e, const Value& of) {
  const auto* read = as<PropertyRead>(*e.of);
  if (of.is(ValueType::String) && read != nullptr && read->of_element) {
    type_error(
        fmt::format("'{}' is a string, which has no {}; of dates those without a day are strings: "
                    "CASE WHEN x.{} IS :: DATE THEN x.{}.{} END leaves them out",
                    of.string().substr(0, 40), e.name, read->name, read->name, e.name));
  }
  type_error(fmt::format("{} has no properties such as {}", name_of(of.type()), e.name));
}

Value Evaluator::operator()(const HasLabels& e) {
  const auto of = value(*e.of);
  if (of.is_null()) return {};
  const auto& graph = context_.around.graph;
  // r:TYPE tests the type of a relationship. A relationship has one type, so all names must be the same.
  if (of.is(ValueType::Relationship)) {
    const auto& type = graph.types().name(graph.type(of.relationship()));
    return std::ranges::all_of(e.names, [&](const std::string& name) { return name == type; });
  }
  if (!of.is(ValueType::Node)) type_error(fmt::format("{} has no labels", name_of(of.type())));
  return e.labels_known &&
         std::ranges::all_of(e.labels, [&](LabelId label) { return graph.has_label(of.node(), label); });
}

bool Evaluator::has_name(const Value& of, std::string_view name) const {
  const auto& graph = context_.around.graph;
  if (of.is(ValueType::Relationship)) return graph.types().name(graph.type(of.relationship())) == name;
  const auto label = graph.labels().find(name);
  return label && graph.has_label(of.node(), *label);
}

/// The names are one string, or a list of strings: $(names) needs all of them, $any(names) one.
bool Evaluator::fits_dynamic(const Value& of, const LabelExpression& wanted, const Value& names) {
  const auto fits = [&](const Value& name) {
    spend(1);
    if (!name.is(ValueType::String)) type_error(fmt::format("$() takes names, not {}", name_of(name.type())));
    return has_name(of, name.string());
  };
  if (!names.is(ValueType::List)) return fits(names);
  return wanted.one_is_enough ? std::ranges::any_of(names.list(), fits) : std::ranges::all_of(names.list(), fits);
}

Value Evaluator::operator()(const FitsLabels& e) {
  const auto of = value(*e.of);
  if (of.is_null()) return {};
  const auto& graph = context_.around.graph;
  const bool is_relationship = of.is(ValueType::Relationship);
  if (!is_relationship && !of.is(ValueType::Node)) type_error(fmt::format("{} has no labels", name_of(of.type())));
  const bool has_any = is_relationship || !graph.labels_of(of.node()).empty();
  return labels_fit(*e.labels, has_any, [&](const LabelExpression& wanted) {
    if (wanted.kind == LabelExpression::Kind::Dynamic)
      return fits_dynamic(of, wanted, value(*e.dynamic[wanted.argument]));
    if (is_relationship) return has_name(of, wanted.name);
    return wanted.label && graph.has_label(of.node(), *wanted.label);
  });
}

Value Evaluator::all_of(const std::vector<ExpressionPtr>& operands) {
  Ternary all = true;
  for (const auto& operand : operands) {
    spend(1);
    const auto one = truth(*operand);
    if (one == false) return false;
    if (!one) all = std::nullopt;
  }
  return of(all);
}

Value Evaluator::one_of(const std::vector<ExpressionPtr>& operands) {
  Ternary any = false;
  for (const auto& operand : operands) {
    spend(1);
    const auto one = truth(*operand);
    if (one == true) return true;
    if (!one) any = std::nullopt;
  }
  return of(any);
}

Value Evaluator::operator()(const Logical& e) {
  switch (e.op) {
    case Logical::Operator::And:
      return all_of(e.operands);
    case Logical::Operator::Or:
      return one_of(e.operands);
    case Logical::Operator::Xor:
      break;
  }
  const auto left = truth(*e.operands[0]);
  const auto right = truth(*e.operands[1]);
  return left && right ? Value(*left != *right) : Value();
}

namespace {

Ternary compared(Comparison::Operator op, const Value& a, const Value& b) {
  switch (op) {
    case Comparison::Operator::Equal:
      return equals(a, b);
    case Comparison::Operator::NotEqual:
      return negation(equals(a, b));
    case Comparison::Operator::Less:
      return less(a, b);
    case Comparison::Operator::Greater:
      return less(b, a);
    case Comparison::Operator::LessOrEqual:
      return less_or_equal(a, b);
    case Comparison::Operator::GreaterOrEqual:
      break;
  }
  return less_or_equal(b, a);
}

}  // namespace

/// 1 < x < 5 is 1 < x AND x < 5, but x is evaluated once.
Value Evaluator::operator()(const Comparison& e) {
  auto left = value(*e.operands[0]);
  Ternary all = true;
  for (std::size_t i = 0; i < e.operators.size(); ++i) {
    spend(1);
    auto right = value(*e.operands[i + 1]);
    const auto one = compared(e.operators[i], left, right);
    if (one == false) return false;
    if (!one) all = std::nullopt;
    left = std::move(right);
  }
  return of(all);
}

/// Null if an operand is not a string.
Value Evaluator::operator()(const TextPredicate& e) {
  const auto text = value(*e.text);
  const auto part = value(*e.part);
  if (!text.is(ValueType::String) || !part.is(ValueType::String)) return {};
  BudgetInForce::spend_on_text(part.string().size());
  switch (e.op) {
    case TextPredicate::Operator::StartsWith:
      return text.string().starts_with(part.string());
    case TextPredicate::Operator::EndsWith:
      return text.string().ends_with(part.string());
    case TextPredicate::Operator::Contains:
      return find_text(text.string(), part.string()) != std::string_view::npos;
    case TextPredicate::Operator::Matches:
      break;
  }
  return context_.execution.patterns().match_whole(text.string(), part.string());
}

/// x IN list: true if an item equals x; otherwise null if the comparison with an item was null; otherwise false.
Value Evaluator::operator()(const Membership& e) {
  const auto item = value(*e.item);
  const auto list = value(*e.list);
  if (list.is_null()) return {};
  if (!list.is(ValueType::List)) type_error(fmt::format("IN takes a list, not {}", name_of(list.type())));
  Ternary found = false;
  for (const auto& candidate : list.list()) {
    BudgetInForce::spend();
    const auto equal = equals(item, candidate);
    if (equal == true) return true;
    if (!equal) found = std::nullopt;
  }
  return of(found);
}

/// The aggregate's result is in its slot already: see projection_run.h. Calls with one argument are the most frequent
/// and need no array.
Value Evaluator::operator()(const FunctionCall& e) {
  if (e.aggregate != nullptr) return row_[e.slot];
  if (e.arguments.size() == 1) {
    const auto only = value(*e.arguments[0]);
    return e.function->call(context_.around, {&only, 1});
  }
  return call_with_many(e);
}

Value Evaluator::call_with_many(const FunctionCall& e) {
  std::array<Value, 3> few;
  if (e.arguments.size() <= few.size()) {
    for (std::size_t i = 0; i < e.arguments.size(); ++i) few.at(i) = value(*e.arguments[i]);
    return e.function->call(context_.around, {few.data(), e.arguments.size()});
  }
  std::vector<Value> many;
  for (const auto& argument : e.arguments) {
    spend(1);
    many.push_back(value(*argument));
  }
  return e.function->call(context_.around, many);
}

/// The first branch whose condition is true, or whose value equals the operand. Later branches are not evaluated.
Value Evaluator::operator()(const CaseExpression& e) {
  const auto operand = e.operand ? value(*e.operand) : Value();
  const bool compares = e.operand && !e.tests;
  if (e.tests) row_[e.slot] = operand;
  for (const auto& [when, then] : e.branches) {
    spend(1);
    const auto given = value(*when);
    const bool met = compares ? equals(operand, given) == true : truth_of(given) == true;
    if (met) return value(*then);
  }
  return e.otherwise ? value(*e.otherwise) : Value();
}

Value evaluate(const Expression& expression, Row& row, Context& context) {
  return Evaluator(row, context).value(expression);
}

bool is_met(const Expression& condition, Row& row, Context& context) {
  return truth_of(evaluate(condition, row, context)) == true;
}

}  // namespace treatygraph::queries::cypher
