#pragma once
// Calendar, clock and time zones: converts between dates, instants and offsets.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/temporal.h"

namespace treatygraph::queries::cypher {

inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kSecondsPerMonth = 2'629'746;  ///< 30.436875 days, as durations count
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

[[nodiscard]] CivilDay civil_of(Date date);
[[nodiscard]] Date date_of(CivilDay day);
[[nodiscard]] WeekDay week_of(Date date);
[[nodiscard]] Date date_of(WeekDay day);
[[nodiscard]] std::int64_t days_in_month(std::int64_t year, std::int64_t month);
[[nodiscard]] std::int64_t weeks_in_year(std::int64_t year);
[[nodiscard]] bool is_leap(std::int64_t year);
/// A day beyond the end of the month becomes its last day.
[[nodiscard]] Date plus_months(Date date, std::int64_t months);

/// Years from -999,999,999 to 999,999,999.
[[nodiscard]] bool is_in_range(Date date);

/// Instants and durations, without the range limit of a nanosecond count.
struct Instant {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;  ///< 0 to 999,999,999
  auto operator<=>(const Instant&) const = default;
};
[[nodiscard]] Instant instant_of(const LocalDateTime& local);  ///< as if it were UTC
[[nodiscard]] Instant instant_of(const DateTime& moment);
[[nodiscard]] Instant instant_of(const Time& time);  ///< on the first day
[[nodiscard]] LocalDateTime local_of(Instant instant);
/// With a month of 30.436875 days; only for sorting.
[[nodiscard]] Instant average_length(const Duration& duration);
[[nodiscard]] Instant plus(Instant instant, std::int64_t seconds, std::int64_t nanoseconds);

/// An offset, or the name of a zone.
struct Zone {
  std::int32_t offset_seconds = 0;
  std::string name;  ///< IANA, empty for an offset
  /// With a name: `offset_seconds` selects between two instants that the clock shows alike.
  bool prefers_offset = false;
};
/// "Z", "+01:00", "-0330", "Europe/Stockholm", "america/new york"; nothing if it is not a zone.
[[nodiscard]] std::optional<Zone> zone_of(std::string_view text);
/// The instant at which the wall clock of `zone` shows `local`. If there are two, the first, unless the zone prefers
/// the other; if none, the one that the gap moves it to.
[[nodiscard]] DateTime at_zone(const LocalDateTime& local, const Zone& zone);
/// The wall clock time of `zone` at `instant`.
[[nodiscard]] DateTime at_instant(Instant instant, const Zone& zone);
[[nodiscard]] Zone zone_of(const DateTime& moment);

/// Floor division and its remainder, which is never negative.
[[nodiscard]] constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a - floor_div(a, b) * b;
}

}  // namespace treatygraph::queries::cypher
