#pragma once
// The temporal values that a property can have, as openCypher defines them. Plain data; the functions on them are in
// queries/cypher/temporal.

#include <compare>
#include <cstdint>
#include <string>

namespace treatygraph {

/// A day, without a time zone.
struct Date {
  std::int64_t days = 0;  ///< since 1970-01-01, proleptic Gregorian
  auto operator<=>(const Date&) const = default;
};

/// A time of day, without a time zone.
struct LocalTime {
  std::int64_t nanoseconds = 0;  ///< nanoseconds since midnight, below 24 h
  auto operator<=>(const LocalTime&) const = default;
};

/// A time of day with an offset from UTC.
struct Time {
  LocalTime local;
  std::int32_t offset_seconds = 0;  ///< east of UTC
  bool operator==(const Time&) const = default;
};

/// A day and a time, without a time zone.
struct LocalDateTime {
  Date date;
  LocalTime time;
  auto operator<=>(const LocalDateTime&) const = default;
};

/// A moment: a local day and time, with the offset from UTC that makes it one.
struct DateTime {
  LocalDateTime local;
  std::int32_t offset_seconds = 0;  ///< east of UTC, in force at that moment
  std::string zone;                 ///< IANA name ("Europe/Stockholm"); empty if only an offset was given
  bool operator==(const DateTime&) const = default;
};

/// Kept in four parts, because a month has no fixed number of days and a day no fixed number of seconds.
struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;  ///< 0 to 999,999,999
  bool operator==(const Duration&) const = default;
};

}  // namespace treatygraph
