// A map with "$type" and "_value" is a typed value; any other map is a map. Decoding goes down through lists and maps.

#include "server/cypher/typed_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/point.h"

namespace treatygraph::server {
namespace {

using queries::cypher::Map;
using queries::cypher::Value;
using queries::cypher::ValueList;
using queries::cypher::ValueType;

/// A type whose value is ISO 8601 text.
struct TemporalName {
  std::string_view name;
  ValueType type;
};
constexpr std::array<TemporalName, 7> kTemporal = {{{"Date", ValueType::Date},
                                                    {"Time", ValueType::Time},
                                                    {"LocalTime", ValueType::LocalTime},
                                                    {"LocalDateTime", ValueType::LocalDateTime},
                                                    {"OffsetDateTime", ValueType::DateTime},
                                                    {"ZonedDateTime", ValueType::DateTime},
                                                    {"Duration", ValueType::Duration}}};

/// The text is not a value of the type.
Result<Value> wrong(std::string_view type, std::string_view text) {
  return fail(ErrorCode::InvalidArgument, fmt::format("\"{}\" is no {}", text, type));
}

/// The whole text must be the number.
template <typename Number>
Result<Value> number_of(std::string_view type, std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return wrong(type, text);
  return Value(number);
}

/// Types whose values are written as plain JSON.
constexpr std::array<std::string_view, 5> kAsTheyAre = {"Null", "Boolean", "String", "List", "Map"};

/// Types such as Node or Base64, which a query cannot take.
Result<Value> not_taken(std::string_view type) {
  return fail(
      ErrorCode::InvalidArgument,
      fmt::format("a parameter of the type {} is not taken; there are Null, Boolean, Integer, Float, String, List, "
                  "Map, Date, Time, LocalTime, LocalDateTime, OffsetDateTime, ZonedDateTime, Duration and Point",
                  type));
}

/// Clients may send numbers as JSON numbers too.
Result<Value> typed(std::string_view type, const Value& inner) {
  if (inner.is(ValueType::String)) {
    if (type == "Integer") return number_of<std::int64_t>(type, inner.string());
    if (type == "Float") return number_of<double>(type, inner.string());
    if (type == "Point") {
      const auto point = queries::cypher::point_of_well_known_text(inner.string());
      return point ? Result<Value>(*point) : wrong(type, inner.string());
    }
    for (const auto& [name, kind] : kTemporal) {
      if (name != type) continue;
      auto value = queries::cypher::temporal_value(kind, inner.string());
      return value ? Result<Value>(std::move(*value)) : wrong(type, inner.string());
    }
  }
  if (std::ranges::find(kAsTheyAre, type) != kAsTheyAre.end()) return without_types(inner);
  const bool is_number = inner.is(ValueType::Integer) || inner.is(ValueType::Float);
  return is_number && (type == "Integer" || type == "Float") ? Result<Value>(inner) : not_taken(type);
}

}  // namespace

Result<Value> without_types(const Value& value) {
  if (value.is(ValueType::List)) {
    ValueList list;
    for (const auto& item : value.list()) {
      auto plain = without_types(item);
      if (!plain) return plain;
      list.push_back(std::move(*plain));
    }
    return Value(std::move(list));
  }
  if (!value.is(ValueType::Map)) return value;
  const auto* type = value.map().find("$type");
  const auto* inner = value.map().find("_value");
  if (type != nullptr && inner != nullptr && type->is(ValueType::String)) return typed(type->string(), *inner);
  Map map;
  for (const auto& [name, item] : value.map().entries()) {
    auto plain = without_types(item);
    if (!plain) return plain;
    map.set(name, std::move(*plain));
  }
  return Value(std::move(map));
}

}  // namespace treatygraph::server
