// Dates, times and durations of ISO 8601, in the basic form (without separators) and in the extended form. A Reader
// walks over the text from front to back.

#include "queries/cypher/values/temporal_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace treatygraph::queries::cypher {
namespace {

/// Parses from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool is_digit_at(std::size_t i) const { return i < rest_.size() && rest_[i] >= '0' && rest_[i] <= '9'; }
  [[nodiscard]] std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (is_digit_at(count)) ++count;
    return count;
  }
  bool eat(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<std::int64_t> digits(std::size_t count) {
    if (digits_ahead() < count || count == 0) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + count, number);
    if (error != std::errc() || end != rest_.data() + count) return std::nullopt;
    rest_.remove_prefix(count);
    return number;
  }
  void skip(std::size_t count) { rest_.remove_prefix(count); }

 private:
  std::string_view rest_;
};

/// Whether the number is there and in the range.
bool within(std::optional<std::int64_t> number, std::int64_t low, std::int64_t high) {
  return number && *number >= low && *number <= high;
}

/// A date, if the calendar has it.
std::optional<Date> civil(std::int64_t year, std::optional<std::int64_t> month, std::optional<std::int64_t> day) {
  if (!within(month, 1, 12) || !within(day, 1, days_in_month(year, *month))) return std::nullopt;
  return date_of(CivilDay{year, *month, *day});
}

std::optional<Date> week_date(std::int64_t year, Reader& in) {
  const auto week = in.digits(2);
  if (!within(week, 1, weeks_in_year(year))) return std::nullopt;
  if (in.at_end()) return date_of(WeekDay{year, *week, 1});
  in.eat('-');
  const auto day = in.digits(1);
  if (!within(day, 1, 7)) return std::nullopt;
  return date_of(WeekDay{year, *week, *day});
}

std::optional<Date> quarter_date(std::int64_t year, Reader& in) {
  const auto quarter = in.digits(1);
  if (!within(quarter, 1, 4)) return std::nullopt;
  const auto first = date_of(CivilDay{year, *quarter * 3 - 2, 1});
  if (in.at_end()) return first;
  in.eat('-');
  const auto day = in.digits(2);
  if (!within(day, 1, 92)) return std::nullopt;
  return Date{first.days + *day - 1};
}

std::optional<Date> ordinal_date(std::int64_t year, std::optional<std::int64_t> day) {
  if (!within(day, 1, is_leap(year) ? 366 : 365)) return std::nullopt;
  return Date{date_of(CivilDay{year, 1, 1}).days + *day - 1};
}

/// The part of a date after the year. The number of digits tells which form it is: two for a month, three for a day of
/// the year, four for month and day.
std::optional<Date> date_after_year(std::int64_t year, Reader& in) {
  if (in.at_end()) return date_of(CivilDay{year, 1, 1});
  const bool dashed = in.eat('-');
  if (in.eat('W')) return week_date(year, in);
  if (in.eat('Q')) return quarter_date(year, in);
  switch (in.digits_ahead()) {
    case 2: {
      const auto month = in.digits(2);
      if (in.at_end()) return civil(year, month, 1);
      if (!dashed || !in.eat('-')) return std::nullopt;
      return civil(year, month, in.digits(2));
    }
    case 3:
      return ordinal_date(year, in.digits(3));
    case 4: {
      const auto month = in.digits(2);
      return civil(year, month, in.digits(2));
    }
    default:
      return std::nullopt;
  }
}

/// The digits after a decimal point as nanoseconds.
std::optional<std::int64_t> fraction(Reader& in) {
  const auto count = in.digits_ahead();
  if (count == 0 || count > 9) return std::nullopt;
  auto nanos = *in.digits(count);
  for (auto i = count; i < 9; ++i) nanos *= 10;
  return nanos;
}

/// "21", "21:40", "21:40:32.142", or the same without colons.
std::optional<LocalTime> local_time(Reader& in) {
  const auto hour = in.digits(2);
  if (!within(hour, 0, 23)) return std::nullopt;
  std::int64_t seconds = *hour * 3600;
  std::int64_t nanos = 0;
  const bool colons = in.eat(':');
  bool ends_in_colon = colons;
  for (std::int64_t unit = 60; unit > 0 && (colons ? in.is_digit_at(0) : in.digits_ahead() >= 2); unit /= 60) {
    ends_in_colon = false;
    const auto part = in.digits(2);
    if (!within(part, 0, 59)) return std::nullopt;
    seconds += *part * unit;
    if (unit == 1 && (in.eat('.') || in.eat(','))) {
      const auto read = fraction(in);
      if (!read) return std::nullopt;
      nanos = *read;
    }
    if (!colons || unit != 60) continue;
    ends_in_colon = in.eat(':');
    if (!ends_in_colon) break;
  }
  if (ends_in_colon) return std::nullopt;
  return LocalTime{seconds * kNanosPerSecond + nanos};
}

/// Reads what follows a time: nothing, an offset, a zone in brackets, or both. False if it is something else.
bool read_zone(Reader& in, std::optional<Zone>& zone) {
  auto text = in.rest();
  if (text.empty()) return true;
  if (const auto bracket = text.find('['); bracket != std::string_view::npos) {
    if (text.back() != ']') return false;
    zone = zone_of(text.substr(bracket + 1, text.size() - bracket - 2));
    const auto before = text.substr(0, bracket);
    if (before.empty() || !zone) return zone.has_value();
    const auto offset = zone_of(before);
    if (!offset || !offset->name.empty()) return false;
    zone->offset_seconds = offset->offset_seconds;
    zone->prefers_offset = true;
    return true;
  }
  zone = zone_of(text);
  return zone.has_value();
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  Reader in(text);
  const bool negative = in.eat('-');
  const bool is_signed = negative || in.eat('+');
  // A sign allows a year of any length, which a '-' ends.
  const auto length = is_signed ? in.digits_ahead() : std::min<std::size_t>(4, in.digits_ahead());
  if (length < 4 || length > 9) return std::nullopt;
  const auto year = in.digits(length);
  const auto date = date_after_year(negative ? -*year : *year, in);
  return date && in.at_end() ? date : std::nullopt;
}

std::optional<ReadTime> read_time(std::string_view text) {
  Reader in(text);
  const auto local = local_time(in);
  if (!local) return std::nullopt;
  ReadTime time{*local, std::nullopt};
  if (!read_zone(in, time.zone)) return std::nullopt;
  return time;
}

std::optional<ReadDateTime> read_date_time(std::string_view text) {
  const auto t = text.find('T');
  const auto date = read_date(text.substr(0, t));
  if (!date) return std::nullopt;
  if (t == std::string_view::npos) return ReadDateTime{{*date, {}}, std::nullopt};
  auto time = read_time(text.substr(t + 1));
  if (!time) return std::nullopt;
  return ReadDateTime{{*date, time->local}, std::move(time->zone)};
}

std::optional<Duration> spilled(long double months, long double days, long double seconds, long double nanoseconds) {
  constexpr long double kDaysPerMonth = 30.436875L;
  const auto whole_months = std::trunc(months);
  days += (months - whole_months) * kDaysPerMonth;
  const auto whole_days = std::trunc(days);
  seconds += (days - whole_days) * kSecondsPerDay;
  const auto whole_seconds = std::trunc(seconds);
  nanoseconds += (seconds - whole_seconds) * static_cast<long double>(kNanosPerSecond);
  // The rounding error of a binary fraction such as "0.1 s" is below a thousandth of a nanosecond.
  const auto nanos = std::trunc(nanoseconds + (nanoseconds < 0 ? -1e-3L : 1e-3L));
  constexpr long double kLimit = 9.2e18L;
  for (const auto part : {whole_months, whole_days, whole_seconds, nanos}) {
    if (!(std::fabs(part) < kLimit)) return std::nullopt;
  }
  const auto all_nanos = static_cast<std::int64_t>(nanos);
  return Duration{static_cast<std::int64_t>(whole_months), static_cast<std::int64_t>(whole_days),
                  static_cast<std::int64_t>(whole_seconds) + floor_div(all_nanos, kNanosPerSecond),
                  static_cast<std::int32_t>(floor_mod(all_nanos, kNanosPerSecond))};
}

namespace {

/// A number with an optional sign and fraction: "-2.5". The limit of 18 digits keeps it within 64 bits.
std::optional<long double> amount(Reader& in) {
  const bool negative = in.eat('-');
  if (!negative) in.eat('+');
  const auto whole_digits = in.digits_ahead();
  if (whole_digits == 0 || whole_digits > 18) return std::nullopt;
  auto number = static_cast<long double>(*in.digits(whole_digits));
  if (in.eat('.') || in.eat(',')) {
    const auto count = in.digits_ahead();
    if (count == 0 || count > 18) return std::nullopt;
    number += static_cast<long double>(*in.digits(count)) / std::pow(10.0L, static_cast<long double>(count));
  }
  return negative ? -number : number;
}

/// "P2012-02-02T14:37:21.545": years, months and days in the form of a date.
std::optional<Duration> dated_duration(std::string_view text) {
  const auto read = read_date_time(text);
  if (!read) return std::nullopt;
  const auto day = civil_of(read->local.date);
  return Duration{day.year * 12 + day.month, day.day, read->local.time.nanoseconds / kNanosPerSecond,
                  static_cast<std::int32_t>(read->local.time.nanoseconds % kNanosPerSecond)};
}

}  // namespace

std::optional<Duration> read_duration(std::string_view text) {
  Reader in(text);
  const bool negative = in.eat('-');
  if (!in.eat('P') || in.at_end()) return std::nullopt;
  if (in.digits_ahead() == 4 && in.rest().size() > 4 && in.rest()[4] == '-') {
    const auto dated = dated_duration(in.rest());
    return dated && negative ? spilled(-static_cast<long double>(dated->months), -static_cast<long double>(dated->days),
                                       -static_cast<long double>(dated->seconds), -dated->nanoseconds)
                             : dated;
  }
  long double months = 0;
  long double days = 0;
  long double seconds = 0;
  bool in_time = false;
  while (!in.at_end()) {
    if (in.eat('T')) {
      if (in_time || in.at_end()) return std::nullopt;
      in_time = true;
      continue;
    }
    const auto number = amount(in);
    if (!number || in.at_end()) return std::nullopt;
    const char unit = in.rest().front();
    in.skip(1);
    if (!in_time && unit == 'Y')
      months += *number * 12;
    else if (!in_time && unit == 'M')
      months += *number;
    else if (!in_time && unit == 'W')
      days += *number * 7;
    else if (!in_time && unit == 'D')
      days += *number;
    else if (in_time && unit == 'H')
      seconds += *number * 3600;
    else if (in_time && unit == 'M')
      seconds += *number * 60;
    else if (in_time && unit == 'S')
      seconds += *number;
    else
      return std::nullopt;
  }
  return negative ? spilled(-months, -days, -seconds, 0) : spilled(months, days, seconds, 0);
}

std::string to_text(Date date) {
  const auto day = civil_of(date);
  const auto year = day.year > 9999 ? fmt::format("+{}", day.year)
                    : day.year < 0  ? fmt::format("-{:04}", -day.year)
                                    : fmt::format("{:04}", day.year);
  return fmt::format("{}-{:02}-{:02}", year, day.month, day.day);
}

namespace {

/// The digits after the decimal point, without zeros at the end.
std::string fraction_text(std::int64_t nanos) {
  auto digits = fmt::format("{:09}", nanos);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

}  // namespace

std::string to_text(LocalTime time) {
  const auto seconds = time.nanoseconds / kNanosPerSecond;
  const auto nanos = time.nanoseconds % kNanosPerSecond;
  auto text = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (nanos != 0) text += "." + fraction_text(nanos);
  return text;
}

std::string offset_text(std::int32_t offset_seconds) {
  if (offset_seconds == 0) return "Z";
  const auto size = std::abs(offset_seconds);
  auto text = fmt::format("{}{:02}:{:02}", offset_seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
  return text;
}

std::string to_text(const Time& time) {
  return to_text(time.local) + offset_text(time.offset_seconds);
}

std::string to_text(const LocalDateTime& local) {
  return to_text(local.date) + "T" + to_text(local.time);
}

std::string to_text(const DateTime& moment) {
  auto text = to_text(moment.local) + offset_text(moment.offset_seconds);
  if (!moment.zone.empty()) text += "[" + moment.zone + "]";
  return text;
}

std::string to_text(const Duration& duration) {
  std::string date;
  const auto add = [](std::string& to, std::int64_t number, char unit) {
    if (number != 0) to += fmt::format("{}{}", number, unit);
  };
  add(date, duration.months / 12, 'Y');
  add(date, duration.months % 12, 'M');
  add(date, duration.days, 'D');
  // Toward zero, so that minus a millisecond prints as -0.001 and not as -1 and 0.999.
  auto seconds = duration.seconds;
  std::int64_t nanos = duration.nanoseconds;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= kNanosPerSecond;
  }
  std::string time;
  add(time, seconds / 3600, 'H');
  add(time, seconds / 60 % 60, 'M');
  if (nanos != 0) {
    const bool negative = nanos < 0 || seconds < 0;
    time += fmt::format("{}{}.{}S", negative ? "-" : "", std::abs(seconds % 60), fraction_text(std::abs(nanos)));
  } else {
    add(time, seconds % 60, 'S');
  }
  if (date.empty() && time.empty()) return "PT0S";
  return "P" + date + (time.empty() ? "" : "T" + time);
}

}  // namespace treatygraph::queries::cypher
