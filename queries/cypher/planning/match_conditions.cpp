// WHERE and the patterns are split into conjuncts, each with the variables of this MATCH that it reads. Variables of
// earlier clauses have values already and are not counted.

#include "queries/cypher/planning/match_conditions.h"

#include "queries/cypher/planning/expression_tree.h"

namespace treatygraph::queries::cypher {
namespace {

/// Splits a AND (b AND c) into a, b and c, which can be checked at different steps.
void split_and(const Expression& e, std::vector<const Expression*>& parts) {
  const auto* logical = as<Logical>(e);
  if (logical == nullptr || logical->op != Logical::Operator::And) {
    parts.push_back(&e);
    return;
  }
  for (const auto& operand : logical->operands) split_and(*operand, parts);
}

}  // namespace

MatchConditions::MatchConditions(const Graph& graph, std::span<const Pattern> patterns, const Expression* where,
                                 Slot given) {
  bind_all(patterns);
  close(given);
  add_filters(where, false);
  add_all(graph, patterns);
}

void MatchConditions::place(std::vector<MatchStep>& steps) {
  std::erase_if(waiting_, [&](MatchCondition& condition) {
    const bool is_ready = std::ranges::none_of(condition.needs, [&](Slot slot) { return is_open(slot); });
    if (is_ready) steps.push_back(std::move(condition.step));
    return is_ready;
  });
}

void MatchConditions::bind_all(std::span<const Pattern> patterns) {
  for (const auto& pattern : patterns) {
    for (const auto& node : pattern.nodes) {
      if (node.binds) bind(node.slot);
    }
    for (const auto& relationship : pattern.relationships) {
      if (relationship.binds) bind(relationship.slot);
      if (!relationship.part) continue;
      for (const auto& group : relationship.part->groups) bind(group.list);
    }
    if (pattern.slot != kNoSlot) bind(pattern.slot);
  }
}

/// A variable that occurs twice, as in (a)-->(b)-->(a), is bound once.
void MatchConditions::bind(Slot slot) {
  if (open_.insert(slot).second) binds_.push_back(slot);
}

void MatchConditions::add_all(const Graph& graph, std::span<const Pattern> patterns) {
  for (const auto& pattern : patterns) {
    add_filters(pattern.where.get(), true);
    for (const auto& node : pattern.nodes) {
      add_properties(graph, node.properties.get(), node.slot);
      for (const auto& condition : node.conditions) add_filters(condition.get(), true);
    }
    for (const auto& relationship : pattern.relationships) {
      // With a variable length, the matcher checks the properties of every relationship while it walks.
      if (!relationship.variable_length) add_properties(graph, relationship.properties.get(), relationship.slot);
      for (const auto& condition : relationship.conditions) add_filters(condition.get(), true);
    }
  }
}

void MatchConditions::add_filters(const Expression* all, bool of_pattern) {
  if (all == nullptr) return;
  std::vector<const Expression*> parts;
  split_and(*all, parts);
  for (const auto* part : parts) {
    MatchCondition condition;
    condition.step.kind = MatchStep::Kind::Filter;
    condition.step.expression = part;
    condition.needs = needs_of(*part);
    condition.of_pattern = of_pattern;
    waiting_.push_back(std::move(condition));
  }
}

/// {num: '5', treaty: t.key} is one condition for each entry. The element itself is needed too, unless it has a value
/// already.
void MatchConditions::add_properties(const Graph& graph, const Expression* map, Slot slot) {
  if (map == nullptr) return;
  for (const auto& [name, value] : as<MapLiteral>(*map)->entries) {
    MatchCondition condition;
    condition.step.kind = MatchStep::Kind::Property;
    condition.step.expression = value.get();
    condition.step.slot = slot;
    condition.step.name = name;
    condition.step.property = graph.properties().find(name);
    condition.needs = needs_of(*value);
    condition.of_pattern = true;
    if (is_open(slot)) condition.needs.push_back(slot);
    waiting_.push_back(std::move(condition));
  }
}

std::vector<Slot> MatchConditions::needs_of(const Expression& expression) const {
  std::vector<Slot> slots;
  collect_slots(expression, slots);
  std::erase_if(slots, [&](Slot slot) { return !is_open(slot); });
  return slots;
}

}  // namespace treatygraph::queries::cypher
