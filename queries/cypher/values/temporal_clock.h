#pragma once
// Calendar, clock and time zones: conversions between dates, instants and offsets.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/temporal.h"

namespace treatygraph::queries::cypher {

inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kSecondsPerMonth = 2'629'746;  ///< the average: 30.436875 days, a twelfth of 365.2425
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

/// A day of the proleptic Gregorian calendar.
struct CivilDay {
  std::int64_t year = 1970;
  std::int64_t month = 1;  ///< 1 to 12
  std::int64_t day = 1;
};
/// A day of the ISO 8601 week calendar.
struct WeekDay {
  std::int64_t year = 1970;
  std::int64_t week = 1;
  std::int64_t day = 1;  ///< 1 is Monday
};

/// Conversions between a day number and the calendars. They are exact for all supported years.
[[nodiscard]] CivilDay civil_of(Date date);
[[nodiscard]] Date date_of(CivilDay day);
[[nodiscard]] WeekDay week_of(Date date);
[[nodiscard]] Date date_of(WeekDay day);
[[nodiscard]] std::int64_t days_in_month(std::int64_t year, std::int64_t month);
/// 52 or 53.
[[nodiscard]] std::int64_t weeks_in_year(std::int64_t year);
[[nodiscard]] bool is_leap(std::int64_t year);
/// A day beyond the end of the month becomes the month's last day: 31 January plus one month is 28 or 29 February.
[[nodiscard]] Date plus_months(Date date, std::int64_t months);

/// Whether the year is from -999,999,999 to 999,999,999, the range of Java and Neo4j.
[[nodiscard]] bool is_in_range(Date date);

/// Seconds since 1970 in UTC, or the length of a duration. A single count of nanoseconds would end in the year 2262.
struct Instant {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;  ///< 0 to 999,999,999
  auto operator<=>(const Instant&) const = default;
};
[[nodiscard]] Instant instant_of(const LocalDateTime& local);  ///< as if it were UTC
[[nodiscard]] Instant instant_of(const DateTime& moment);
[[nodiscard]] Instant instant_of(const Time& time);  ///< on the first day
[[nodiscard]] LocalDateTime local_of(Instant instant);
/// The length of a duration if every month had its average length. Only for sorting: durations have no exact length.
[[nodiscard]] Instant average_length(const Duration& duration);
[[nodiscard]] Instant plus(Instant instant, std::int64_t seconds, std::int64_t nanoseconds);

/// A fixed offset, or a zone by name.
struct Zone {
  std::int32_t offset_seconds = 0;
  std::string name;  ///< IANA, empty for an offset
  /// With a name: `offset_seconds` selects the instant if the clock shows `local` twice, when it is set back.
  bool prefers_offset = false;
};
/// Parses "Z", "+01:00", "-0330", "Europe/Stockholm" or "america/new york"; nothing if the text is no zone.
[[nodiscard]] std::optional<Zone> zone_of(std::string_view text);
/// The moment at which the wall clock of `zone` shows `local`. If there are two, it is the first, unless the zone
/// prefers the offset of the other. If there is none, because the clock was set forward, the gap is added to `local`.
[[nodiscard]] DateTime at_zone(const LocalDateTime& local, const Zone& zone);
/// The wall clock time of `zone` at `instant`.
[[nodiscard]] DateTime at_instant(Instant instant, const Zone& zone);
/// The zone of a moment. A named zone prefers the moment's offset, so at_zone() gives the same moment back.
[[nodiscard]] Zone zone_of(const DateTime& moment);

/// Floor division and its remainder, which is never negative.
[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a - floor_div(a, b) * b;
}

}  // namespace treatygraph::queries::cypher
