// WITH and RETURN: output variables, grouping keys, and what ORDER BY and WHERE may refer to.
//
// An aggregating projection groups by the items without an aggregate. An item with an aggregate, such as a.n +
// count(b), may read besides the aggregate only grouping keys and constants, because other values differ within a
// group. ORDER BY and WHERE of a projection that groups, or has DISTINCT, see its columns only.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/expression_tree.h"

namespace treatygraph::queries::cypher {
namespace {

/// A read of the variable in `slot`.
ExpressionPtr reading(const std::string& name, Slot slot, Span span) {
  auto made = std::make_unique<Expression>();
  made->node = VariableRead{name, false, slot};
  made->span = span;
  return made;
}

/// a, or a.b, or a.b.c.
bool is_simple(const Expression& e) {
  const auto* property = as<PropertyRead>(e);
  return is<VariableRead>(e) || (property != nullptr && is_simple(*property->of));
}

/// Whether the expression reads a variable of this name.
bool mentions(const Expression& e, const std::string& name) {
  const auto* variable = as<VariableRead>(e);
  return (variable != nullptr && variable->name == name) ||
         any_part(e, [&](const Expression& part) { return mentions(part, name); });
}

/// Adds the slots that a pattern in an expression binds itself.
void add_bound(const Pattern& pattern, std::set<Slot>& slots) {
  if (pattern.slot != kNoSlot) slots.insert(pattern.slot);
  for (const auto& node : pattern.nodes) {
    if (node.binds) slots.insert(node.slot);
  }
  for (const auto& relationship : pattern.relationships) {
    if (relationship.binds) slots.insert(relationship.slot);
    if (!relationship.part) continue;
    add_bound(relationship.part->pattern, slots);
    for (const auto& group : relationship.part->groups) slots.insert(group.list);
  }
}

/// The first variable outside of aggregates that is neither in `allowed` nor bound by a loop or pattern of the
/// expression itself; null if there is none.
const Expression* stray_variable(const Expression& e, const std::set<Slot>& allowed, std::set<Slot> loops = {}) {
  if (is_aggregate(e)) return nullptr;
  if (const auto* variable = as<VariableRead>(e)) {
    return allowed.contains(variable->slot) || loops.contains(variable->slot) ? nullptr : &e;
  }
  std::vector<Slot> own;
  collect_own_slots(e, own);
  loops.insert(own.begin(), own.end());
  if (const auto* pattern = pattern_in(e)) add_bound(*pattern, loops);
  const Expression* stray = nullptr;
  for_each_part(e, [&](const ExpressionPtr& part) {
    if (stray == nullptr) stray = stray_variable(*part, allowed, loops);
  });
  return stray;
}

[[noreturn]] void ambiguous(const Expression& e) {
  syntax_error("AmbiguousAggregationExpression",
               "beside an aggregate there can only be constants and columns; give it one, or aggregate "
               "in a WITH before",
               e.span);
}

}  // namespace

void Resolver::expand_star(ProjectionClause& clause, const Variables& scope, const Variables& constants) {
  if (!clause.star) return;
  std::vector<std::string> names;
  for (const auto& variable : scope.all()) {
    const auto* constant = constants.find(variable.name);
    if (constant == nullptr || constant->slot != variable.slot) names.push_back(variable.name);
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  if (names.empty() && clause.is_return && clause.items.empty()) {
    syntax_error("NoVariablesInScope", "RETURN * needs a variable, and none is defined");
  }
  std::vector<ProjectionItem> all;
  for (const auto& name : names) {
    ProjectionItem item;
    item.expression = reading(name, kNoSlot, {});
    item.name = name;
    item.has_alias = true;
    all.push_back(std::move(item));
  }
  std::ranges::move(clause.items, std::back_inserter(all));
  clause.items = std::move(all);
}

void Resolver::check_names(const ProjectionClause& clause) {
  std::set<std::string> seen;
  for (const auto& item : clause.items) {
    if (!seen.insert(item.name).second) {
      syntax_error("ColumnNameConflict", fmt::format("two columns are called {}", item.name), item.span);
    }
  }
}

/// Replaces the parts of an expression that equal a column by a read of the column. Beside an aggregate, this applies
/// only to columns that aggregate, or that are a variable or property: others are ambiguous.
void Resolver::replace_items(ExpressionPtr& e, const ProjectionClause& clause, bool beside_aggregate) {
  const auto item = std::ranges::find_if(clause.items, [&](const ProjectionItem& candidate) {
    const auto& expression = *candidate.expression;
    const bool may = !beside_aggregate || is_simple(expression) || contains_aggregate(expression);
    return may && same_expression(expression, *e);
  });
  if (item != clause.items.end()) {
    e = reading(item->name, item->slot, e->span);
    return;
  }
  const bool aggregates = beside_aggregate || contains_aggregate(*e);
  if (!is_aggregate(*e)) for_each_part(*e, [&](ExpressionPtr& part) { replace_items(part, clause, aggregates); });
}

/// Replaces variables and properties that are grouping keys by a read of the column. `whole` is the item itself, which
/// must not be replaced by itself.
void Resolver::replace_grouping_keys(ExpressionPtr& e, const ProjectionClause& clause, const Expression& whole) {
  if (is_aggregate(*e)) return;
  if (is_simple(*e)) {
    const auto key = std::ranges::find_if(clause.items, [&](const ProjectionItem& item) {
      return item.expression && item.expression.get() != &whole && same_expression(*item.expression, *e);
    });
    if (key != clause.items.end()) {
      e = reading(key->name, key->slot, e->span);
      return;
    }
  }
  for_each_part(*e, [&](ExpressionPtr& part) { replace_grouping_keys(part, clause, whole); });
}

void Resolver::collect_aggregates(Expression& e, ProjectionClause& clause) {
  if (is_aggregate(e)) {
    clause.aggregates.push_back(as<FunctionCall>(e));
    return;
  }
  for_each_part(e, [&](ExpressionPtr& part) { collect_aggregates(*part, clause); });
}

/// A key of ORDER BY sees the columns and, if the projection neither groups nor has DISTINCT, the variables before it.
void Resolver::sort_key(ExpressionPtr& key, const ProjectionClause& clause, const Variables& before,
                        const Variables& after, const Variables& constants) {
  const bool groups = std::ranges::any_of(clause.items, &ProjectionItem::aggregates);
  const bool aggregates = contains_aggregate(*key);
  if (aggregates && !groups) {
    syntax_error("InvalidAggregation", "ORDER BY can aggregate only where the columns do", key->span);
  }
  const bool closed = groups || clause.distinct;
  if (closed) replace_items(key, clause, false);
  auto both = before;
  for (const auto& variable : after.all()) both.add(variable);
  expression(*key, both, {true, false});
  if (!closed) return;
  std::set<Slot> allowed;
  for (const auto& variable : after.all()) allowed.insert(variable.slot);
  for (const auto& variable : constants.all()) allowed.insert(variable.slot);
  if (const auto* stray = stray_variable(*key, allowed)) {
    const auto& name = as<VariableRead>(*stray)->name;
    const bool is_in_key = std::ranges::any_of(
        clause.items, [&](const ProjectionItem& item) { return !item.aggregates && mentions(*item.expression, name); });
    if (aggregates && is_in_key) ambiguous(*key);
    undefined(name, stray->span, after);
  }
  // An aggregate that is not a column would apply to already grouped rows.
  for (const auto& variable : before.all()) {
    const bool is_known = after.find(variable.name) != nullptr || constants.find(variable.name) != nullptr;
    if (!is_known && mentions(*key, variable.name)) undefined(variable.name, key->span, after);
  }
}

/// SKIP and LIMIT: constant expressions, evaluated once.
void Resolver::row_count(const ExpressionPtr& e, std::string_view keyword) {
  if (!e) return;
  if (contains_variable(*e)) {
    syntax_error("NonConstantExpression", fmt::format("{} takes the same number for all rows, so no variable", keyword),
                 e->span);
  }
  const auto type = expression(*e, {}, {});
  const auto* literal = as<Literal>(*e);
  if (type.kind == StaticKind::Integer && literal != nullptr && literal->value.integer() < 0) {
    syntax_error("NegativeIntegerArgument", fmt::format("{} takes no negative number", keyword), e->span);
  }
  if (!KindSet(StaticKind::Integer).fits(type.kind)) {
    syntax_error("InvalidArgumentType", fmt::format("{} takes an integer", keyword), e->span);
  }
}

/// A WITH in a subquery may pass an outer variable on, but not redefine its name.
void Resolver::keep_constants(const ProjectionClause& clause, const Variables& constants) {
  if (clause.is_return) return;
  for (const auto& item : clause.items) {
    if (constants.find(item.name) == nullptr) continue;
    const auto* variable = as<VariableRead>(*item.expression);
    if (variable != nullptr && variable->name == item.name) continue;
    syntax_error("VariableAlreadyBound",
                 fmt::format("`{}` is already defined outside of the subquery; choose another name", item.name),
                 item.span);
  }
}

Resolver::Columns Resolver::projection(ProjectionClause& clause, Variables& scope, const Variables& constants) {
  expand_star(clause, scope, constants);
  keep_constants(clause, constants);
  check_names(clause);
  Columns columns;
  Variables after;
  bool groups = false;
  for (auto& item : clause.items) {
    const auto type = expression(*item.expression, scope, {true, false});
    item.aggregates = contains_aggregate(*item.expression);
    groups = groups || item.aggregates;
    columns.names.push_back(item.name);
    columns.types.push_back(type);
  }
  for (std::size_t i = 0; i < clause.items.size(); ++i) {  // consecutive: a result row is a slice of the row
    auto& item = clause.items[i];
    item.slot = new_slot();
    after.add({item.name, item.slot, columns.types[i]});
    columns.slots.push_back(item.slot);
  }
  const bool closed = groups || clause.distinct;
  for (auto& sort : clause.order) {
    sort_key(sort.expression, clause, scope, after, constants);
    const auto* variable = as<VariableRead>(*sort.expression);
    const auto item = variable == nullptr ? clause.items.end()
                                          : std::ranges::find(clause.items, variable->slot, &ProjectionItem::slot);
    warn_of_order(item != clause.items.end() ? *item->expression : *sort.expression);
  }
  std::set<Slot> keys;
  for (const auto& item : clause.items) {
    if (!item.aggregates) keys.insert(item.slot);
  }
  if (groups) {
    for (auto& item : clause.items) {
      if (!item.aggregates) continue;
      replace_grouping_keys(item.expression, clause, *item.expression);
      if (stray_variable(*item.expression, keys) != nullptr) ambiguous(*item.expression);
    }
    for (auto& item : clause.items) collect_aggregates(*item.expression, clause);
    for (auto& sort : clause.order) collect_aggregates(*sort.expression, clause);
  }
  for (const auto& item : clause.items) {
    if (clause.is_return || item.has_alias || is<VariableRead>(*item.expression)) continue;
    syntax_error("NoExpressionAlias", "in WITH an expression needs a name: add AS and one", item.span);
  }
  row_count(clause.skip, "SKIP");
  row_count(clause.limit, "LIMIT");
  if (clause.where) {
    auto both = closed ? constants : scope;
    for (const auto& variable : after.all()) both.add(variable);
    if (closed) replace_items(clause.where, clause, false);
    predicate(clause.where, both);
    collect_slots(*clause.where, clause.kept);
  }
  scope = constants;
  for (const auto& variable : after.all()) scope.add(variable);
  return columns;
}

}  // namespace treatygraph::queries::cypher
