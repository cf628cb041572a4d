// Warnings about valid queries that will find nothing in this graph, because of the types of its properties or because
// relationships belong to the parts of a provision.

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

/// The first node with a relationship of `type` among `node` and the parts below it, breadth first; nothing if there is
/// none. The search gives up at 10,000 parts.
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

/// The first relationship type that the step follows, and its direction.
std::pair<std::span<const TypeId>, Direction> first_hop(const MatchStep& step) {
  if (step.kind == MatchStep::Kind::Select) return {step.paths->elements[0].types, step.paths->elements[0].direction};
  if (step.kind != MatchStep::Kind::ExpandPart) return {step.types, step.direction};
  const auto& part = *step.relationship->part;
  const auto& steps = (step.backward ? part.backward : part.forward)->steps;
  const auto hop = std::ranges::find(steps, MatchStep::Kind::Expand, &MatchStep::kind);
  if (hop == steps.end()) return {};
  return {hop->types, hop->direction};
}

/// Whether the expression calls id().
bool is_id(const Expression& e) {
  const auto* call = as<FunctionCall>(e);
  return call != nullptr && call->function != nullptr && call->function->name == "id";
}

}  // namespace

const Value* Resolver::looked_at(const ParameterRead& parameter) {
  const auto* given = parameters_.find(parameter.name);
  if (given != nullptr) looked_at_.emplace_back(parameter.name, given->type());
  return given;
}

bool Resolver::is_text(const Expression& e) {
  if (const auto* literal = as<Literal>(e)) return literal->value.is(ValueType::String);
  const auto* parameter = as<ParameterRead>(e);
  const auto* given = parameter != nullptr ? looked_at(*parameter) : nullptr;
  return given != nullptr && given->is(ValueType::String);
}

bool Resolver::is_number(const Expression& e) {
  if (const auto* literal = as<Literal>(e)) return literal->value.is_number();
  const auto* parameter = as<ParameterRead>(e);
  const auto* given = parameter != nullptr ? looked_at(*parameter) : nullptr;
  return given != nullptr && given->is_number();
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
  if (kind == PropertyTypes::Kind::List && is_number(other)) {
    add_warning(fmt::format("{} is a list of strings, which no number equals: write '...' IN x.{}", name, name));
  }
  if (kind != PropertyTypes::Kind::Date) return;
  if (is_number(other)) {
    add_warning(fmt::format("{} is a Date, which no number equals: write x.{}.year = 2025, or date({{year: 2025}})",
                            name, name));
  }
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
  const auto* read = as<PropertyRead>(e);
  const bool is_read = read != nullptr && read->of_element && read->property && !key_property_.empty();
  if (!is_read || PropertyTypes::of(graph_).kind(*read->property) != PropertyTypes::Kind::Date) return;
  const auto incomplete = IncompleteDates::of(graph_).of(*read->property);
  if (incomplete.values == 0) return;
  add_warning(
      fmt::format("{} values of {} know no day, '{}' for example; they are strings, which come after all dates: "
                  "order by toString(x.{})",
                  incomplete.values, read->name, incomplete.example, read->name));
}

void Resolver::warn_of_id() {
  add_warning(
      "id(x) is the key here, which no number equals: write elementId(x) = 'uncc:art_24', with the element id or the "
      "key that a node has");
}

void Resolver::warn_of_pair(const Expression& a, const Expression& b, bool is_order) {
  const auto look = [&](const Expression& one, const Expression& other) {
    if (is_id(one) && is_number(other)) warn_of_id();
    const auto* read = as<PropertyRead>(one);
    if (read != nullptr && read->of_element) warn_of_types(read->name, read->property, other, is_order);
  };
  look(a, b);
  look(b, a);
}

void Resolver::warn_of_list(const Membership& e) {
  const auto* list = as<ListLiteral>(*e.list);
  const auto* read = as<PropertyRead>(*e.item);
  if (list == nullptr) return;
  if (is_id(*e.item) && std::ranges::any_of(list->items, [&](const auto& item) { return is_number(*item); }))
    warn_of_id();
  if (read == nullptr || !read->of_element) return;
  for (const auto& item : list->items) warn_of_types(read->name, read->property, *item, false);
}

/// A reference may be in article 5(2) of a treaty while the query asks for those of article 5. Only matches that start
/// from a literal key are looked at.
void Resolver::warn_of_parts(const MatchClause& clause) {
  const auto has_part = graph_.types().find(type::kHasPart);
  if (key_property_.empty() || !has_part) return;
  for (const auto& start : clause.plan->steps) {
    const auto* key = start.kind == MatchStep::Kind::Key ? as<Literal>(*start.expression) : nullptr;
    const bool is_known = key != nullptr && key->value.is(ValueType::String);
    const auto node = is_known ? graph_.find(key->value.string()) : std::nullopt;
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
