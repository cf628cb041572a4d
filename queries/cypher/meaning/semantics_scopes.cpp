// Expressions that have a scope of their own: CASE, loops over lists, patterns and subqueries. Their variables are
// visible inside only.

#include "queries/cypher/meaning/expression_resolver.h"

namespace treatygraph::queries::cypher {

/// If the conditions of a CASE read its operand as the variable without a name, the operand gets a slot, so it is
/// evaluated once.
StaticType Resolver::ExpressionResolver::operator()(CaseExpression& e) {
  const auto before = all_.this_;
  auto inside = before;
  const auto operand = e.operand ? value(*e.operand) : StaticType();
  if (e.operand && e.tests) {
    e.slot = all_.new_slot();
    inside = Variable{{}, e.slot, operand};
  }
  const bool is_condition = !e.operand || e.tests;
  for (auto& [when, then] : e.branches) {
    all_.this_ = inside;
    const auto type = all_.expression(*when, scope_, {place_.aggregates, is_condition});
    all_.this_ = before;
    is_condition ? check(kTruths, type, *when, "WHEN") : all_.warn_of_kinds(*e.operand, operand, *when, type);
    all_.expression(*then, scope_, {place_.aggregates, !e.operand});
  }
  if (e.otherwise) all_.expression(*e.otherwise, scope_, {place_.aggregates, !e.operand});
  return {};
}

Slot Resolver::ExpressionResolver::loop_over(Expression& list, const std::string& name, Variables& inner) {
  const auto type = value(list);
  check(kLists, type, list, "IN");
  const auto slot = all_.new_slot();
  inner.add({name, slot, of(type.kind == StaticKind::List ? type.element : StaticKind::Any)});
  return slot;
}

StaticType Resolver::ExpressionResolver::operator()(ListComprehension& e) {
  auto inner = scope_;
  e.slot = loop_over(*e.list, e.name, inner);
  condition(e.where, inner);
  if (e.item) all_.expression(*e.item, inner, {});
  return of(StaticKind::List);
}

StaticType Resolver::ExpressionResolver::operator()(Quantifier& e) {
  auto inner = scope_;
  e.slot = loop_over(*e.list, e.name, inner);
  condition(e.where, inner);
  return of(StaticKind::Boolean);
}

StaticType Resolver::ExpressionResolver::operator()(Reduce& e) {
  auto inner = scope_;
  const auto type = value(*e.start);
  e.sum_slot = all_.new_slot();
  inner.add({e.sum, e.sum_slot, of(type.kind == StaticKind::List ? StaticKind::List : StaticKind::Any)});
  e.slot = loop_over(*e.list, e.name, inner);
  all_.expression(*e.step, inner, {});
  return {};
}

/// patterns() takes a vector, so the pattern is moved into one and back.
void Resolver::own_pattern(Pattern& pattern, Variables& scope, bool may_bind) {
  std::vector<Pattern> one;
  one.push_back(std::move(pattern));
  patterns(one, scope, may_bind);
  pattern = std::move(one[0]);
}

StaticType Resolver::ExpressionResolver::operator()(PatternPredicate& e) {
  if (!place_.predicate && !e.in_exists) {
    syntax_error("UnexpectedSyntax",
                 "a pattern is a predicate only in WHERE; use COUNT {} for its size, exists(), EXISTS {} or a pattern "
                 "comprehension",
                 whole_.span);
  }
  auto inner = scope_;
  all_.own_pattern(*e.pattern, inner, false);
  e.plan = plan(*e.pattern, nullptr);
  return of(StaticKind::Boolean);
}

StaticType Resolver::ExpressionResolver::operator()(PatternComprehension& e) {
  auto inner = scope_;
  all_.own_pattern(*e.pattern, inner, true);
  if (e.where) all_.predicate(e.where, inner);
  all_.expression(*e.item, inner, {});
  e.plan = plan(*e.pattern, e.where.get());
  return of(StaticKind::List);
}

StaticType Resolver::ExpressionResolver::operator()(ShortestPaths& e) {
  auto inner = scope_;
  all_.own_pattern(*e.pattern, inner, true);
  if (e.pattern->slot == kNoSlot) e.pattern->slot = all_.new_slot();
  e.plan = plan(*e.pattern, nullptr);
  return of(e.pattern->shortest == ShortestPath::All ? StaticKind::List : StaticKind::Path);
}

StaticType Resolver::ExpressionResolver::operator()(Subquery& e) {
  const auto columns = all_.query(*e.query, scope_, e.kind == Subquery::Kind::Collect);
  switch (e.kind) {
    case Subquery::Kind::Exists:
      return of(StaticKind::Boolean);
    case Subquery::Kind::Count:
      e.degree = degree_step(*e.query);
      return of(StaticKind::Integer);
    case Subquery::Kind::Collect:
      break;
  }
  if (columns[0].names.size() != 1) {
    syntax_error("InvalidClauseComposition", "COLLECT {} returns one column", whole_.span);
  }
  return of(StaticKind::List);
}

}  // namespace treatygraph::queries::cypher
