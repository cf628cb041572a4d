// Lists and maps: their elements and literals, and loops over lists (comprehensions, all(), any(), none(), single() and
// reduce()).

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "queries/cypher/running/evaluator.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// Copies a part of a list, and charges the copy.
Value copied(const ValueList& list, std::size_t first, std::size_t last) {
  BudgetInForce::spend(last - first);
  return ValueList(list.begin() + static_cast<std::ptrdiff_t>(first), list.begin() + static_cast<std::ptrdiff_t>(last));
}

std::string_view name_of(Quantifier::Kind kind) {
  switch (kind) {
    case Quantifier::Kind::All:
      return "all()";
    case Quantifier::Kind::Any:
      return "any()";
    case Quantifier::Kind::None:
      return "none()";
    case Quantifier::Kind::Single:
      break;
  }
  return "single()";
}

/// How many items of a list meet the condition of a quantifier.
struct ConditionCounts {
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t unknown = 0;

  /// `as` if the known items decide the result; otherwise null if an item is unknown; otherwise `otherwise`.
  [[nodiscard]] Value unless(bool decided, bool as, bool otherwise) const {
    return decided ? Value(as) : unknown > 0 ? Value() : Value(otherwise);
  }
};

}  // namespace

Value Evaluator::operator()(const ElementOf& e) {
  const auto of = value(*e.of);
  const auto index = value(*e.index);
  if (of.is_null() || index.is_null()) return {};
  if (of.is(ValueType::List)) {
    if (!index.is(ValueType::Integer))
      type_error(fmt::format("a list is indexed by integers, not {}", name_of(index.type())));
    const auto size = static_cast<std::int64_t>(of.list().size());
    // A negative index counts from the end: -1 is the last item.
    const auto at = index.integer() < 0 ? index.integer() + size : index.integer();
    return at < 0 || at >= size ? Value() : of.list()[static_cast<std::size_t>(at)];
  }
  const bool has_names = of.is(ValueType::Map) || of.is(ValueType::Node) || of.is(ValueType::Relationship);
  if (!has_names) type_error(fmt::format("{} has no elements", name_of(of.type())));
  if (!index.is(ValueType::String)) {
    runtime_error("TypeError", "MapElementAccessByNonString",
                  fmt::format("a map is indexed by strings, not {}", name_of(index.type())));
  }
  if (!of.is(ValueType::Map)) return property_of(context_.around, of, index.string());
  const auto* found = of.map().find(index.string());
  return found == nullptr ? Value() : *found;
}

/// Bounds outside of the list are clamped, and negative bounds count from the end.
Value Evaluator::operator()(const Slice& e) {
  const auto of = value(*e.of);
  const auto from = e.from ? value(*e.from) : Value(0);
  const auto to = e.to ? value(*e.to) : Value(std::numeric_limits<std::int64_t>::max());
  if (of.is_null() || from.is_null() || to.is_null()) return {};
  if (!of.is(ValueType::List)) type_error(fmt::format("[..] takes a list, not {}", name_of(of.type())));
  if (!from.is(ValueType::Integer) || !to.is(ValueType::Integer)) type_error("a slice takes integers");
  const auto size = static_cast<std::int64_t>(of.list().size());
  const auto within = [&](std::int64_t at) { return std::clamp(at < 0 ? at + size : at, std::int64_t{0}, size); };
  const auto first = within(from.integer());
  const auto last = std::max(first, within(to.integer()));
  return copied(of.list(), static_cast<std::size_t>(first), static_cast<std::size_t>(last));
}

Value Evaluator::operator()(const ListLiteral& e) {
  ValueList list;
  list.reserve(e.items.size());
  for (const auto& item : e.items) {
    spend(1);
    list.push_back(value(*item));
  }
  return list;
}

Value Evaluator::operator()(const MapLiteral& e) {
  Map made;
  for (const auto& [name, item] : e.entries) {
    spend(1);
    made.set(name, value(*item));
  }
  return made;
}

Value Evaluator::operator()(const MapProjection& e) {
  const auto of = value(*e.of);
  if (of.is_null()) return {};
  Map made;
  // All properties first: a written entry overrides them, wherever it is.
  if (e.has_all) made = of.is(ValueType::Map) ? of.map() : properties_of(context_.around, of);
  for (const auto& [name, item] : e.entries) {
    spend(1);
    made.set(name, value(*item));
  }
  return made;
}

Value Evaluator::loop_list(const Expression& of, std::string_view what) {
  auto list = value(of);
  if (list.is_null() || list.is(ValueType::List)) return list;
  // As in Neo4j and in UNWIND, a single value counts as a list of one. The order of ValueType puts maps, nodes,
  // relationships, lists and paths before the scalars.
  const bool is_scalar = list.type() > ValueType::Path;
  if (!is_scalar) type_error(fmt::format("{} takes a list, not {}", what, name_of(list.type())));
  return ValueList{std::move(list)};
}

Value Evaluator::operator()(const ListComprehension& e) {
  const auto list = loop_list(*e.list, "a list comprehension");
  if (list.is_null()) return {};
  ValueList made;
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.slot] = item;
    if (e.where && truth(*e.where) != true) continue;
    made.push_back(e.item ? value(*e.item) : item);
  }
  return made;
}

Value Evaluator::operator()(const Quantifier& e) {
  const auto list = loop_list(*e.list, name_of(e.kind));
  if (list.is_null()) return {};
  ConditionCounts met;
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.slot] = item;
    const auto one = truth(*e.where);
    ++(one == true ? met.yes : one == false ? met.no : met.unknown);
  }
  switch (e.kind) {
    case Quantifier::Kind::All:
      return met.unless(met.no > 0, false, true);
    case Quantifier::Kind::Any:
      return met.unless(met.yes > 0, true, false);
    case Quantifier::Kind::None:
      return met.unless(met.yes > 0, false, true);
    case Quantifier::Kind::Single:
      break;
  }
  return met.unless(met.yes > 1, false, met.yes == 1);
}

Value Evaluator::operator()(const Reduce& e) {
  auto sum = value(*e.start);
  const auto list = loop_list(*e.list, "reduce()");
  if (list.is_null()) return {};
  for (const auto& item : list.list()) {
    spend(1);
    row_[e.sum_slot] = std::move(sum);
    row_[e.slot] = item;
    sum = value(*e.step);
  }
  return sum;
}

}  // namespace treatygraph::queries::cypher
