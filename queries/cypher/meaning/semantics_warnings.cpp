// What a query says that is right, and that will find nothing in this graph.

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/meaning/name_resolver.h"
#include "queries/cypher/planning/match_plan.h"
#include "queries/cypher/planning/path_plan.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// The first part below `node` that has a relationship of `type`.
std::optional<NodeId> part_with(const Graph& graph, NodeId node, TypeId has_part, TypeId type, Direction direction) {
  const auto has = [&](NodeId one) {
    return (direction != Direction::In && !graph.out(one, type).empty()) ||
           (direction != Direction::Out && !graph.in(one, type).empty());
  };
  constexpr std::size_t kMostParts = 10'000;
  std::vector<NodeId> parts = {node};
  for (std::size_t i = 0; i < parts.size() && parts.size() < kMostParts; ++i) {
    BudgetInForce::spend();
    if (has(parts[i])) return parts[i];
    for (const auto hop : graph.out(parts[i], has_part)) parts.push_back(hop.node);
  }
  return std::nullopt;
}

/// What the step walks first from its node, and in which direction.
std::pair<std::span<const TypeId>, Direction> first_hop(const MatchStep& step) {
  if (step.kind == MatchStep::Kind::Select) return {step.paths->elements[0].types, step.paths->elements[0].direction};
  if (step.kind != MatchStep::Kind::ExpandPart) return {step.types, step.direction};
  const auto& part = *step.relationship->part;
  const auto& steps = (step.backward ? part.backward : part.forward)->steps;
  const auto hop = std::ranges::find(steps, MatchStep::Kind::Expand, &MatchStep::kind);
  if (hop == steps.end()) return {};
  return {hop->types, hop->direction};
}

bool is_number(const Expression& e, const Map& parameters) {
  if (e.kind == ExpressionKind::Literal) return e.value.is_number();
  const auto* given = e.kind == ExpressionKind::Parameter ? parameters.find(e.name) : nullptr;
  return given != nullptr && given->is_number();
}

bool is_id(const Expression& e) {
  return e.kind == ExpressionKind::Call && e.function != nullptr && e.function->name == "id";
}

}  // namespace

bool Resolver::is_text(const Expression& e) const {
  if (e.kind == ExpressionKind::Literal) return e.value.is(ValueType::String);
  const auto* given = e.kind == ExpressionKind::Parameter ? parameters_.find(e.name) : nullptr;
  return given != nullptr && given->is(ValueType::String);
}

void Resolver::warn_of_types(std::string_view name, std::optional<PropertyId> property, const Expression& other,
                             bool is_order) {
  if (key_property_.empty() || !property) return;
  const auto kind = PropertyTypes::of(graph_).kind(*property);
  if (kind == PropertyTypes::Kind::List && is_text(other)) {
    add_warning(
        fmt::format("{} is a list, which no string equals or is part of: write '...' IN x.{}, or any(one IN x.{} "
                    "WHERE one CONTAINS '...')",
                    name, name, name));
  }
  if (kind != PropertyTypes::Kind::Date) return;
  const auto incomplete = IncompleteDates::of(graph_).of(*property);
  if (is_text(other)) {
    add_warning(
        fmt::format("{} is a Date where the day is known, which no string equals: write date('2025-10-25') "
                    "instead of '2025-10-25', or toString(x.{})",
                    name, name));
  } else if (is_order && incomplete.values > 0) {
    add_warning(
        fmt::format("{} values of {} know no day, '{}' for example; they are strings, which no date is compared "
                    "with, and are left out: toString(x.{}) compares all as texts",
                    incomplete.values, name, incomplete.example, name));
  }
}

void Resolver::warn_of_order(const Expression& e) {
  const bool is_read = e.kind == ExpressionKind::Property && e.of_element && e.property && !key_property_.empty();
  if (!is_read || PropertyTypes::of(graph_).kind(*e.property) != PropertyTypes::Kind::Date) return;
  const auto incomplete = IncompleteDates::of(graph_).of(*e.property);
  if (incomplete.values == 0) return;
  add_warning(
      fmt::format("{} values of {} know no day, '{}' for example; they are strings, which come after all dates: "
                  "order by toString(x.{})",
                  incomplete.values, e.name, incomplete.example, e.name));
}

void Resolver::warn_of_types(const Expression& e) {
  const bool compares = e.kind == ExpressionKind::Comparison || e.kind == ExpressionKind::StartsWith ||
                        e.kind == ExpressionKind::EndsWith || e.kind == ExpressionKind::Contains ||
                        e.kind == ExpressionKind::Matches;
  const auto look = [&](const Expression& read, const Expression& other) {
    if (is_id(read) && is_number(other, parameters_)) {
      add_warning(
          "id(x) is the key here, which no number equals: write elementId(x) = 'uncc:art_24', with the element id or "
          "the key that a node has");
    }
    if (read.kind == ExpressionKind::Property && read.of_element) {
      warn_of_types(read.name, read.property, other, e.kind == ExpressionKind::Comparison);
    }
  };
  for (std::size_t i = 0; compares && i + 1 < e.arguments.size(); ++i) {
    look(*e.arguments[i], *e.arguments[i + 1]);
    look(*e.arguments[i + 1], *e.arguments[i]);
  }
  if (e.kind != ExpressionKind::In) return;
  const auto& list = *e.arguments[1];
  if (list.kind != ExpressionKind::ListLiteral) return;
  for (const auto& item : list.arguments) look(*e.arguments[0], *item);
}

void Resolver::warn_of_parts(const MatchClause& clause) {
  const auto has_part = graph_.types().find(type::kHasPart);
  if (key_property_.empty() || !has_part) return;
  for (const auto& start : clause.plan->steps) {
    const bool is_known = start.kind == MatchStep::Kind::Key && start.expression->kind == ExpressionKind::Literal &&
                          start.expression->value.is(ValueType::String);
    const auto node = is_known ? graph_.find(start.expression->value.string()) : std::nullopt;
    if (!node) continue;
    for (const auto& step : clause.plan->steps) {
      const bool walks = step.kind >= MatchStep::Kind::Expand && step.kind <= MatchStep::Kind::Select;
      if (!walks || step.from != start.slot) continue;
      const auto [types, direction] = first_hop(step);
      if (types.size() != 1 || types[0] == *has_part) continue;
      const auto type = types[0];
      const auto part = part_with(graph_, *node, *has_part, type, direction);
      if (!part || *part == *node) continue;
      const auto& name = graph_.types().name(type);
      add_warning(fmt::format(
          "{} has no {} of its own: they hang on its parts, {} for example. Match "
          "(a)-[:HAS_PART]->*(part){}[:{}]{}(b){}",
          graph_.key(*node), name, graph_.key(*part), direction == Direction::In ? "<-" : "-", name,
          direction == Direction::Out ? "->" : "-",
          name == type::kRefersTo
              ? fmt::format("; or CALL treaty.dependencies('{}'), which goes on from part to part", graph_.key(*node))
              : ""));
    }
  }
}

}  // namespace treatygraph::queries::cypher
