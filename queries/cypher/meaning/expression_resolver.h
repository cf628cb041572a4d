#pragma once
// Resolves expressions: one overload for each kind. Kinds that only compute values are defined here and in
// semantics_expressions.cpp. Kinds with a scope of their own (CASE, loops, patterns, subqueries) are in
// semantics_scopes.cpp.

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/expression_tree.h"
#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {

/// The operand types of operators. Temporal is among them because dates and durations can be added, and durations can
/// be multiplied and divided.
inline constexpr KindSet kTruths(StaticKind::Boolean);
inline constexpr KindSet kNumbers(StaticKind::Integer, StaticKind::Float, StaticKind::Temporal);
inline constexpr KindSet kAdded(StaticKind::Boolean, StaticKind::Integer, StaticKind::Float, StaticKind::String,
                                StaticKind::Temporal);
inline constexpr KindSet kLists(StaticKind::List);
inline constexpr KindSet kWithProperties(StaticKind::Node, StaticKind::Relationship, StaticKind::Map,
                                         StaticKind::Temporal, StaticKind::Point);

/// The type of a value of `kind` about whose items nothing is known.
inline StaticType of(StaticKind kind) {
  return {kind, StaticKind::Any};
}

/// Throws if a value of `type` can never be an operand of `what`. An unknown type passes: it is checked at run time.
inline void check(const KindSet& takes, StaticType type, const Expression& where, std::string_view what) {
  if (takes.fits(type.kind)) return;
  syntax_error("InvalidArgumentType", fmt::format("{} does not take a value of this type", what), where.span);
}

/// The static kind of a literal; Any for values that no literal has.
[[nodiscard]] StaticKind kind_of(const Value& value);

/// Resolves one expression and its parts: variables get slots, names get the ids of the graph, and functions get their
/// entries. Each overload returns the static type. Throws CypherError. `place` says what the expression may contain.
class Resolver::ExpressionResolver {
 public:
  ExpressionResolver(Resolver& all, Expression& whole, const Variables& scope, Place place)
      : all_(all), whole_(whole), scope_(scope), place_(place) {}

  StaticType operator()(Literal& e) { return of(kind_of(e.value)); }
  StaticType operator()(ParameterRead& e) {
    all_.need_parameter(e.name, whole_.span, fmt::format("no value is given for the parameter ${}", e.name));
    return {};
  }
  StaticType operator()(VariableRead& e);
  StaticType operator()(PropertyRead& e);
  StaticType operator()(HasLabels& e);
  StaticType operator()(FitsLabels& e) {
    parts();
    all_.resolve_labels(*e.labels);
    return of(StaticKind::Boolean);
  }
  StaticType operator()(IsType& /*e*/) { return parts_and(StaticKind::Boolean); }
  StaticType operator()(ElementOf& e) {
    const auto list = value(*e.of);
    value(*e.index);
    return of(list.kind == StaticKind::List ? list.element : StaticKind::Any);
  }
  StaticType operator()(Slice& /*e*/) { return parts_and(StaticKind::List); }
  StaticType operator()(ListLiteral& e);
  StaticType operator()(MapLiteral& /*e*/) { return parts_and(StaticKind::Map); }
  StaticType operator()(MapProjection& /*e*/) { return parts_and(StaticKind::Map); }
  StaticType operator()(Negation& e) { return truth(*e.of); }
  StaticType operator()(Logical& e) {
    for (auto& operand : e.operands) truth(*operand);
    return of(StaticKind::Boolean);
  }
  StaticType operator()(Comparison& e) {
    std::vector<StaticType> types;
    for (auto& operand : e.operands) types.push_back(value(*operand));
    for (std::size_t i = 0; i + 1 < e.operands.size(); ++i) {
      all_.warn_of_pair(*e.operands[i], *e.operands[i + 1], true);
    }
    all_.warn_of_kinds(e, types);
    all_.warn_of_values(e, scope_);
    return of(StaticKind::Boolean);
  }
  StaticType operator()(Arithmetic& e);
  StaticType operator()(Sign& e) {
    const auto type = value(*e.of);
    check(kNumbers, type, *e.of, "arithmetic");
    return of(type.kind == StaticKind::Integer ? StaticKind::Integer : StaticKind::Any);
  }
  StaticType operator()(Concatenation& e);
  StaticType operator()(TextPredicate& e) {
    const auto text = value(*e.text);
    all_.warn_of_kinds(e, text, value(*e.part));
    all_.warn_of_pair(*e.text, *e.part, false);
    all_.warn_of_backspace(e);
    return of(StaticKind::Boolean);
  }
  StaticType operator()(Membership& e) {
    const auto item = value(*e.item);
    const auto list = value(*e.list);
    check(kLists, list, *e.list, "IN");
    all_.warn_of_kinds(e, item, list);
    all_.warn_of_list(e);
    all_.warn_of_values(e, scope_);
    return of(StaticKind::Boolean);
  }
  StaticType operator()(NullTest& /*e*/) { return parts_and(StaticKind::Boolean); }
  StaticType operator()(FunctionCall& e) { return is_aggregate(whole_) ? aggregate(e) : call(e); }
  StaticType operator()(CaseExpression& e);
  StaticType operator()(ListComprehension& e);
  StaticType operator()(Quantifier& e);
  StaticType operator()(Reduce& e);
  StaticType operator()(PatternComprehension& e);
  StaticType operator()(PatternPredicate& e);
  StaticType operator()(ShortestPaths& e);
  StaticType operator()(Subquery& e);

 private:
  /// Resolves a part that is used as a value, so a bare pattern in it is an error.
  StaticType value(Expression& part) { return all_.expression(part, scope_, {place_.aggregates, false}); }
  /// Resolves a part that is used as a condition.
  StaticType truth(Expression& part) {
    check(kTruths, all_.expression(part, scope_, place_), part, "a logical operator");
    return of(StaticKind::Boolean);
  }
  /// Resolves all direct parts as values.
  void parts() {
    for_each_part(whole_, [&](ExpressionPtr& part) { value(*part); });
  }
  StaticType parts_and(StaticKind kind) {
    parts();
    return of(kind);
  }
  StaticType aggregate(FunctionCall& e);
  StaticType call(FunctionCall& e);
  /// Throws the error for an unknown function, with advice or the nearest name.
  [[noreturn]] void no_function(const FunctionCall& e) const;
  /// Throws if the number of arguments is wrong.
  void check_count(const FunctionCall& e) const;
  /// Resolves the list of a loop, adds the loop's variable to `inner`, and returns the slot of the variable.
  Slot loop_over(Expression& list, const std::string& name, Variables& inner);
  void condition(ExpressionPtr& where, const Variables& inner) {
    if (where) check(kTruths, all_.expression(*where, inner, {false, true}), *where, "WHERE");
  }
  std::shared_ptr<const MatchPlan> plan(const Pattern& pattern, const Expression* where) const {
    return plan_match(all_.graph_, {&pattern, 1}, where, all_.key_property_);
  }

  Resolver& all_;
  Expression& whole_;
  const Variables& scope_;
  Place place_;
};

}  // namespace treatygraph::queries::cypher
