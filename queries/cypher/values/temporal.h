#pragma once
// Operations on temporal values: construction from maps and texts, components, truncation, arithmetic and differences.
// They follow openCypher 9, "Temporal values", and Neo4j. Errors are CypherError.

#include <string_view>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// date(...), time(...), localtime(...), datetime(...), localdatetime(...), duration(...): from a text, a map, or
/// another temporal value. `kind` selects the function; null stays null.
[[nodiscard]] Value construct_temporal(ValueType kind, const Value& from);
/// The time shown by a clock in `zone` (UTC if null) at `now`, as a value of `kind`.
[[nodiscard]] Value current_temporal(ValueType kind, const Value& zone, Instant now);
/// The system clock, in UTC.
[[nodiscard]] Instant current_instant();
/// A datetime in UTC. Either number may be negative, and `nanoseconds` may exceed a second.
[[nodiscard]] Value date_time_from_epoch(std::int64_t seconds, std::int64_t nanoseconds);

/// date.truncate('month', value, {day: 2}): truncates to the unit, then applies the fields of the map; a value of
/// `kind`.
[[nodiscard]] Value truncate_temporal(ValueType kind, std::string_view unit, const Value& value, const Value& fields);

/// d.year, t.offsetSeconds, duration.minutesOfHour and so on. A component that the type does not have is an error.
[[nodiscard]] Value temporal_field(const Value& temporal, std::string_view name);

enum class Between : std::uint8_t { All, Months, Days, Seconds };
/// duration.between and related functions: the difference between two temporal values. If one of them has no date, only
/// their times are compared. Null if a value is null.
[[nodiscard]] Value duration_between(Between unit, const Value& from, const Value& to);

/// The sum of a temporal value or duration and a duration; with `sign` -1, the difference.
[[nodiscard]] Value add_duration(const Value& temporal, const Duration& duration, int sign);
/// Fractions spill into smaller units: half a month is 15 days and some hours.
[[nodiscard]] Value scale_duration(const Duration& duration, double factor);
/// `divisor` is a number. Division by an integer is exact, down to the nanosecond.
[[nodiscard]] Value divide_duration(const Duration& duration, const Value& divisor);

}  // namespace treatygraph::queries::cypher
