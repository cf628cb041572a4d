#pragma once
// Parses and prints temporal values in ISO 8601.

#include <optional>
#include <string>
#include <string_view>

#include "graph/temporal.h"
#include "queries/cypher/values/temporal_clock.h"

namespace treatygraph::queries::cypher {

/// Parses "2015-07-21", "20150721", "2015-W30-2", "2015-202", "2015-Q3-21", "2015-07" or "2015"; absent parts are the
/// first. Like the other read functions, nothing if the text is not exactly such a value.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);
struct ReadTime {
  LocalTime local;
  std::optional<Zone> zone;
};
/// Parses "21:40:32.142+01:00", "214032" or "21", with a zone or without.
[[nodiscard]] std::optional<ReadTime> read_time(std::string_view text);
struct ReadDateTime {
  LocalDateTime local;
  std::optional<Zone> zone;
};
/// A date, 'T' and a time. Without a time, it is midnight.
[[nodiscard]] std::optional<ReadDateTime> read_date_time(std::string_view text);
/// Parses "P1Y2M10DT2.5H" or "P2012-02-02T14:37:21.545". Fractions spill into the smaller parts.
[[nodiscard]] std::optional<Duration> read_duration(std::string_view text);

/// Times always have seconds, as RFC 3339 demands and Neo4j prints: "08:40:00Z".
[[nodiscard]] std::string to_text(Date date);
[[nodiscard]] std::string to_text(LocalTime time);
[[nodiscard]] std::string to_text(const Time& time);
[[nodiscard]] std::string to_text(const LocalDateTime& local);
[[nodiscard]] std::string to_text(const DateTime& moment);
[[nodiscard]] std::string to_text(const Duration& duration);
/// "Z", "+01:00", "-02:05:07".
[[nodiscard]] std::string offset_text(std::int32_t offset_seconds);

/// A duration of amounts that may have fractions. A fraction carries over to the next smaller unit: a month has
/// 30.436875 days, a day 86,400 seconds. Nothing if a part exceeds 64 bits.
[[nodiscard]] std::optional<Duration> spilled(long double months, long double days, long double seconds,
                                              long double nanoseconds);

}  // namespace treatygraph::queries::cypher
