#include "queries/cypher/value.h"

#include <algorithm>
#include <array>

namespace treatygraph::queries::cypher {

void Map::set(std::string name, Value value) {
  const auto found = std::ranges::find(entries_, name, &Entry::first);
  if (found != entries_.end()) {
    found->second = std::move(value);
  } else {
    entries_.emplace_back(std::move(name), std::move(value));
  }
}

const Value* Map::find(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &Entry::first);
  return found == entries_.end() ? nullptr : &found->second;
}

std::string_view name_of(ValueType type) {
  static constexpr std::array<std::string_view, 16> kNames = {
      "Map",  "Node",      "Relationship", "List",   "Path",    "DateTime", "LocalDateTime", "Date",
      "Time", "LocalTime", "Duration",     "String", "Boolean", "Integer",  "Float",         "Null"};
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
