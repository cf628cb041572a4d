#include "queries/cypher/running/evaluate.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/cypher/functions/arithmetic.h"
#include "queries/cypher/planning/label_fit.h"
#include "queries/cypher/running/execution.h"
#include "queries/cypher/running/pattern_cache.h"
#include "queries/cypher/values/order.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal.h"
#include "queries/cypher/values/text_search.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

Value of(Ternary truth) {
  return truth ? Value(*truth) : Value();
}

Ternary truth_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (!value.is(ValueType::Boolean)) type_error(fmt::format("expected a boolean, found {}", name_of(value.type())));
  return value.boolean();
}

Ternary negation(Ternary truth) {
  return truth ? Ternary(!*truth) : std::nullopt;
}

Value copied(const ValueList& list, std::size_t first, std::size_t last) {
  BudgetInForce::spend(last - first);
  return ValueList(list.begin() + static_cast<std::ptrdiff_t>(first), list.begin() + static_cast<std::ptrdiff_t>(last));
}

/// One run of `evaluate` for one expression kind each.
class Evaluator {
 public:
  Evaluator(Row& row, Context& context) : row_(row), context_(context) {}

  Value value(const Expression& e);

 private:
  [[nodiscard]] Ternary truth(const ExpressionPtr& e) { return truth_of(value(*e)); }

  Value property(const Expression& e);
  Value property(const Expression& e, const Value& of);
  [[gnu::noinline]] Value has_labels(const Expression& e);
  [[gnu::noinline]] Value fits_labels(const Expression& e);
  [[gnu::noinline]] bool fits_dynamic(const Value& of, const LabelExpression& wanted, const Value& names);
  [[nodiscard]] bool has_name(const Value& of, std::string_view name) const;
  [[gnu::noinline]] Value element(const Expression& e);
  [[gnu::noinline]] Value slice(const Expression& e);
  [[gnu::noinline]] Value map(const Expression& e);
  [[gnu::noinline]] Value map_projection(const Expression& e);
  Value both(const Expression& e);
  Value either(const Expression& e);
  Value one_of_two(const Expression& e);
  [[gnu::noinline]] Value comparison(const Expression& e);
  [[gnu::noinline]] Value text_predicate(const Expression& e);
  [[gnu::noinline]] Value matches(const Expression& e);
  [[gnu::noinline]] Value in(const Expression& e);
  Value call(const Expression& e);
  /// Apart, as what else needs much of the stack: every value asked for would pay for it.
  [[gnu::noinline]] Value call_with_many(const Expression& e);
  [[gnu::noinline]] Value choose(const Expression& e);
  [[gnu::noinline]] Value list_comprehension(const Expression& e);
  [[gnu::noinline]] Value quantifier(const Expression& e);
  [[gnu::noinline]] Value reduce(const Expression& e);
  /// The list that a loop runs over, or null.
  Value loop_list(const Expression& e, std::string_view what);
  void spend(std::size_t steps) { context_.execution.spend(steps); }

  Row& row_;
  Context& context_;
};

Value Evaluator::property(const Expression& e) {
  if (e.arguments[0]->kind == ExpressionKind::Variable) return property(e, row_[e.arguments[0]->slot]);
  return property(e, value(*e.arguments[0]));
}

Value Evaluator::property(const Expression& e, const Value& of) {
  switch (of.type()) {
    case ValueType::Null:
      return {};
    case ValueType::Node:
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
      if (of.is(ValueType::String) && e.arguments[0]->kind == ExpressionKind::Property && e.arguments[0]->of_element) {
        type_error(
            fmt::format("'{}' is a string, which has no {}; of dates those without a day are strings: "
                        "CASE WHEN x.{} IS :: DATE THEN x.{}.{} END leaves them out",
                        of.string().substr(0, 40), e.name, e.arguments[0]->name, e.arguments[0]->name, e.name));
      }
      type_error(fmt::format("{} has no properties such as {}", name_of(of.type()), e.name));
  }
}

Value Evaluator::has_labels(const Expression& e) {
  const auto of = value(*e.arguments[0]);
  if (of.is_null()) return {};
  const auto& graph = context_.around.graph;
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

/// $(names), $any(names): a name, or a list of them.
bool Evaluator::fits_dynamic(const Value& of, const LabelExpression& wanted, const Value& names) {
  const auto fits = [&](const Value& name) {
    spend(1);
    if (!name.is(ValueType::String)) type_error(fmt::format("$() takes names, not {}", name_of(name.type())));
    return has_name(of, name.string());
  };
  if (!names.is(ValueType::List)) return fits(names);
  return wanted.one_is_enough ? std::ranges::any_of(names.list(), fits) : std::ranges::all_of(names.list(), fits);
}

Value Evaluator::fits_labels(const Expression& e) {
  const auto of = value(*e.arguments[0]);
  if (of.is_null()) return {};
  const auto& graph = context_.around.graph;
  const bool is_relationship = of.is(ValueType::Relationship);
  if (!is_relationship && !of.is(ValueType::Node)) type_error(fmt::format("{} has no labels", name_of(of.type())));
  const bool has_any = is_relationship || !graph.labels_of(of.node()).empty();
  return labels_fit(*e.label_expression, has_any, [&](const LabelExpression& wanted) {
    if (wanted.kind == LabelExpression::Kind::Dynamic)
      return fits_dynamic(of, wanted, value(*e.arguments[wanted.argument]));
    if (is_relationship) return has_name(of, wanted.name);
    return wanted.label && graph.has_label(of.node(), *wanted.label);
  });
}

Value Evaluator::element(const Expression& e) {
  const auto of = value(*e.arguments[0]);
  const auto index = value(*e.arguments[1]);
  if (of.is_null() || index.is_null()) return {};
  if (of.is(ValueType::List)) {
    if (!index.is(ValueType::Integer))
      type_error(fmt::format("a list is indexed by integers, not {}", name_of(index.type())));
    const auto size = static_cast<std::int64_t>(of.list().size());
    const auto at = index.integer() < 0 ? index.integer() + size : index.integer();
    return at < 0 || at >= size ? Value() : of.list()[static_cast<std::size_t>(at)];
  }
  const bool has_names = of.is(ValueType::Map) || of.is(ValueType::Node) || of.is(ValueType::Relationship);
  if (!has_names) type_error(fmt::format("{} has no elements", name_of(of.type())));
  if (!index.is(ValueType::String)) {
    runtime_error("TypeError", "MapElementAccessByNonString",
                  fmt::format("a map is indexed by strings, not {}", name_of(index.type())));
  }
  if (!of.is(ValueType::Map)) return property_of(context_.around, of, index.string());
  const auto* found = of.map().find(index.string());
  return found == nullptr ? Value() : *found;
}

Value Evaluator::slice(const Expression& e) {
  const auto of = value(*e.arguments[0]);
  const auto from = e.arguments[1] ? value(*e.arguments[1]) : Value(0);
  const auto to = e.arguments[2] ? value(*e.arguments[2]) : Value(std::numeric_limits<std::int64_t>::max());
  if (of.is_null() || from.is_null() || to.is_null()) return {};
  if (!of.is(ValueType::List)) type_error(fmt::format("[..] takes a list, not {}", name_of(of.type())));
  if (!from.is(ValueType::Integer) || !to.is(ValueType::Integer)) type_error("a slice takes integers");
  const auto size = static_cast<std::int64_t>(of.list().size());
  const auto within = [&](std::int64_t at) { return std::clamp(at < 0 ? at + size : at, std::int64_t{0}, size); };
  const auto first = within(from.integer());
  const auto last = std::max(first, within(to.integer()));
  return copied(of.list(), static_cast<std::size_t>(first), static_cast<std::size_t>(last));
}

Value Evaluator::map(const Expression& e) {
  Map made;
  for (std::size_t i = 0; i < e.names.size(); ++i) {
    spend(1);
    made.set(e.names[i], value(*e.arguments[i]));
  }
  return made;
}

Value Evaluator::map_projection(const Expression& e) {
  const auto of = value(*e.arguments[0]);
  if (of.is_null()) return {};
  Map made;
  // First all properties: an entry that is written replaces them, wherever it stands.
  const bool has_all = std::ranges::any_of(e.arguments, [](const ExpressionPtr& part) { return !part; });
  if (has_all) made = of.is(ValueType::Map) ? of.map() : properties_of(context_.around, of);
  for (std::size_t i = 1; i < e.names.size(); ++i) {
    spend(1);
    if (e.arguments[i]) made.set(e.names[i], value(*e.arguments[i]));
  }
  return made;
}

Value Evaluator::both(const Expression& e) {
  Ternary all = true;
  for (const auto& part : e.arguments) {
    spend(1);
    const auto one = truth(part);
    if (one == false) return false;
    if (!one) all = std::nullopt;
  }
  return of(all);
}

Value Evaluator::either(const Expression& e) {
  Ternary any = false;
  for (const auto& part : e.arguments) {
    spend(1);
    const auto one = truth(part);
    if (one == true) return true;
    if (!one) any = std::nullopt;
  }
  return of(any);
}

Value Evaluator::one_of_two(const Expression& e) {
  const auto left = truth(e.arguments[0]);
  const auto right = truth(e.arguments[1]);
  return left && right ? Value(*left != *right) : Value();
}

Ternary compared(const std::string& op, const Value& a, const Value& b) {
  if (op == "=") return equals(a, b);
  if (op == "<>") return negation(equals(a, b));
  if (op == "<") return less(a, b);
  if (op == ">") return less(b, a);
  return op == "<=" ? less_or_equal(a, b) : less_or_equal(b, a);
}

Value Evaluator::comparison(const Expression& e) {
  auto left = value(*e.arguments[0]);
  Ternary all = true;
  for (std::size_t i = 0; i < e.names.size(); ++i) {
    spend(1);
    auto right = value(*e.arguments[i + 1]);
    const auto one = compared(e.names[i], left, right);
    if (one == false) return false;
    if (!one) all = std::nullopt;
    left = std::move(right);
  }
  return of(all);
}

Value Evaluator::text_predicate(const Expression& e) {
  const auto text = value(*e.arguments[0]);
  const auto part = value(*e.arguments[1]);
  if (!text.is(ValueType::String) || !part.is(ValueType::String)) return {};
  BudgetInForce::spend_on_text(part.string().size());
  if (e.kind == ExpressionKind::StartsWith) return text.string().starts_with(part.string());
  if (e.kind == ExpressionKind::EndsWith) return text.string().ends_with(part.string());
  return find_text(text.string(), part.string()) != std::string_view::npos;
}

Value Evaluator::matches(const Expression& e) {
  const auto text = value(*e.arguments[0]);
  const auto pattern = value(*e.arguments[1]);
  if (!text.is(ValueType::String) || !pattern.is(ValueType::String)) return {};
  return context_.execution.patterns().match_whole(text.string(), pattern.string());
}

Value Evaluator::in(const Expression& e) {
  const auto item = value(*e.arguments[0]);
  const auto list = value(*e.arguments[1]);
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

Value Evaluator::call(const Expression& e) {
  if (e.aggregate != nullptr) return row_[e.slot];
  if (e.arguments.size() == 1) {
    const auto only = value(*e.arguments[0]);
    return e.function->call(context_.around, {&only, 1});
  }
  return call_with_many(e);
}

Value Evaluator::call_with_many(const Expression& e) {
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

Value Evaluator::choose(const Expression& e) {
  const std::size_t first = e.has_operand ? 1 : 0;
  const auto operand = e.has_operand ? value(*e.arguments[0]) : Value();
  const bool compares = e.has_operand && e.keyword.empty();
  if (e.has_operand && !compares) row_[e.slot] = operand;
  const auto last = e.arguments.size() - (e.has_otherwise ? 1 : 0);
  for (auto i = first; i + 1 < last; i += 2) {
    spend(1);
    const auto when = value(*e.arguments[i]);
    const bool met = compares ? equals(operand, when) == true : truth_of(when) == true;
    if (met) return value(*e.arguments[i + 1]);
  }
  return e.has_otherwise ? value(*e.arguments.back()) : Value();
}

Value Evaluator::loop_list(const Expression& e, std::string_view what) {
  auto list = value(*e.arguments[e.kind == ExpressionKind::Reduce ? 1 : 0]);
  if (list.is_null() || list.is(ValueType::List)) return list;
  // As Neo4j does, and as UNWIND does: one value is a list of one.
  const bool is_scalar = list.type() > ValueType::Path;
  if (!is_scalar) type_error(fmt::format("{} takes a list, not {}", what, name_of(list.type())));
  return ValueList{std::move(list)};
}

Value Evaluator::list_comprehension(const Expression& e) {
  const auto list = loop_list(e, "a list comprehension");
  if (list.is_null()) return {};
  ValueList made;
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.slot] = item;
    if (e.arguments[1] && truth(e.arguments[1]) != true) continue;
    made.push_back(e.arguments[2] ? value(*e.arguments[2]) : item);
  }
  return made;
}

Value Evaluator::quantifier(const Expression& e) {
  const auto list = loop_list(e, e.keyword + "()");
  if (list.is_null()) return {};
  std::size_t yes = 0;
  std::size_t unknown = 0;
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.slot] = item;
    const auto met = truth(e.arguments[1]);
    yes += met == true ? 1U : 0U;
    unknown += met ? 0U : 1U;
  }
  const auto no = list.list().size() - yes - unknown;
  if (e.keyword == "all") return no > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
  if (e.keyword == "any") return yes > 0 ? Value(true) : unknown > 0 ? Value() : Value(false);
  if (e.keyword == "none") return yes > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
  return yes > 1 ? Value(false) : unknown > 0 ? Value() : Value(yes == 1);
}

Value Evaluator::reduce(const Expression& e) {
  auto sum = value(*e.arguments[0]);
  const auto list = loop_list(e, "reduce()");
  if (list.is_null()) return {};
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.accumulator] = std::move(sum);
    row_[e.slot] = item;
    sum = value(*e.arguments[2]);
  }
  return sum;
}

Value Evaluator::value(const Expression& e) {
  switch (e.kind) {
    case ExpressionKind::Literal:
      return e.value;
    case ExpressionKind::Parameter:
      return *context_.parameters.find(e.name);
    case ExpressionKind::Variable:
    case ExpressionKind::CountAll:
      return row_[e.slot];
    case ExpressionKind::Property:
      return property(e);
    case ExpressionKind::HasLabels:
      return has_labels(e);
    case ExpressionKind::FitsLabels:
      return fits_labels(e);
    case ExpressionKind::Element:
      return element(e);
    case ExpressionKind::Slice:
      return slice(e);
    case ExpressionKind::ListLiteral: {
      ValueList list;
      list.reserve(e.arguments.size());
      for (const auto& item : e.arguments) {
        spend(1);
        list.push_back(value(*item));
      }
      return list;
    }
    case ExpressionKind::MapLiteral:
      return map(e);
    case ExpressionKind::MapProjection:
      return map_projection(e);
    case ExpressionKind::Not:
      return of(negation(truth(e.arguments[0])));
    case ExpressionKind::And:
      return both(e);
    case ExpressionKind::Or:
      return either(e);
    case ExpressionKind::Xor:
      return one_of_two(e);
    case ExpressionKind::Comparison:
      return comparison(e);
    case ExpressionKind::Add:
    case ExpressionKind::Subtract:
    case ExpressionKind::Multiply:
    case ExpressionKind::Divide:
    case ExpressionKind::Modulo:
    case ExpressionKind::Power:
      return calculate(e.kind, value(*e.arguments[0]), value(*e.arguments[1]));
    case ExpressionKind::Negate:
      return negated(value(*e.arguments[0]));
    case ExpressionKind::Plus:
      return value(*e.arguments[0]);
    case ExpressionKind::StartsWith:
    case ExpressionKind::EndsWith:
    case ExpressionKind::Contains:
      return text_predicate(e);
    case ExpressionKind::Matches:
      return matches(e);
    case ExpressionKind::In:
      return in(e);
    case ExpressionKind::IsNull:
      return value(*e.arguments[0]).is_null();
    case ExpressionKind::IsNotNull:
      return !value(*e.arguments[0]).is_null();
    case ExpressionKind::IsType:
      return has_type(value(*e.arguments[0]), *e.type) == e.keyword.empty();
    case ExpressionKind::Concatenate:
      return concatenated(value(*e.arguments[0]), value(*e.arguments[1]));
    case ExpressionKind::Call:
      return call(e);
    case ExpressionKind::Case:
      return choose(e);
    case ExpressionKind::ListComprehension:
      return list_comprehension(e);
    case ExpressionKind::Quantifier:
      return quantifier(e);
    case ExpressionKind::Reduce:
      return reduce(e);
    case ExpressionKind::PatternComprehension:
    case ExpressionKind::PatternPredicate:
    case ExpressionKind::ShortestPaths:
    case ExpressionKind::Exists:
    case ExpressionKind::Count:
    case ExpressionKind::Collect:
      return context_.execution.nested(e, row_);
  }
  return {};
}

}  // namespace

Value evaluate(const Expression& expression, Row& row, Context& context) {
  return Evaluator(row, context).value(expression);
}

bool is_met(const Expression& condition, Row& row, Context& context) {
  return truth_of(evaluate(condition, row, context)) == true;
}

}  // namespace treatygraph::queries::cypher
