#include "queries/cypher/values/value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

/// The index of the entry, or entries_.size() if there is none. Few names are compared one by one, many are hashed:
/// maps come from clients, who may send any number of names.
std::size_t Map::place_of(std::string_view name) const {
  if (places_.empty()) {
    return static_cast<std::size_t>(std::ranges::find(entries_, name, &Entry::first) - entries_.begin());
  }
  const auto found = places_.find(name);
  return found == places_.end() ? entries_.size() : found->second;
}

void Map::set(std::string name, Value value) {
  constexpr std::size_t kFew = 16;
  const auto place = place_of(name);
  if (place < entries_.size()) {
    entries_[place].second = std::move(value);
    return;
  }
  entries_.emplace_back(std::move(name), std::move(value));
  if (entries_.size() <= kFew) return;
  for (auto i = places_.empty() ? 0 : place; i < entries_.size(); ++i) places_.emplace(entries_[i].first, i);
}

const Value* Map::find(std::string_view name) const {
  const auto place = place_of(name);
  return place == entries_.size() ? nullptr : &entries_[place].second;
}

namespace {

/// Values are visited and destroyed recursively, so their depth bounds the use of stack.
constexpr std::size_t kDeepest = 1'000;

/// The depth of a list or map whose deepest item has this depth.
std::size_t one_deeper(std::size_t depth) {
  if (depth < kDeepest) return depth + 1;
  runtime_error("TypeError", "ValueTooDeep",
                fmt::format("lists and maps lie in one another more than {} levels deep", kDeepest));
}

}  // namespace

template <typename T>
void Value::share(ValueType type, T value, std::size_t depth) {
  Shared* shared = new Boxed<T>(std::move(value));
  std::memcpy(static_cast<void*>(&small_), &shared, sizeof(shared));  // NOLINT(*-sizeof-expression): of the pointer
  tag_ = {type, true, static_cast<std::uint16_t>(depth)};
}

Value::Value(std::string v) {
  BudgetInForce::spend_on_text(v.size());
  share(ValueType::String, std::move(v));
}
Value::Value(ValueList v) {
  std::size_t deepest = 0;
  for (const auto& item : v) deepest = std::max(deepest, item.depth());
  BudgetInForce::spend_on_text(v.size() * sizeof(Value));
  share(ValueType::List, std::move(v), one_deeper(deepest));
}
Value::Value(Map v) {
  std::size_t deepest = 0;
  BudgetInForce::spend(v.entries().size());
  for (const auto& [name, item] : v.entries()) deepest = std::max(deepest, item.depth());
  share(ValueType::Map, std::move(v), one_deeper(deepest));
}
Value::Value(Path v) {
  share(ValueType::Path, std::move(v));
}
Value::Value(DateTime v) {
  share(ValueType::DateTime, std::move(v));
}
Value::Value(Duration v) {
  share(ValueType::Duration, v);
}

Value::Value(Point v) {
  share(ValueType::Point, v);
}

std::string_view name_of(ValueType type) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "Map",  "Node",      "Relationship", "List",   "Path",    "Point",   "DateTime", "LocalDateTime", "Date",
      "Time", "LocalTime", "Duration",     "String", "Boolean", "Integer", "Float",    "Null"};
  return kNames.at(static_cast<std::size_t>(type));
}

bool is_temporal(ValueType type) {
  return type >= ValueType::DateTime && type <= ValueType::Duration;
}

namespace {

struct FromProperty {
  Value operator()(std::monostate) const { return {}; }
  Value operator()(std::string_view v) const { return Text(v); }
  Value operator()(const DateTime* v) const { return *v; }
  Value operator()(const PropertyList* v) const {
    ValueList list;
    list.reserve(v->size());
    for (const auto& item : *v) list.push_back(value_of(view_of(item)));
    return list;
  }
  template <typename T>
  Value operator()(const T& v) const {
    return v;
  }
};

}  // namespace

Value value_of(const PropertyView& property) {
  return std::visit(FromProperty(), property);
}

}  // namespace treatygraph::queries::cypher
