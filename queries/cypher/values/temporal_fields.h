#pragma once
// The fields that temporal values are made of and cut into: what a map may name, and how it overrides another value.

#include <optional>
#include <span>
#include <string_view>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// Any temporal value but a duration, taken apart; what it does not have is missing.
struct Parts {
  std::optional<Date> date;
  std::optional<LocalTime> time;
  std::optional<Zone> zone;
};
[[nodiscard]] Parts parts_of(const Value& temporal);
/// A value of `kind`; a missing date is an error, a missing time is midnight, a missing zone UTC.
[[nodiscard]] Value assemble(ValueType kind, const Parts& parts);

/// The fields of `map` over those of `base`. A map may name other values ("date", "time", "datetime") to take parts
/// from.
[[nodiscard]] Parts with_fields(Parts base, const Map& map);

/// An integer field, or nothing where the map does not have it; anything else than an integer is an error.
[[nodiscard]] std::optional<std::int64_t> integer_field(const Map& map, std::string_view name);

/// Refuses a map that names what is none of `known`: left out silently, a slip of the pen would give another value.
void check_fields(const Map& map, std::span<const std::string_view> known);

[[noreturn]] void invalid_temporal(std::string message);

}  // namespace treatygraph::queries::cypher
