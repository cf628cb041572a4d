// The variables, names and types of expressions.

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graph/nearest.h"
#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/expression_tree.h"
#include "queries/cypher/planning/match_plan.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr KindSet kTruths(StaticKind::Boolean);
constexpr KindSet kNumbers(StaticKind::Integer, StaticKind::Float, StaticKind::Temporal);
constexpr KindSet kAdded(StaticKind::Boolean, StaticKind::Integer, StaticKind::Float, StaticKind::String,
                         StaticKind::Temporal);
constexpr KindSet kLists(StaticKind::List);
constexpr KindSet kWithProperties(StaticKind::Node, StaticKind::Relationship, StaticKind::Map, StaticKind::Temporal,
                                  StaticKind::Point);

StaticType of(StaticKind kind) {
  return {kind, StaticKind::Any};
}

void check(const KindSet& takes, StaticType type, const Expression& where, std::string_view what) {
  if (takes.fits(type.kind)) return;
  syntax_error("InvalidArgumentType", fmt::format("{} does not take a value of this type", what), where.span);
}

StaticKind kind_of(const Value& value) {
  switch (value.type()) {
    case ValueType::Null:
      return StaticKind::Null;
    case ValueType::Boolean:
      return StaticKind::Boolean;
    case ValueType::Integer:
      return StaticKind::Integer;
    case ValueType::Float:
      return StaticKind::Float;
    case ValueType::String:
      return StaticKind::String;
    case ValueType::List:
      return StaticKind::List;
    default:
      return StaticKind::Any;
  }
}

/// NaN, Inf and Infinity are numbers where no variable has the name.
std::optional<double> number_named(std::string_view name) {
  const auto is = [&](std::string_view upper) {
    return std::ranges::equal(name, upper, {},
                              [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  };
  if (is("NAN")) return std::numeric_limits<double>::quiet_NaN();
  if (is("INF") || is("INFINITY")) return std::numeric_limits<double>::infinity();
  return std::nullopt;
}

}  // namespace

void Resolver::predicate(ExpressionPtr& condition, const Variables& scope) {
  if (contains_aggregate(*condition)) {
    syntax_error("InvalidAggregation", "WHERE looks at single rows; aggregate in a WITH before it", condition->span);
  }
  const auto type = expression(*condition, scope, {false, true});
  check(kTruths, type, *condition, "WHERE");
}

StaticType Resolver::variable(Expression& e, const Variables& scope) {
  if (e.keyword == kThis) {
    e.slot = this_.slot;
    return this_.type;
  }
  const auto* known = scope.find(e.name);
  if (const auto number = known == nullptr ? number_named(e.name) : std::nullopt) {
    e.kind = ExpressionKind::Literal;
    e.value = *number;
    return of(StaticKind::Float);
  }
  if (known == nullptr) undefined(e.name, e.span, scope);
  e.slot = known->slot;
  return known->type;
}

StaticType Resolver::property(Expression& e, const Variables& scope, Place place) {
  const auto type = expression(*e.arguments[0], scope, {place.aggregates, false});
  if (type.kind == StaticKind::Path) {
    syntax_error("InvalidArgumentType", fmt::format("a path has no properties such as {}; its nodes(p) have", e.name),
                 e.span);
  }
  if (!kWithProperties.fits(type.kind)) {
    throw CypherError{
        "TypeError", Phase::Compile, "InvalidArgumentType",
        fmt::format("only nodes, relationships, maps and temporal values have properties such as {}", e.name), e.span};
  }
  e.of_element = type.kind == StaticKind::Node || type.kind == StaticKind::Relationship;
  if (e.of_element) know_property(e.name);
  e.property = graph_.properties().find(e.name);
  e.is_key = !e.property && !key_property_.empty() && e.name == key_property_;
  return {};
}

StaticType Resolver::logical(Expression& e, const Variables& scope, Place place) {
  for (auto& argument : e.arguments)
    check(kTruths, expression(*argument, scope, place), *argument, "a logical operator");
  return of(StaticKind::Boolean);
}

StaticType Resolver::arithmetic(Expression& e, const Variables& scope, Place place) {
  place.predicate = false;
  const auto left = expression(*e.arguments[0], scope, place);
  const auto right = e.arguments.size() > 1 ? expression(*e.arguments[1], scope, place) : left;
  if (e.kind == ExpressionKind::Add) {
    const bool both_integers = left.kind == StaticKind::Integer && right.kind == StaticKind::Integer;
    if (left.kind == StaticKind::List || right.kind == StaticKind::List) return of(StaticKind::List);
    check(kAdded, left, *e.arguments[0], "+");
    if (e.arguments.size() > 1) check(kAdded, right, *e.arguments[1], "+");
    return of(both_integers ? StaticKind::Integer : StaticKind::Any);
  }
  check(kNumbers, left, *e.arguments[0], "arithmetic");
  if (e.arguments.size() > 1) check(kNumbers, right, *e.arguments[1], "arithmetic");
  if (left.kind == StaticKind::Integer && right.kind == StaticKind::Integer && e.kind != ExpressionKind::Power) {
    return of(StaticKind::Integer);
  }
  return of(StaticKind::Any);
}

StaticType Resolver::aggregate(Expression& e, const Variables& scope, Place place) {
  if (!place.aggregates) {
    syntax_error("InvalidAggregation",
                 fmt::format("{} aggregates, which WITH and RETURN alone can do",
                             e.kind == ExpressionKind::CountAll ? "count(*)" : e.name + "()"),
                 e.span);
  }
  e.slot = new_slot();
  e.aggregate = find_aggregate(e.kind == ExpressionKind::CountAll ? "count" : e.name);
  if (e.kind == ExpressionKind::CountAll) return of(StaticKind::Integer);
  if (e.arguments.size() != e.aggregate->arguments) {
    syntax_error(
        "InvalidNumberOfArguments",
        fmt::format("{}() takes {} arguments; {} are given", e.name, e.aggregate->arguments, e.arguments.size()),
        e.span);
  }
  for (auto& argument : e.arguments) {
    if (contains_aggregate(*argument)) {
      syntax_error("NestedAggregation", "an aggregate inside an aggregate; use a WITH between them", argument->span);
    }
    expression(*argument, scope, {});
    const bool is_random =
        argument->kind == ExpressionKind::Call && argument->function != nullptr && argument->function->is_random;
    if (is_random) syntax_error("NonConstantExpression", "a random number cannot be aggregated", argument->span);
  }
  if (e.aggregate->name == "min" || e.aggregate->name == "max") warn_of_order(*e.arguments[0]);
  if (e.aggregate->name == "count") return of(StaticKind::Integer);
  return of(e.aggregate->name == "collect" ? StaticKind::List : StaticKind::Any);
}

StaticType Resolver::call(Expression& e, const Variables& scope, Place place) {
  if (is_aggregate(e)) return aggregate(e, scope, place);
  e.function = find_function(e.name);
  if (e.function == nullptr) {
    const auto near = nearest_of(e.name, function_names(), 1);
    syntax_error(
        "UnknownFunction",
        fmt::format("no function {}(){}", e.name, near.empty() ? "" : fmt::format("; did you mean {}()?", near[0])),
        e.span);
  }
  const auto given = e.arguments.size();
  if (given < e.function->min_arguments || given > e.function->max_arguments) {
    const auto takes = e.function->min_arguments == e.function->max_arguments
                           ? fmt::format("{}", e.function->min_arguments)
                           : fmt::format("{} to {}", e.function->min_arguments, e.function->max_arguments);
    syntax_error("InvalidNumberOfArguments",
                 fmt::format("{}() takes {} arguments; {} are given", e.function->name, takes, given), e.span);
  }
  reads_clock_ = reads_clock_ || e.function->reads_clock;
  place.predicate = false;
  for (std::size_t i = 0; i < given; ++i) {
    const auto type = expression(*e.arguments[i], scope, place);
    if (i == 0) check(e.function->takes, type, *e.arguments[0], fmt::format("{}()", e.function->name));
  }
  return of(e.function->returns);
}

StaticType Resolver::loop(Expression& e, const Variables& scope, Place place) {
  const auto list_at = e.kind == ExpressionKind::Reduce ? 1U : 0U;
  place.predicate = false;
  auto inner = scope;
  if (e.kind == ExpressionKind::Reduce) {
    const auto type = expression(*e.arguments[0], scope, place);
    e.accumulator = new_slot();
    inner.add({e.keyword, e.accumulator, of(type.kind == StaticKind::List ? StaticKind::List : StaticKind::Any)});
  }
  const auto list = expression(*e.arguments[list_at], scope, place);
  check(kLists, list, *e.arguments[list_at], "IN");
  e.slot = new_slot();
  inner.add({e.name, e.slot, of(list.kind == StaticKind::List ? list.element : StaticKind::Any)});
  for (std::size_t i = list_at + 1; i < e.arguments.size(); ++i) {
    if (!e.arguments[i]) continue;
    const bool is_condition = e.kind != ExpressionKind::Reduce && i == 1;
    const auto type = expression(*e.arguments[i], inner, {false, is_condition});
    if (is_condition) check(kTruths, type, *e.arguments[i], "WHERE");
  }
  return of(e.kind == ExpressionKind::Quantifier          ? StaticKind::Boolean
            : e.kind == ExpressionKind::ListComprehension ? StaticKind::List
                                                          : StaticKind::Any);
}

/// CASE. Its operand, where its conditions read it as kThis, stands in a slot of its own.
StaticType Resolver::choice(Expression& e, const Variables& scope, Place place) {
  if (e.keyword.empty()) {
    for_each_part(e, [&](ExpressionPtr& part) { expression(*part, scope, {place.aggregates, !e.has_operand}); });
    return {};
  }
  const auto type = expression(*e.arguments[0], scope, {place.aggregates, false});
  e.slot = new_slot();
  const auto last = e.arguments.size() - (e.has_otherwise ? 1 : 0);
  for (std::size_t i = 1; i < e.arguments.size(); ++i) {
    const bool is_condition = i < last && i % 2 == 1;
    const auto before = is_condition ? std::exchange(this_, Variable{{}, e.slot, type}) : this_;
    expression(*e.arguments[i], scope, {place.aggregates, is_condition});
    this_ = before;
  }
  return {};
}

StaticType Resolver::concatenation(Expression& e, const Variables& scope, Place place) {
  constexpr KindSet kJoined(StaticKind::String, StaticKind::List);
  StaticType joined;
  for (auto& argument : e.arguments) {
    const auto type = expression(*argument, scope, {place.aggregates, false});
    check(kJoined, type, *argument, "||");
    if (type.kind == StaticKind::String || type.kind == StaticKind::List) joined = of(type.kind);
  }
  return joined;
}

void Resolver::own_pattern(Expression& e, Variables& scope, bool may_bind) {
  std::vector<Pattern> one;
  one.push_back(std::move(*e.pattern));
  patterns(one, scope, may_bind);
  *e.pattern = std::move(one[0]);
}

StaticType Resolver::nested(Expression& e, const Variables& scope, Place place) {
  if (e.kind == ExpressionKind::PatternPredicate) {
    if (!place.predicate && e.keyword != "exists") {
      syntax_error("UnexpectedSyntax",
                   "a pattern is a predicate only in WHERE; use exists(), EXISTS {} or a pattern comprehension",
                   e.span);
    }
    auto inner = scope;
    own_pattern(e, inner, false);
    e.plan = plan_match(graph_, {e.pattern.get(), 1}, nullptr, key_property_);
    return of(StaticKind::Boolean);
  }
  if (e.kind == ExpressionKind::PatternComprehension) {
    auto inner = scope;
    own_pattern(e, inner, true);
    if (e.arguments[0]) predicate(e.arguments[0], inner);
    expression(*e.arguments[1], inner, {});
    e.plan = plan_match(graph_, {e.pattern.get(), 1}, e.arguments[0].get(), key_property_);
    return of(StaticKind::List);
  }
  if (e.kind == ExpressionKind::ShortestPaths) {
    auto inner = scope;
    own_pattern(e, inner, true);
    if (e.pattern->slot == kNoSlot) e.pattern->slot = new_slot();
    e.plan = plan_match(graph_, {e.pattern.get(), 1}, nullptr, key_property_);
    return of(e.pattern->shortest == ShortestPath::All ? StaticKind::List : StaticKind::Path);
  }
  const auto columns = query(*e.query, scope, e.kind == ExpressionKind::Collect);
  if (e.kind == ExpressionKind::Count) e.degree = degree_step(*e.query);
  if (e.kind == ExpressionKind::Collect) {
    if (columns[0].names.size() != 1) syntax_error("InvalidClauseComposition", "COLLECT {} returns one column", e.span);
    e.slot = columns[0].slots[0];
  }
  return of(e.kind == ExpressionKind::Exists  ? StaticKind::Boolean
            : e.kind == ExpressionKind::Count ? StaticKind::Integer
                                              : StaticKind::List);
}

StaticType Resolver::expression(Expression& e, const Variables& scope, Place place) {
  BudgetInForce::spend();
  const auto parts = [&] {
    for_each_part(e, [&](ExpressionPtr& part) { expression(*part, scope, {place.aggregates, false}); });
  };
  switch (e.kind) {
    case ExpressionKind::Literal:
      return of(kind_of(e.value));
    case ExpressionKind::Parameter:
      need_parameter(e.name, e.span, fmt::format("no value is given for the parameter ${}", e.name));
      return {};
    case ExpressionKind::Variable:
      return variable(e, scope);
    case ExpressionKind::Property:
      return property(e, scope, place);
    case ExpressionKind::HasLabels:
      parts();
      for (const auto& name : e.names) {
        know_label(name);
        const auto label = graph_.labels().find(name);
        e.labels_known = e.labels_known && label.has_value();
        if (label) e.labels.push_back(*label);
      }
      return of(StaticKind::Boolean);
    case ExpressionKind::FitsLabels:
      parts();
      resolve_labels(*e.label_expression);
      return of(StaticKind::Boolean);
    case ExpressionKind::Concatenate:
      return concatenation(e, scope, place);
    case ExpressionKind::Element: {
      const auto list = expression(*e.arguments[0], scope, {place.aggregates, false});
      expression(*e.arguments[1], scope, {place.aggregates, false});
      return of(list.kind == StaticKind::List ? list.element : StaticKind::Any);
    }
    case ExpressionKind::ListLiteral: {
      StaticType list{StaticKind::List, StaticKind::Null};
      for (auto& item : e.arguments) {
        const auto type = expression(*item, scope, {place.aggregates, place.predicate});
        if (list.element == StaticKind::Null) list.element = type.kind;
        if (type.kind != list.element && type.kind != StaticKind::Null) list.element = StaticKind::Any;
      }
      if (list.element == StaticKind::Null) list.element = StaticKind::Any;
      return list;
    }
    case ExpressionKind::Slice:
      parts();
      return of(StaticKind::List);
    case ExpressionKind::MapLiteral:
    case ExpressionKind::MapProjection:
      parts();
      return of(StaticKind::Map);
    case ExpressionKind::Not:
    case ExpressionKind::And:
    case ExpressionKind::Or:
    case ExpressionKind::Xor:
      return logical(e, scope, place);
    case ExpressionKind::Add:
    case ExpressionKind::Subtract:
    case ExpressionKind::Multiply:
    case ExpressionKind::Divide:
    case ExpressionKind::Modulo:
    case ExpressionKind::Power:
    case ExpressionKind::Negate:
    case ExpressionKind::Plus:
      return arithmetic(e, scope, place);
    case ExpressionKind::In: {
      expression(*e.arguments[0], scope, {place.aggregates, false});
      check(kLists, expression(*e.arguments[1], scope, {place.aggregates, false}), *e.arguments[1], "IN");
      warn_of_types(e);
      return of(StaticKind::Boolean);
    }
    case ExpressionKind::Comparison:
    case ExpressionKind::StartsWith:
    case ExpressionKind::EndsWith:
    case ExpressionKind::Contains:
    case ExpressionKind::Matches:
    case ExpressionKind::IsNull:
    case ExpressionKind::IsNotNull:
    case ExpressionKind::IsType:
      parts();
      warn_of_types(e);
      return of(StaticKind::Boolean);
    case ExpressionKind::Call:
      return call(e, scope, place);
    case ExpressionKind::CountAll:
      return aggregate(e, scope, place);
    case ExpressionKind::Case:
      return choice(e, scope, place);
    case ExpressionKind::ListComprehension:
    case ExpressionKind::Quantifier:
    case ExpressionKind::Reduce:
      return loop(e, scope, place);
    case ExpressionKind::PatternComprehension:
    case ExpressionKind::PatternPredicate:
    case ExpressionKind::ShortestPaths:
    case ExpressionKind::Exists:
    case ExpressionKind::Count:
    case ExpressionKind::Collect:
      return nested(e, scope, place);
  }
  return {};
}

}  // namespace treatygraph::queries::cypher
