#pragma once
// The values that nodes and relationships carry, owned (PropertyValue) or read in place (PropertyView).

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/temporal.h"

namespace treatygraph {

struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;

/// An owned property value. `std::monostate` means absent (null in Cypher); lists contain no nulls. The constructors
/// are implicit so that records can be written as {"name", value}.
struct PropertyValue {
  using Variant = std::variant<std::monostate, bool, std::int64_t, double, std::string, Date, LocalTime, Time,
                               LocalDateTime, DateTime, Duration, PropertyList>;
  Variant value;

  PropertyValue() = default;
  PropertyValue(bool v) : value(v) {}                           // NOLINT(google-explicit-constructor)
  PropertyValue(int v) : value(std::int64_t{v}) {}              // NOLINT(google-explicit-constructor)
  PropertyValue(std::int64_t v) : value(v) {}                   // NOLINT(google-explicit-constructor)
  PropertyValue(double v) : value(v) {}                         // NOLINT(google-explicit-constructor)
  PropertyValue(const char* v) : value(std::string(v)) {}       // NOLINT(google-explicit-constructor)
  PropertyValue(std::string_view v) : value(std::string(v)) {}  // NOLINT(google-explicit-constructor)
  PropertyValue(std::string v) : value(std::move(v)) {}         // NOLINT(google-explicit-constructor)
  PropertyValue(PropertyList v) : value(std::move(v)) {}        // NOLINT(google-explicit-constructor)
  explicit PropertyValue(Variant v) : value(std::move(v)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value); }
  bool operator==(const PropertyValue&) const = default;
};

/// A property value read in place: views into a graph, valid while the graph is held.
using PropertyView = std::variant<std::monostate, bool, std::int64_t, double, std::string_view, Date, LocalTime, Time,
                                  LocalDateTime, const DateTime*, Duration, const PropertyList*>;

/// An owned copy.
[[nodiscard]] PropertyValue to_value(const PropertyView& view);
/// A view of an owned value, valid while `value` exists.
[[nodiscard]] PropertyView view_of(const PropertyValue& value);

/// One name and value; a node's or relationship's properties are a short list of these, each name once.
struct Property {
  std::string name;
  PropertyValue value;
  bool operator==(const Property&) const = default;
};
using Properties = std::vector<Property>;

/// The value of `name`, or nullptr.
[[nodiscard]] const PropertyValue* find_property(const Properties& properties, std::string_view name);
/// The string property `name`; empty if it is absent or not a string.
[[nodiscard]] std::string text_of(const Properties& properties, std::string_view name);
/// Sets `name`, replacing what was there; a null value removes it.
void set_property(Properties& properties, std::string_view name, PropertyValue value);

}  // namespace treatygraph
