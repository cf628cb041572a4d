// Named zones come from the IANA time zone database, read by Howard Hinnant's date library.

#include "queries/cypher/values/temporal_clock.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include <date/tz.h>

#include "graph/ascii.h"
#include "queries/cypher/values/zone_links.h"

namespace treatygraph::queries::cypher {
namespace {

/// The library has rules for a limited range of years, in seconds since 1970. Outside of these bounds, the rules at the
/// nearer bound apply.
constexpr std::int64_t kFirstSecond = -370'000'000'000;
constexpr std::int64_t kLastSecond = 250'000'000'000;

/// nullptr if there is no such zone; the library throws.
const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(linked_zone(name));
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

/// Folds a name for lookup: in lower case, and with '_' for a space.
std::string folded(std::string_view name) {
  std::string result(name);
  for (auto& c : result) c = c == ' ' ? '_' : lower(c);
  return result;
}

/// The name as the database spells it; nothing if there is no such zone.
std::optional<std::string> zone_name(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (find_zone(text) != nullptr) return std::string(text);
  static const auto names = [] {
    std::unordered_map<std::string, std::string> by_folded;
    for (const auto& zone : date::get_tzdb().zones) by_folded.emplace(folded(zone.name()), zone.name());
    return by_folded;
  }();
  const auto found = names.find(folded(text));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t within_rules(std::int64_t seconds) {
  return std::clamp(seconds, kFirstSecond, kLastSecond);
}

std::optional<std::int64_t> two_digits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) {
    return std::nullopt;
  }
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Parses "+01:00", "-0330", "+01" or "-02:05:07". The hours are at most 18.
std::optional<std::int32_t> offset_of(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::int64_t seconds = 0;
  std::int64_t unit = 3600;
  std::size_t at = 1;
  for (; at < text.size() && unit > 0; unit /= 60) {
    if (unit < 3600 && text[at] == ':') ++at;
    const auto part = two_digits(text, at);
    if (!part || *part > (unit == 3600 ? 18 : 59)) return std::nullopt;
    seconds += *part * unit;
    at += 2;
  }
  if (at != text.size()) return std::nullopt;
  return static_cast<std::int32_t>(text[0] == '-' ? -seconds : seconds);
}

}  // namespace

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". Days are counted in eras of 400 years, which have
// 146,097 days each. A year begins on 1 March, so the leap day is its last day.
CivilDay civil_of(Date date) {
  const auto z = date.days + 719'468;
  const auto era = floor_div(z, 146'097);
  const auto day_of_era = z - era * 146'097;
  const auto year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const auto day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto shifted = (5 * day_of_year + 2) / 153;
  const auto month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

Date date_of(CivilDay day) {
  const auto year = day.year - (day.month <= 2 ? 1 : 0);
  const auto era = floor_div(year, 400);
  const auto year_of_era = year - era * 400;
  const auto day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const auto day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146'097 + day_of_era - 719'468};
}

namespace {

std::int64_t day_of_week(Date date) {
  return floor_mod(date.days + 3, 7) + 1;  // 1970-01-01 was a Thursday
}

Date first_monday(std::int64_t year) {
  const auto fourth = date_of(CivilDay{year, 1, 4});  // 4 January is always in week 1
  return {fourth.days - (day_of_week(fourth) - 1)};
}

}  // namespace

WeekDay week_of(Date date) {
  auto year = civil_of({date.days + 4 - day_of_week(date)}).year;  // that of the week's Thursday
  return {year, (date.days - first_monday(year).days) / 7 + 1, day_of_week(date)};
}

Date date_of(WeekDay day) {
  return {first_monday(day.year).days + (day.week - 1) * 7 + day.day - 1};
}

std::int64_t weeks_in_year(std::int64_t year) {
  return (first_monday(year + 1).days - first_monday(year).days) / 7;
}

Date plus_months(Date date, std::int64_t months) {
  const auto day = civil_of(date);
  const auto total = day.year * 12 + day.month - 1 + months;
  const auto year = floor_div(total, 12);
  const auto month = floor_mod(total, 12) + 1;
  return date_of(CivilDay{year, month, std::min(day.day, days_in_month(year, month))});
}

Instant instant_of(const LocalDateTime& local) {
  return {local.date.days * kSecondsPerDay + local.time.nanoseconds / kNanosPerSecond,
          local.time.nanoseconds % kNanosPerSecond};
}

Instant instant_of(const DateTime& moment) {
  auto instant = instant_of(moment.local);
  instant.seconds -= moment.offset_seconds;
  return instant;
}

Instant instant_of(const Time& time) {
  return {time.local.nanoseconds / kNanosPerSecond - time.offset_seconds, time.local.nanoseconds % kNanosPerSecond};
}

LocalDateTime local_of(Instant instant) {
  const auto days = floor_div(instant.seconds, kSecondsPerDay);
  return {{days}, {(instant.seconds - days * kSecondsPerDay) * kNanosPerSecond + instant.nanoseconds}};
}

Instant average_length(const Duration& duration) {
  return {duration.months * kSecondsPerMonth + duration.days * kSecondsPerDay + duration.seconds, duration.nanoseconds};
}

Instant plus(Instant instant, std::int64_t seconds, std::int64_t nanoseconds) {
  const auto nanos = instant.nanoseconds + nanoseconds;
  return {instant.seconds + seconds + floor_div(nanos, kNanosPerSecond), floor_mod(nanos, kNanosPerSecond)};
}

bool is_in_range(Date date) {
  static const auto first = date_of(CivilDay{-999'999'999, 1, 1});
  static const auto last = date_of(CivilDay{999'999'999, 12, 31});
  return date >= first && date <= last;
}

std::optional<Zone> zone_of(std::string_view text) {
  if (text == "Z" || text == "z") return Zone{};
  if (const auto offset = offset_of(text)) return Zone{*offset, {}};
  if (auto name = zone_name(text)) return Zone{0, std::move(*name)};
  return std::nullopt;
}

Zone zone_of(const DateTime& moment) {
  return {moment.offset_seconds, moment.zone, !moment.zone.empty()};
}

DateTime at_zone(const LocalDateTime& local, const Zone& zone) {
  const auto* known = zone.name.empty() ? nullptr : find_zone(zone.name);
  if (known == nullptr) return {local, zone.offset_seconds, zone.name};
  const auto seconds = instant_of(local).seconds;
  const auto info = known->get_info(date::local_seconds(std::chrono::seconds(within_rules(seconds))));
  const auto before = static_cast<std::int32_t>(info.first.offset.count());
  const auto after = static_cast<std::int32_t>(info.second.offset.count());
  if (info.result == date::local_info::ambiguous && zone.prefers_offset && zone.offset_seconds == after)
    return {local, after, zone.name};
  if (info.result != date::local_info::nonexistent) return {local, before, zone.name};
  return {local_of(plus(instant_of(local), after - before, 0)), after, zone.name};
}

DateTime at_instant(Instant instant, const Zone& zone) {
  auto offset = zone.offset_seconds;
  if (const auto* known = zone.name.empty() ? nullptr : find_zone(zone.name)) {
    const auto moment = date::sys_seconds(std::chrono::seconds(within_rules(instant.seconds)));
    offset = static_cast<std::int32_t>(known->get_info(moment).offset.count());
  }
  return {local_of(plus(instant, offset, 0)), offset, zone.name};
}

}  // namespace treatygraph::queries::cypher
