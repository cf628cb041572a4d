#pragma once
// The fields of temporal values: which fields a map may have, and how they override those of another value.

#include <optional>
#include <span>
#include <string_view>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Any temporal value except a duration, taken apart. Components that its kind does not have are absent.
struct Parts {
  std::optional<Date> date;
  std::optional<LocalTime> time;
  std::optional<Zone> zone;
};
/// An error if the value is not temporal, or is a duration.
[[nodiscard]] Parts parts_of(const Value& temporal);
/// Builds a value of `kind`. A missing date is an error, a missing time is midnight, a missing zone is UTC.
[[nodiscard]] Value assemble(ValueType kind, const Parts& parts);

/// The parts of `base`, overridden by the fields of `map`. The map may contain temporal values ("date", "time",
/// "datetime") to take parts from. An unknown field, or a value out of range, is an error.
[[nodiscard]] Parts with_fields(Parts base, const Map& map);

/// An integer field; nothing if it is absent or null. Another type is an error.
[[nodiscard]] std::optional<std::int64_t> integer_field(const Map& map, std::string_view name);

/// Throws if the map has a name that is not in `known`. If a misspelled field were ignored, the result would be a wrong
/// value.
void check_fields(const Map& map, std::span<const std::string_view> known);

[[noreturn]] void invalid_temporal(std::string message);

}  // namespace treatygraph::queries::cypher
