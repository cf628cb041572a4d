// Which variables a pattern binds, and which it finds bound.

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/meaning/name_resolver.h"

namespace treatygraph::queries::cypher {
namespace {

[[noreturn]] void conflict(const std::string& name, std::string_view wanted, Span span) {
  syntax_error("VariableTypeConflict", fmt::format("`{}` is no {}", name, wanted), span);
}

bool may_be(StaticKind kind, StaticKind wanted) {
  return kind == wanted || kind == StaticKind::Any || kind == StaticKind::Null;
}

}  // namespace

void Resolver::patterns(std::vector<Pattern>& patterns, Variables& scope, bool may_bind) {
  std::vector<std::string> in_clause;  // relationships that this clause has named
  for (auto& pattern : patterns) {
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
      bind_node(pattern.nodes[i], scope, may_bind);
      if (i < pattern.relationships.size()) bind_relationship(pattern.relationships[i], scope, in_clause, may_bind);
    }
    bind_path(pattern, scope);
  }
  resolve_properties(patterns, scope);
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
  const auto& name = relationship.name;
  const StaticType type = relationship.variable_length ? StaticType{StaticKind::List, StaticKind::Relationship}
                                                       : StaticType{StaticKind::Relationship, StaticKind::Any};
  if (!name.empty() && std::ranges::find(in_clause, name) != in_clause.end()) {
    syntax_error("RelationshipUniquenessViolation",
                 fmt::format("`{}` stands twice in one MATCH, and no relationship is walked twice", name),
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

void Resolver::bind_path(Pattern& pattern, Variables& scope) {
  if (pattern.name.empty()) return;
  if (scope.find(pattern.name) != nullptr) {
    syntax_error("VariableAlreadyBound", fmt::format("`{}` is already defined", pattern.name), pattern.span);
  }
  pattern.slot = new_slot();
  scope.add({pattern.name, pattern.slot, {StaticKind::Path, StaticKind::Any}});
}

void Resolver::resolve_properties(std::vector<Pattern>& patterns, const Variables& scope) {
  const auto resolve = [&](const ExpressionPtr& properties) {
    if (!properties) return;
    for (const auto& name : properties->names) know_property(name);
    expression(*properties, scope, {});
  };
  for (auto& pattern : patterns) {
    for (auto& node : pattern.nodes) resolve(node.properties);
    for (auto& relationship : pattern.relationships) resolve(relationship.properties);
  }
}

}  // namespace treatygraph::queries::cypher
