// Most functions convert a temporal value to its parts (date, time and zone, see temporal_fields.h), change the parts,
// and assemble a value of the wanted kind. So every conversion between the kinds is the same code.

#include "queries/cypher/values/temporal.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/temporal_fields.h"
#include "queries/cypher/values/temporal_text.h"

namespace treatygraph::queries::cypher {
namespace {

[[noreturn]] void unreadable(ValueType kind, std::string_view text) {
  invalid_temporal(fmt::format("\"{}\" is no {} in ISO 8601", text, name_of(kind)));
}

/// An offset that is written next to a zone must be the zone's at that time: 2024-07-01T12:00+01:00[Europe/Berlin] is
/// an error, because Berlin has +02:00 in July.
void need_fitting_offset(const LocalDateTime& local, const Zone& zone) {
  if (zone.name.empty() || !zone.prefers_offset) return;
  const auto there = at_zone(local, zone);
  if (there.offset_seconds == zone.offset_seconds && there.local == local) return;
  invalid_temporal(fmt::format("the offset {} is not that of {} at this time, {}", offset_text(zone.offset_seconds),
                               zone.name, offset_text(there.offset_seconds)));
}

/// A time has no date, so its zone has no single offset. The written offset is kept if the zone has it in January or in
/// July of a recent year.
Zone zone_of_day(const LocalTime& time, const Zone& zone) {
  if (zone.name.empty() || !zone.prefers_offset) return zone;
  for (const std::int64_t month : {1, 7}) {
    const auto there = at_zone({date_of(CivilDay{2024, month, 1}), time}, zone);
    if (there.offset_seconds == zone.offset_seconds) return Zone{zone.offset_seconds, {}};
  }
  invalid_temporal(fmt::format("the offset {} is not one of {}", offset_text(zone.offset_seconds), zone.name));
}

/// Parses a text for the constructor of `kind`; an error if it cannot be read.
Parts read_parts(ValueType kind, std::string_view text) {
  if (kind == ValueType::Date) {
    if (const auto date = read_date(text)) return {date, {}, {}};
  } else if (kind == ValueType::LocalTime || kind == ValueType::Time) {
    if (auto time = read_time(text)) {
      if (time->zone) time->zone = zone_of_day(time->local, *time->zone);
      return {{}, time->local, std::move(time->zone)};
    }
  } else if (auto both = read_date_time(text)) {
    if (both->zone) need_fitting_offset(both->local, *both->zone);
    return {both->local.date, both->local.time, std::move(both->zone)};
  }
  unreadable(kind, text);
}

/// The fields of duration({...}).
constexpr std::array<std::string_view, 11> kAmounts = {"years",        "quarters",     "months",     "weeks",
                                                       "days",         "hours",        "minutes",    "seconds",
                                                       "milliseconds", "microseconds", "nanoseconds"};

Value construct_duration(const Value& from) {
  if (from.is(ValueType::Duration)) return from;
  if (from.is(ValueType::String)) {
    const auto duration = read_duration(from.string());
    if (!duration) unreadable(ValueType::Duration, from.string());
    return *duration;
  }
  if (!from.is(ValueType::Map))
    type_error(fmt::format("duration() takes a map or a string, not {}", name_of(from.type())));
  check_fields(from.map(), kAmounts);
  const auto amount = [&](std::string_view name) -> long double {
    const auto* value = from.map().find(name);
    if (value == nullptr || value->is_null()) return 0;
    if (value->is(ValueType::Integer)) return static_cast<long double>(value->integer());
    if (!value->is(ValueType::Float)) type_error(fmt::format("{} must be a number", name));
    return value->floating();
  };
  const auto duration =
      spilled(amount("years") * 12 + amount("quarters") * 3 + amount("months"), amount("weeks") * 7 + amount("days"),
              amount("hours") * 3600 + amount("minutes") * 60 + amount("seconds"),
              amount("milliseconds") * 1'000'000 + amount("microseconds") * 1'000 + amount("nanoseconds"));
  if (!duration) invalid_temporal("the duration is out of range");
  return *duration;
}

}  // namespace

Value construct_temporal(ValueType kind, const Value& from) {
  if (from.is_null()) return {};
  if (kind == ValueType::Duration) return construct_duration(from);
  if (from.is(ValueType::String)) return assemble(kind, read_parts(kind, from.string()));
  if (from.is(ValueType::Map)) return assemble(kind, with_fields({}, from.map()));
  if (!is_temporal(from.type()) || from.is(ValueType::Duration)) {
    type_error(fmt::format("cannot make a {} of {}", name_of(kind), name_of(from.type())));
  }
  return assemble(kind, parts_of(from));
}

Instant current_instant() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
  return {nanos / kNanosPerSecond, nanos % kNanosPerSecond};
}

Value current_temporal(ValueType kind, const Value& zone, Instant now) {
  Zone clock;
  if (zone.is(ValueType::String)) {
    const auto named = zone_of(zone.string());
    if (!named) invalid_temporal(fmt::format("no time zone {}", zone.string()));
    clock = *named;
  }
  return assemble(kind, parts_of(at_instant(now, clock)));
}

Value date_time_from_epoch(std::int64_t seconds, std::int64_t nanoseconds) {
  std::int64_t all = 0;
  const bool overflows = __builtin_add_overflow(seconds, floor_div(nanoseconds, kNanosPerSecond), &all);
  if (overflows || !is_in_range(local_of({all, 0}).date)) {
    invalid_temporal("the moment lies outside of the years -999999999 to 999999999");
  }
  return at_instant({all, floor_mod(nanoseconds, kNanosPerSecond)}, Zone());
}

namespace {

/// The first day of the unit that contains `date`; nothing if the unit is shorter than a day.
std::optional<Date> truncated_date(std::string_view unit, Date date) {
  const auto day = civil_of(date);
  const auto year = [](std::int64_t number) { return date_of(CivilDay{number, 1, 1}); };
  if (unit == "millennium") return year(floor_div(day.year, 1000) * 1000);
  if (unit == "century") return year(floor_div(day.year, 100) * 100);
  if (unit == "decade") return year(floor_div(day.year, 10) * 10);
  if (unit == "year") return year(day.year);
  if (unit == "weekYear") return date_of(WeekDay{week_of(date).year, 1, 1});
  if (unit == "quarter") return date_of(CivilDay{day.year, (day.month - 1) / 3 * 3 + 1, 1});
  if (unit == "month") return date_of(CivilDay{day.year, day.month, 1});
  if (unit == "week") return Date{date.days - (week_of(date).day - 1)};
  if (unit == "day") return date;
  return std::nullopt;
}

/// The length of a unit of at most a day, in nanoseconds.
std::optional<std::int64_t> nanos_of_unit(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::int64_t>, 7> kUnits = {{{"day", kNanosPerDay},
                                                                                {"hour", 3'600 * kNanosPerSecond},
                                                                                {"minute", 60 * kNanosPerSecond},
                                                                                {"second", kNanosPerSecond},
                                                                                {"millisecond", 1'000'000},
                                                                                {"microsecond", 1'000},
                                                                                {"nanosecond", 1}}};
  const auto* found = std::ranges::find(kUnits, unit, &std::pair<std::string_view, std::int64_t>::first);
  if (found == kUnits.end()) return std::nullopt;
  return found->second;
}

/// A unit of a day or more sets the time to midnight; a smaller one keeps the date.
Parts truncated(std::string_view unit, Parts parts) {
  if (parts.date) {
    if (const auto date = truncated_date(unit, *parts.date)) {
      parts.date = date;
      parts.time = LocalTime();
      return parts;
    }
  }
  const auto nanos = nanos_of_unit(unit);
  if (!nanos) {
    invalid_temporal(
        fmt::format("no unit \"{}\" to truncate to; there are millennium, century, decade, year, weekYear, quarter, "
                    "month, week, day, "
                    "hour, minute, second, millisecond, microsecond",
                    unit));
  }
  const auto time = parts.time.value_or(LocalTime()).nanoseconds;
  parts.time = LocalTime{time - time % *nanos};
  return parts;
}

}  // namespace

Value truncate_temporal(ValueType kind, std::string_view unit, const Value& value, const Value& fields) {
  if (value.is_null()) return {};
  auto parts = truncated(unit, parts_of(value));
  if (kind == ValueType::Date) parts.time.reset();
  if (fields.is(ValueType::Map)) {
    // A zone among the fields gives the truncated value a new clock without shifting it.
    if (fields.map().find("timezone") != nullptr) parts.zone.reset();
    parts = with_fields(std::move(parts), fields.map());
  }
  return assemble(kind, parts);
}

namespace {

Value date_field(Date date, std::string_view name) {
  const auto day = civil_of(date);
  const auto quarter = (day.month + 2) / 3;
  if (name == "year") return day.year;
  if (name == "quarter") return quarter;
  if (name == "month") return day.month;
  if (name == "day") return day.day;
  if (name == "week") return week_of(date).week;
  if (name == "weekYear") return week_of(date).year;
  if (name == "dayOfWeek" || name == "weekDay") return week_of(date).day;
  if (name == "ordinalDay") return date.days - date_of(CivilDay{day.year, 1, 1}).days + 1;
  if (name == "dayOfQuarter") return date.days - date_of(CivilDay{day.year, quarter * 3 - 2, 1}).days + 1;
  return {};
}

Value time_field(LocalTime time, std::string_view name) {
  const auto seconds = time.nanoseconds / kNanosPerSecond;
  const auto nanos = time.nanoseconds % kNanosPerSecond;
  if (name == "hour") return seconds / 3600;
  if (name == "minute") return seconds / 60 % 60;
  if (name == "second") return seconds % 60;
  if (name == "millisecond") return nanos / 1'000'000;
  if (name == "microsecond") return nanos / 1'000;
  if (name == "nanosecond") return nanos;
  return {};
}

Value zone_value(const Zone& zone, std::int32_t offset, std::string_view name) {
  if (name == "timezone") return zone.name.empty() ? offset_text(offset) : zone.name;
  if (name == "offset") return offset_text(offset);
  if (name == "offsetMinutes") return std::int64_t{offset / 60};
  if (name == "offsetSeconds") return std::int64_t{offset};
  return {};
}

/// The length in units of which a second has `per_second`. An error if 64 bits cannot count that many.
std::int64_t in_units(std::int64_t seconds, std::int64_t nanoseconds, std::int64_t per_second, std::string_view name) {
  std::int64_t counted = 0;
  if (__builtin_mul_overflow(seconds, per_second, &counted) ||
      __builtin_add_overflow(counted, nanoseconds / (kNanosPerSecond / per_second), &counted)) {
    runtime_error("ArithmeticError", "IntegerOverflow",
                  fmt::format("{} is out of the range of 64 bits; read a larger unit, such as seconds", name));
  }
  return counted;
}

Value epoch_field(const DateTime& moment, std::string_view name) {
  const auto instant = instant_of(moment);
  if (name == "epochSeconds") return instant.seconds;
  if (name == "epochMillis") return in_units(instant.seconds, instant.nanoseconds, 1'000, name);
  return {};
}

Value duration_field(const Duration& d, std::string_view name) {
  const auto nanos = std::int64_t{d.nanoseconds};
  const auto counted = [&](std::int64_t per_second) { return in_units(d.seconds, nanos, per_second, name); };
  if (name == "years") return d.months / 12;
  if (name == "quarters") return d.months / 3;
  if (name == "months") return d.months;
  if (name == "weeks") return d.days / 7;
  if (name == "days") return d.days;
  if (name == "hours") return d.seconds / 3600;
  if (name == "minutes") return d.seconds / 60;
  if (name == "seconds") return d.seconds;
  if (name == "milliseconds") return counted(1'000);
  if (name == "microseconds") return counted(1'000'000);
  if (name == "nanoseconds") return counted(kNanosPerSecond);
  if (name == "quartersOfYear") return d.months / 3 % 4;
  if (name == "monthsOfQuarter") return d.months % 3;
  if (name == "monthsOfYear") return d.months % 12;
  if (name == "daysOfWeek") return d.days % 7;
  if (name == "minutesOfHour") return d.seconds / 60 % 60;
  if (name == "secondsOfMinute") return d.seconds % 60;
  if (name == "millisecondsOfSecond") return nanos / 1'000'000;
  if (name == "microsecondsOfSecond") return nanos / 1'000;
  if (name == "nanosecondsOfSecond") return nanos;
  return {};
}

}  // namespace

namespace {

[[noreturn]] void no_such_field(ValueType type, std::string_view name) {
  invalid_temporal(fmt::format("{} has no {}; names of fields are written as in d.year, d.dayOfWeek, d.epochMillis",
                               name_of(type), name));
}

}  // namespace

Value temporal_field(const Value& temporal, std::string_view name) {
  if (temporal.is(ValueType::Duration)) {
    auto value = duration_field(temporal.as<Duration>(), name);
    if (value.is_null()) no_such_field(temporal.type(), name);
    return value;
  }
  const auto parts = parts_of(temporal);
  Value value;
  if (parts.date) value = date_field(*parts.date, name);
  if (value.is_null() && parts.time) value = time_field(*parts.time, name);
  if (value.is_null() && parts.zone) value = zone_value(*parts.zone, parts.zone->offset_seconds, name);
  if (value.is_null() && temporal.is(ValueType::DateTime)) value = epoch_field(temporal.date_time(), name);
  if (value.is_null()) no_such_field(temporal.type(), name);
  return value;
}

namespace {

/// Two temporal values as moments on one clock. If one has no date, it gets the date of the other.
struct Ends {
  LocalDateTime from;
  LocalDateTime to;
  Instant from_instant;
  Instant to_instant;
  Zone clock;          ///< the zone of `from`, in which both are read
  bool dated = false;  ///< both have dates of their own
};

Ends ends_of(const Value& from_value, const Value& to_value) {
  auto from = parts_of(from_value);
  auto to = parts_of(to_value);
  Ends ends;
  ends.dated = from.date.has_value() && to.date.has_value();
  if (!from.date) from.date = to.date;
  if (!to.date) to.date = from.date;
  const bool zoned = from.zone.has_value() && to.zone.has_value();
  const auto zone = from.zone.value_or(to.zone.value_or(Zone()));
  const auto moment = [&](const Parts& parts) {
    return at_zone({parts.date.value_or(Date()), parts.time.value_or(LocalTime())}, parts.zone.value_or(zone));
  };
  const auto a = moment(from);
  const auto b = zoned ? at_instant(instant_of(moment(to)), zone) : moment(to);
  ends.from = a.local;
  ends.to = b.local;
  ends.from_instant = instant_of(a);
  ends.to_instant = instant_of(b);
  ends.clock = zone_of(a);
  return ends;
}

/// Whole months from one local time to another, rounded toward zero: from 31 January to 30 March is one month.
std::int64_t months_between(const LocalDateTime& from, const LocalDateTime& to) {
  const auto a = civil_of(from.date);
  const auto b = civil_of(to.date);
  auto months = (b.year - a.year) * 12 + b.month - a.month;
  const auto rest_from = std::pair(a.day, from.time);
  const auto rest_to = std::pair(b.day, to.time);
  if (months > 0 && rest_to < rest_from) --months;
  if (months < 0 && rest_to > rest_from) ++months;
  return months;
}

std::int64_t days_between(const LocalDateTime& from, const LocalDateTime& to) {
  auto days = to.date.days - from.date.days;
  if (days > 0 && to.time < from.time) --days;
  if (days < 0 && to.time > from.time) ++days;
  return days;
}

Duration seconds_between(Instant from, Instant to) {
  const auto nanos = to.nanoseconds - from.nanoseconds;
  return {0, 0, to.seconds - from.seconds + floor_div(nanos, kNanosPerSecond),
          static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond))};
}

/// Months first, then days of what is left, then the rest as elapsed time.
Duration all_between(const Ends& ends) {
  if (!ends.dated) return seconds_between(ends.from_instant, ends.to_instant);
  const auto months = months_between(ends.from, ends.to);
  LocalDateTime from{plus_months(ends.from.date, months), ends.from.time};
  const auto days = days_between(from, ends.to);
  from.date.days += days;
  // The rest is elapsed time, which accounts for changes of the clock.
  auto duration = seconds_between(instant_of(at_zone(from, ends.clock)), ends.to_instant);
  duration.months = months;
  duration.days = days;
  return duration;
}

}  // namespace

Value duration_between(Between unit, const Value& from, const Value& to) {
  if (from.is_null() || to.is_null()) return {};
  const auto ends = ends_of(from, to);
  switch (unit) {
    case Between::All:
      return all_between(ends);
    case Between::Seconds:
      return seconds_between(ends.from_instant, ends.to_instant);
    case Between::Months:
      return Duration{ends.dated ? months_between(ends.from, ends.to) : 0, 0, 0, 0};
    case Between::Days:
      return Duration{0, ends.dated ? days_between(ends.from, ends.to) : 0, 0, 0};
  }
  return {};
}

}  // namespace treatygraph::queries::cypher
