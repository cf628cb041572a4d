// Patterns: which variables they bind, and which are bound already. The names, labels and types in patterns are
// resolved too.

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/match_plan.h"

namespace treatygraph::queries::cypher {
namespace {

/// Throws: `name` is a variable, but its value cannot be what the pattern needs.
[[noreturn]] void conflict(const std::string& name, std::string_view wanted, Span span) {
  syntax_error("VariableTypeConflict", fmt::format("`{}` is no {}", name, wanted), span);
}

bool may_be(StaticKind kind, StaticKind wanted) {
  return kind == wanted || kind == StaticKind::Any || kind == StaticKind::Null;
}

}  // namespace

void Resolver::patterns(std::vector<Pattern>& patterns, Variables& scope, bool may_bind) {
  std::vector<std::string> in_clause;  // relationships named in this clause
  const bool has_parts = std::ranges::any_of(patterns, [](const Pattern& pattern) {
    return std::ranges::any_of(pattern.relationships, [](const auto& one) { return one.part != nullptr; });
  });
  const auto before = has_parts ? scope : Variables();
  for (auto& pattern : patterns) {
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
      bind_node(pattern.nodes[i], scope, may_bind);
      if (i == pattern.relationships.size()) continue;
      auto& relationship = pattern.relationships[i];
      if (relationship.part) {
        bind_part(relationship, scope, before, may_bind);
      } else {
        bind_relationship(relationship, scope, in_clause, may_bind);
      }
    }
    bind_path(pattern, scope);
  }
  resolve_properties(patterns, scope);
}

/// A variable of a quantified part has one value inside, and is a list outside. The part sees the variables of the
/// clauses before (`before`), but not those of the surrounding pattern, because a part is matched on its own.
void Resolver::bind_part(RelationshipPattern& relationship, Variables& scope, const Variables& before, bool may_bind) {
  auto& part = *relationship.part;
  auto inner = before;
  const auto refuse_known = [&](const std::string& name, Span span) {
    if (name.empty() || scope.find(name) == nullptr) return;
    syntax_error("VariableAlreadyBound",
                 fmt::format("`{}` is already defined, and a repeated pattern has variables of its own", name), span);
  };
  for (const auto& node : part.pattern.nodes) refuse_known(node.name, node.span);
  for (const auto& hop : part.pattern.relationships) refuse_known(hop.name, hop.span);
  std::vector<Pattern> one;
  one.push_back(std::move(part.pattern));
  patterns(one, inner, may_bind);
  part.pattern = std::move(one[0]);
  for (std::size_t i = before.all().size(); i < inner.all().size(); ++i) {
    const auto& variable = inner.all()[i];
    part.groups.push_back({variable.slot, new_slot()});
    scope.add({variable.name, part.groups.back().list, {StaticKind::List, variable.type.kind}});
  }
  relationship.slot = new_slot();
  relationship.binds = true;
  plan_part(graph_, part, key_property_);
}

void Resolver::check_selector(const std::vector<Pattern>& patterns, const MatchClause& clause) {
  for (const auto& pattern : patterns) {
    if (pattern.selector && patterns.size() > 1) {
      syntax_error("InvalidClauseComposition",
                   "a pattern with SHORTEST, ANY or ALL SHORTEST is the only one of its MATCH; put the others into a "
                   "MATCH of their own",
                   pattern.span);
    }
    if (pattern.selector && pattern.selector->count) expression(*pattern.selector->count, {}, {});
    if (!clause.may_repeat || pattern.selector) continue;
    for (const auto& relationship : pattern.relationships) {
      if (!relationship.variable_length || relationship.max) continue;
      syntax_error("InvalidRelationshipPattern",
                   "where relationships may repeat a length needs an upper bound: {1,3} instead of +",
                   relationship.span);
    }
  }
}

void Resolver::bind_node(NodePattern& node, Variables& scope, bool may_bind) {
  for (const auto& label : node.labels) know_label(label);
  const auto* known = node.name.empty() ? nullptr : scope.find(node.name);
  if (known != nullptr) {
    if (!may_be(known->type.kind, StaticKind::Node)) conflict(node.name, "node", node.span);
    node.slot = known->slot;
    return;
  }
  if (!node.name.empty() && !may_bind) undefined(node.name, node.span, scope);
  node.slot = new_slot();
  node.binds = true;
  if (!node.name.empty()) scope.add({node.name, node.slot, {StaticKind::Node, StaticKind::Any}});
}

void Resolver::bind_relationship(RelationshipPattern& relationship, Variables& scope,
                                 std::vector<std::string>& in_clause, bool may_bind) {
  for (const auto& type : relationship.types) know_type(type);
  if (relationship.type_expression) know_types(*relationship.type_expression);
  const auto& name = relationship.name;
  const StaticType type = relationship.variable_length ? StaticType{StaticKind::List, StaticKind::Relationship}
                                                       : StaticType{StaticKind::Relationship, StaticKind::Any};
  if (!name.empty() && std::ranges::find(in_clause, name) != in_clause.end()) {
    syntax_error("RelationshipUniquenessViolation",
                 fmt::format("`{}` occurs twice in one MATCH, and no relationship is walked twice", name),
                 relationship.span);
  }
  const auto* known = name.empty() ? nullptr : scope.find(name);
  if (known != nullptr) {
    const bool is_list_of_others = known->type.kind == StaticKind::List && known->type.element != StaticKind::Any &&
                                   known->type.element != StaticKind::Relationship;
    if (!may_be(known->type.kind, type.kind) || is_list_of_others) {
      conflict(name, relationship.variable_length ? "list of relationships" : "relationship", relationship.span);
    }
    relationship.slot = known->slot;
  } else {
    if (!name.empty() && !may_bind) undefined(name, relationship.span, scope);
    relationship.slot = new_slot();
    relationship.binds = true;
    if (!name.empty()) scope.add({name, relationship.slot, type});
  }
  if (!name.empty()) in_clause.push_back(name);
}

/// ACYCLIC and SIMPLE need the path even if it has no name: they look at its nodes.
void Resolver::bind_path(Pattern& pattern, Variables& scope) {
  const bool is_looked_at = pattern.mode == PathMode::Acyclic || pattern.mode == PathMode::Simple;
  if (pattern.name.empty()) {
    if (is_looked_at) pattern.slot = new_slot();
    return;
  }
  if (scope.find(pattern.name) != nullptr) {
    syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", pattern.name), pattern.span);
  }
  pattern.slot = new_slot();
  scope.add({pattern.name, pattern.slot, {StaticKind::Path, StaticKind::Any}});
}

/// Resolves conditions inside of (a ...) or [r ...], in which the variable without a name is the element itself.
void Resolver::resolve_conditions(std::vector<ExpressionPtr>& conditions, Slot slot, StaticKind kind,
                                  const Variables& scope) {
  const auto before = std::exchange(this_, Variable{{}, slot, {kind, StaticKind::Any}});
  for (auto& condition : conditions) predicate(condition, scope);
  this_ = before;
}

/// After all patterns are bound, because a property may read a variable of a later pattern.
void Resolver::resolve_properties(std::vector<Pattern>& patterns, const Variables& scope) {
  const auto resolve = [&](const ExpressionPtr& properties) {
    if (!properties) return;
    const auto& entries = as<MapLiteral>(*properties)->entries;
    for (const auto& entry : entries) know_property(entry.name);
    expression(*properties, scope, {});
    for (const auto& [name, value] : entries) warn_of_types(name, graph_.properties().find(name), *value, false);
  };
  for (auto& pattern : patterns) {
    for (auto& node : pattern.nodes) {
      resolve(node.properties);
      if (const auto* entries = node.properties ? &as<MapLiteral>(*node.properties)->entries : nullptr) {
        for (const auto& [name, value] : *entries) warn_of_value(name, *value);
      }
      resolve_conditions(node.conditions, node.slot, StaticKind::Node, scope);
    }
    for (auto& relationship : pattern.relationships) {
      if (relationship.part) continue;
      resolve(relationship.properties);
      resolve_conditions(relationship.conditions, relationship.slot, StaticKind::Relationship, scope);
    }
    if (pattern.where) predicate(pattern.where, scope);
  }
}

void Resolver::know_types(const LabelExpression& types) {
  if (types.kind == LabelExpression::Kind::Name) know_type(types.name);
  for (const auto& part : types.parts) know_types(part);
}

/// n:A is a label if n is a node, and a type if it is a relationship. The value decides that when the query runs, so
/// both are accepted here.
void Resolver::resolve_labels(LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::Name) {
    know_label(labels.name);
    labels.label = graph_.labels().find(labels.name);
  }
  for (auto& part : labels.parts) resolve_labels(part);
}

}  // namespace treatygraph::queries::cypher
