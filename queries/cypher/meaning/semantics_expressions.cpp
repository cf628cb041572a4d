// Resolves the variables, names and functions of expressions, and computes their static types.

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/counted.h"
#include "graph/nearest.h"
#include "queries/cypher/functions/aggregates.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/meaning/expression_resolver.h"
#include "queries/cypher/meaning/instead_of_neo4j.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// The number that a name stands for: NaN, Inf and Infinity are numbers unless a variable has that name.
std::optional<double> number_named(std::string_view name) {
  const auto is = [&](std::string_view word) { return equal_but_for_case(name, word); };
  if (is("NaN")) return std::numeric_limits<double>::quiet_NaN();
  if (is("Inf") || is("Infinity")) return std::numeric_limits<double>::infinity();
  return std::nullopt;
}

}  // namespace

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

/// A condition in WHERE: a truth value, without aggregates, in which a bare pattern is a predicate.
void Resolver::predicate(ExpressionPtr& condition, const Variables& scope) {
  if (contains_aggregate(*condition)) {
    syntax_error("InvalidAggregation", "WHERE looks at single rows; aggregate in a WITH before it", condition->span);
  }
  const auto type = expression(*condition, scope, {false, true});
  check(kTruths, type, *condition, "WHERE");
}

/// Resolves any expression. This is the one place that dispatches by kind.
StaticType Resolver::expression(Expression& e, const Variables& scope, Place place) {
  BudgetInForce::spend();
  return visit_kind(e.node, ExpressionResolver(*this, e, scope, place));
}

StaticType Resolver::ExpressionResolver::operator()(VariableRead& e) {
  if (e.is_this) {
    e.slot = all_.this_.slot;
    return all_.this_.type;
  }
  const auto* known = scope_.find(e.name);
  if (const auto number = known == nullptr ? number_named(e.name) : std::nullopt) {
    whole_.node = Literal{*number};
    return of(StaticKind::Float);
  }
  if (known == nullptr) all_.undefined(e.name, whole_.span, scope_);
  e.slot = known->slot;
  return known->type;
}

/// `key` reads the node's key only if the graph has no property of that name.
StaticType Resolver::ExpressionResolver::operator()(PropertyRead& e) {
  const auto type = value(*e.of);
  if (type.kind == StaticKind::Path) {
    syntax_error("InvalidArgumentType", fmt::format("a path has no properties such as {}; its nodes(p) have", e.name),
                 whole_.span);
  }
  if (!kWithProperties.fits(type.kind)) {
    throw CypherError{
        "TypeError", Phase::Compile, "InvalidArgumentType",
        fmt::format("only nodes, relationships, maps, points and temporal values have properties such as {}", e.name),
        whole_.span};
  }
  e.of_element = type.kind == StaticKind::Node || type.kind == StaticKind::Relationship;
  if (e.of_element) all_.know_property(e.name);
  e.property = all_.graph_.properties().find(e.name);
  e.is_key = !e.property && !all_.key_property_.empty() && e.name == all_.key_property_;
  return {};
}

/// A name that the graph does not have makes the test false for nodes, but not for relationships: the name may be their
/// type.
StaticType Resolver::ExpressionResolver::operator()(HasLabels& e) {
  parts();
  for (const auto& name : e.names) {
    all_.know_label(name);
    const auto label = all_.graph_.labels().find(name);
    e.labels_known = e.labels_known && label.has_value();
    if (label) e.labels.push_back(*label);
  }
  return of(StaticKind::Boolean);
}

/// The items have a common kind, apart from nulls, or Any.
StaticType Resolver::ExpressionResolver::operator()(ListLiteral& e) {
  StaticType list{StaticKind::List, StaticKind::Null};
  for (auto& item : e.items) {
    const auto type = all_.expression(*item, scope_, place_);
    if (list.element == StaticKind::Null) list.element = type.kind;
    if (type.kind != list.element && type.kind != StaticKind::Null) list.element = StaticKind::Any;
  }
  if (list.element == StaticKind::Null) list.element = StaticKind::Any;
  return list;
}

/// Two integers give an integer, except by a power, and a sum with a list is a list. Other results are not known.
StaticType Resolver::ExpressionResolver::operator()(Arithmetic& e) {
  const auto left = value(*e.left);
  const auto right = value(*e.right);
  const bool both_integers = left.kind == StaticKind::Integer && right.kind == StaticKind::Integer;
  const bool is_sum = e.op == ArithmeticOperator::Add;
  if (is_sum && (left.kind == StaticKind::List || right.kind == StaticKind::List)) return of(StaticKind::List);
  const auto& takes = is_sum ? kAdded : kNumbers;
  const auto* what = is_sum ? "+" : "arithmetic";
  check(takes, left, *e.left, what);
  check(takes, right, *e.right, what);
  return of(both_integers && e.op != ArithmeticOperator::Power ? StaticKind::Integer : StaticKind::Any);
}

StaticType Resolver::ExpressionResolver::operator()(Concatenation& e) {
  constexpr KindSet kJoined(StaticKind::String, StaticKind::List);
  StaticType joined;
  for (auto* part : {e.left.get(), e.right.get()}) {
    const auto type = value(*part);
    check(kJoined, type, *part, "||");
    if (type.kind == StaticKind::String || type.kind == StaticKind::List) joined = of(type.kind);
  }
  return joined;
}

/// An aggregate gets a slot for its result, which the projection fills before the items are evaluated.
StaticType Resolver::ExpressionResolver::aggregate(FunctionCall& e) {
  if (!place_.aggregates) {
    syntax_error(
        "InvalidAggregation",
        fmt::format("{} aggregates, which WITH and RETURN alone can do", e.counts_rows ? "count(*)" : e.name + "()"),
        whole_.span);
  }
  e.slot = all_.new_slot();
  e.aggregate = find_aggregate(e.name);
  if (e.counts_rows) return of(StaticKind::Integer);
  if (e.arguments.size() != e.aggregate->arguments) {
    syntax_error(
        "InvalidNumberOfArguments",
        fmt::format("{}() takes {}, not {}", e.name, counted(e.aggregate->arguments, "argument"), e.arguments.size()),
        whole_.span);
  }
  for (auto& argument : e.arguments) {
    if (contains_aggregate(*argument)) {
      syntax_error("NestedAggregation", "an aggregate inside an aggregate; use a WITH between them", argument->span);
    }
    all_.expression(*argument, scope_, {});
    const auto* inner = as<FunctionCall>(*argument);
    const bool is_random = inner != nullptr && inner->function != nullptr && inner->function->is_random;
    if (is_random) syntax_error("NonConstantExpression", "a random number cannot be aggregated", argument->span);
  }
  if (e.aggregate->name == "min" || e.aggregate->name == "max") all_.warn_of_order(*e.arguments[0]);
  if (e.aggregate->name == "count") return of(StaticKind::Integer);
  return of(e.aggregate->name == "collect" ? StaticKind::List : StaticKind::Any);
}

void Resolver::ExpressionResolver::no_function(const FunctionCall& e) const {
  const auto instead = instead_of_function(e.name);
  const auto near = nearest_of(e.name, function_names(), 1);
  syntax_error("UnknownFunction",
               fmt::format("no function {}(){}", e.name,
                           !instead.empty() ? fmt::format("; {}", instead)
                           : near.empty()   ? ""
                                            : fmt::format("; did you mean {}()?", near[0])),
               whole_.span);
}

void Resolver::ExpressionResolver::check_count(const FunctionCall& e) const {
  const auto given = e.arguments.size();
  const auto& function = *e.function;
  if (given >= function.min_arguments && given <= function.max_arguments) return;
  const auto takes = function.min_arguments == function.max_arguments
                         ? counted(function.min_arguments, "argument")
                         : fmt::format("{} to {} arguments", function.min_arguments, function.max_arguments);
  syntax_error("InvalidNumberOfArguments", fmt::format("{}() takes {}, not {}", function.name, takes, given),
               whole_.span);
}

/// Only the type of the first argument is checked here; functions check the others when they run.
StaticType Resolver::ExpressionResolver::call(FunctionCall& e) {
  e.function = find_function(e.name);
  if (e.function == nullptr) no_function(e);
  check_count(e);
  all_.reads_clock_ = all_.reads_clock_ || e.function->reads_clock;
  for (std::size_t i = 0; i < e.arguments.size(); ++i) {
    const auto type = value(*e.arguments[i]);
    if (i == 0) check(e.function->takes, type, *e.arguments[0], fmt::format("{}()", e.function->name));
  }
  return of(e.function->returns);
}

}  // namespace treatygraph::queries::cypher
