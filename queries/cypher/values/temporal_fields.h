#pragma once
// The fields of temporal values: what a map may contain, and how it overrides another value.

#include <optional>
#include <span>
#include <string_view>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Any temporal value except a duration, as fields; absent components are missing.
struct Parts {
  std::optional<Date> date;
  std::optional<LocalTime> time;
  std::optional<Zone> zone;
};
[[nodiscard]] Parts parts_of(const Value& temporal);
/// Builds a value of `kind`. A missing date is an error, a missing time is midnight, a missing zone is UTC.
[[nodiscard]] Value assemble(ValueType kind, const Parts& parts);

/// The fields of `base` overridden by those of `map`. A map may contain other values ("date", "time", "datetime") to
/// take parts from.
[[nodiscard]] Parts with_fields(Parts base, const Map& map);

/// An integer field, or nothing if it is absent; a non-integer is an error.
[[nodiscard]] std::optional<std::int64_t> integer_field(const Map& map, std::string_view name);

/// Refuses unknown names in a map: ignoring a typing error would silently give another value.
void check_fields(const Map& map, std::span<const std::string_view> known);

[[noreturn]] void invalid_temporal(std::string message);

}  // namespace treatygraph::queries::cypher
