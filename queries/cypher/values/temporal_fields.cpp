// The fields apply in a fixed order: epochSeconds or epochMillis, "datetime", "date", "time", the fields of the date,
// "timezone", the fields of the time. A zone that replaces another keeps the instant; so it moves the clock before the
// fields of the time are set.

#include "queries/cypher/values/temporal_fields.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries::cypher {

void invalid_temporal(std::string message) {
  runtime_error("ArgumentError", "InvalidArgumentValue", std::move(message));
}

Parts parts_of(const Value& temporal) {
  switch (temporal.type()) {
    case ValueType::Date:
      return {temporal.as<Date>(), {}, {}};
    case ValueType::LocalTime:
      return {{}, temporal.as<LocalTime>(), {}};
    case ValueType::Time: {
      const auto& time = temporal.as<Time>();
      return {{}, time.local, Zone{time.offset_seconds, {}}};
    }
    case ValueType::LocalDateTime: {
      const auto& local = temporal.as<LocalDateTime>();
      return {local.date, local.time, {}};
    }
    case ValueType::DateTime: {
      const auto& moment = temporal.date_time();
      return {moment.local.date, moment.local.time, zone_of(moment)};
    }
    default:
      type_error(fmt::format("expected a date or a time, found {}", name_of(temporal.type())));
  }
}

Value assemble(ValueType kind, const Parts& parts) {
  const auto date = [&] {
    if (!parts.date) invalid_temporal("a date is missing: give year, month and day, or date");
    return *parts.date;
  };
  const auto time = parts.time.value_or(LocalTime());
  const auto zone = parts.zone.value_or(Zone());
  switch (kind) {
    case ValueType::Date:
      return date();
    case ValueType::LocalTime:
      return time;
    case ValueType::LocalDateTime:
      return LocalDateTime{date(), time};
    case ValueType::DateTime:
      return at_zone({date(), time}, zone);
    default: {
      // The offset of a named zone depends on the day: today's, if no other is known.
      const auto on = parts.date.value_or(Date());
      return Time{time, zone.name.empty() ? zone.offset_seconds : at_zone({on, time}, zone).offset_seconds};
    }
  }
}

std::optional<std::int64_t> integer_field(const Map& map, std::string_view name) {
  const auto* value = map.find(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is(ValueType::Integer)) {
    type_error(fmt::format("{} is {}; expected an integer", name, name_of(value->type())));
  }
  return value->integer();
}

void check_fields(const Map& map, std::span<const std::string_view> known) {
  for (const auto& [name, value] : map.entries()) {
    if (std::ranges::find(known, name) != known.end()) continue;
    invalid_temporal(unknown_name("field", name, {known.begin(), known.end()}).detail);
  }
}

namespace {

/// All fields that a map for a temporal value may have.
constexpr std::array<std::string_view, 20> kFields = {
    "year",         "month", "day",    "week",     "dayOfWeek",    "ordinalDay",  "quarter",
    "dayOfQuarter", "hour",  "minute", "second",   "millisecond",  "microsecond", "nanosecond",
    "timezone",     "date",  "time",   "datetime", "epochSeconds", "epochMillis"};

/// Throws if the number is out of range.
std::int64_t checked(std::int64_t number, std::int64_t low, std::int64_t high, std::string_view name) {
  if (number < low || number > high) {
    invalid_temporal(fmt::format("{} is {}; expected {} to {}", name, number, low, high));
  }
  return number;
}

std::int64_t field_or(const Map& map, std::string_view name, std::int64_t otherwise, std::int64_t low,
                      std::int64_t high) {
  return checked(integer_field(map, name).value_or(otherwise), low, high, name);
}

constexpr std::int64_t kMaxYear = 999'999'999;

bool has_any(const Map& map, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return map.find(name) != nullptr; });
}

/// {year, week, dayOfWeek}: the ISO week calendar.
Date date_by_week(const Map& map, std::optional<Date> base) {
  auto day = base ? week_of(*base) : WeekDay{};
  if (!base) day.day = 1;
  day.year = field_or(map, "year", day.year, -kMaxYear, kMaxYear);
  day.week = field_or(map, "week", base ? day.week : 1, 1, weeks_in_year(day.year));
  day.day = field_or(map, "dayOfWeek", day.day, 1, 7);
  return date_of(day);
}

/// {year, quarter, dayOfQuarter}. Without dayOfQuarter, the month's place in its quarter and the day are kept.
Date date_by_quarter(const Map& map, const CivilDay& base, bool has_base) {
  const auto year = field_or(map, "year", base.year, -kMaxYear, kMaxYear);
  const auto quarter = field_or(map, "quarter", (base.month + 2) / 3, 1, 4);
  if (const auto day = integer_field(map, "dayOfQuarter")) {
    return {date_of(CivilDay{year, quarter * 3 - 2, 1}).days + checked(*day, 1, 92, "dayOfQuarter") - 1};
  }
  const auto month = has_base ? (quarter - 1) * 3 + (base.month - 1) % 3 + 1 : quarter * 3 - 2;
  return date_of(CivilDay{year, month, std::min(has_base ? base.day : 1, days_in_month(year, month))});
}

/// {year, month, day}. A kept day beyond the end of the month becomes its last day; a given one is an error.
Date date_by_month(const Map& map, const CivilDay& base, bool has_base) {
  if (!has_base && has_any(map, {"day"}) && !has_any(map, {"month"})) invalid_temporal("month is missing");
  const auto year = field_or(map, "year", base.year, -kMaxYear, kMaxYear);
  const auto month = field_or(map, "month", base.month, 1, 12);
  const auto last = days_in_month(year, month);
  const auto given = integer_field(map, "day");
  return date_of(CivilDay{year, month, given ? checked(*given, 1, last, "day") : std::min(base.day, last)});
}

/// The date with the fields of the map. Which fields are present decides the calendar: weeks, days of the year,
/// quarters, or months.
std::optional<Date> date_with(const std::optional<Date>& base, const Map& map) {
  if (!has_any(map, {"year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter"}))
    return base;
  if (!base && !has_any(map, {"year"})) invalid_temporal("year is missing");
  if (has_any(map, {"week", "dayOfWeek"})) return date_by_week(map, base);
  const auto from = base ? civil_of(*base) : CivilDay{1970, 1, 1};
  if (const auto day = integer_field(map, "ordinalDay")) {
    const auto year = field_or(map, "year", from.year, -kMaxYear, kMaxYear);
    return Date{date_of(CivilDay{year, 1, 1}).days + checked(*day, 1, is_leap(year) ? 366 : 365, "ordinalDay") - 1};
  }
  if (has_any(map, {"quarter", "dayOfQuarter"})) return date_by_quarter(map, from, base.has_value());
  return date_by_month(map, from, base.has_value());
}

/// The fraction of a second. A number below 1000 replaces its own three digits, so {millisecond: 1, microsecond: 2} is
/// 1.002 ms. A larger one replaces the larger units too: {microsecond: 1002} is the same.
std::int64_t nanos_with(std::int64_t base, const Map& map) {
  std::array<std::int64_t, 3> parts = {base / 1'000'000, base / 1'000 % 1'000, base % 1'000};
  constexpr std::array<std::string_view, 3> kFieldNames = {"millisecond", "microsecond", "nanosecond"};
  constexpr std::array<std::int64_t, 3> kUnits = {1'000'000, 1'000, 1};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto given = integer_field(map, kFieldNames.at(i));
    if (!given) continue;
    checked(*given, 0, kNanosPerSecond / kUnits.at(i) - 1, kFieldNames.at(i));
    if (*given >= 1000) std::fill(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i), 0);
    parts.at(i) = *given;
  }
  return parts[0] * kUnits[0] + parts[1] * kUnits[1] + parts[2];
}

std::optional<LocalTime> time_with(const std::optional<LocalTime>& base, const Map& map) {
  if (!has_any(map, {"hour", "minute", "second", "millisecond", "microsecond", "nanosecond"})) return base;
  const auto from = base.value_or(LocalTime()).nanoseconds;
  const auto seconds = from / kNanosPerSecond;
  const auto hour = field_or(map, "hour", seconds / 3600, 0, 23);
  const auto minute = field_or(map, "minute", seconds / 60 % 60, 0, 59);
  const auto second = field_or(map, "second", seconds % 60, 0, 59);
  return LocalTime{(hour * 3600 + minute * 60 + second) * kNanosPerSecond + nanos_with(from % kNanosPerSecond, map)};
}

/// The field "timezone".
std::optional<Zone> zone_field(const Map& map) {
  const auto* value = map.find("timezone");
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is(ValueType::String)) type_error("timezone must be a string");
  auto zone = zone_of(value->string());
  if (!zone)
    invalid_temporal(fmt::format("no time zone {}; expected +01:00 or Europe/Stockholm, for example", value->string()));
  return zone;
}

/// Changes date and time so that the instant stays the same in the other zone.
void move_to(Parts& parts, const Zone& zone) {
  const auto local = LocalDateTime{parts.date.value_or(Date()), parts.time.value_or(LocalTime())};
  const auto moved = at_instant(instant_of(at_zone(local, *parts.zone)), zone);
  if (parts.date) parts.date = moved.local.date;
  parts.time = moved.local.time;
}

/// Takes the date, or the time and zone, of the temporal value in field `name`.
void take_from(Parts& parts, const Map& map, std::string_view name, bool date, bool time) {
  const auto* value = map.find(name);
  if (value == nullptr || value->is_null()) return;
  auto other = parts_of(*value);
  if (date) {
    if (!other.date) invalid_temporal(fmt::format("{} has no date", name_of(value->type())));
    parts.date = other.date;
  }
  if (time) {
    if (!other.time) invalid_temporal(fmt::format("{} has no time", name_of(value->type())));
    parts.time = other.time;
    parts.zone = std::move(other.zone);
  }
}

/// epochSeconds or epochMillis: a moment in UTC.
void take_epoch(Parts& parts, const Map& map) {
  const auto seconds = integer_field(map, "epochSeconds");
  const auto millis = integer_field(map, "epochMillis");
  if (!seconds && !millis) return;
  const auto instant =
      seconds ? Instant{*seconds, 0} : Instant{floor_div(*millis, 1000), floor_mod(*millis, 1000) * 1'000'000};
  const auto local = local_of(instant);
  if (!is_in_range(local.date)) invalid_temporal("the moment lies outside of the years -999999999 to 999999999");
  parts = {local.date, local.time, Zone()};
}

}  // namespace

Parts with_fields(Parts base, const Map& map) {
  check_fields(map, kFields);
  take_epoch(base, map);
  take_from(base, map, "datetime", true, true);
  take_from(base, map, "date", true, false);
  take_from(base, map, "time", false, true);
  base.date = date_with(base.date, map);
  if (const auto zone = zone_field(map)) {
    if (base.zone && base.time) move_to(base, *zone);
    base.zone = zone;
  }
  base.time = time_with(base.time, map);
  return base;
}

}  // namespace treatygraph::queries::cypher
