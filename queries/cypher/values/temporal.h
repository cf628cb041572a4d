#pragma once
// Operations on temporal values: construction from maps and texts, components, truncation, arithmetic, differences.
// Errors are CypherError.

#include <string_view>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// date(...), time(...), localtime(...), datetime(...), localdatetime(...), duration(...): from a text, a map, or
/// another temporal value. `kind` selects the function; null stays null.
[[nodiscard]] Value construct_temporal(ValueType kind, const Value& from);
/// The time shown by a clock in `zone` (UTC if null) at `now`, as a value of `kind`.
[[nodiscard]] Value current_temporal(ValueType kind, const Value& zone, Instant now);
[[nodiscard]] Instant current_instant();
[[nodiscard]] Value date_time_from_epoch(std::int64_t seconds, std::int64_t nanoseconds);

/// date.truncate('month', value, {day: 2}): truncates to the unit, then applies the fields of the map; a value of
/// `kind`.
[[nodiscard]] Value truncate_temporal(ValueType kind, std::string_view unit, const Value& value, const Value& fields);

/// d.year, t.offsetSeconds, duration.minutesOfHour; null if the type has no such component.
[[nodiscard]] Value temporal_field(const Value& temporal, std::string_view name);

enum class Between : std::uint8_t { All, Months, Days, Seconds };
/// duration.between and related functions: the difference between two temporal values.
[[nodiscard]] Value duration_between(Between unit, const Value& from, const Value& to);

/// A temporal value and a duration, or two durations; `sign` is 1 or -1.
[[nodiscard]] Value add_duration(const Value& temporal, const Duration& duration, int sign);
[[nodiscard]] Value scale_duration(const Duration& duration, double factor);
/// By a number; exact by an integer.
[[nodiscard]] Value divide_duration(const Duration& duration, const Value& divisor);

}  // namespace treatygraph::queries::cypher
