// Arithmetic with durations. A duration has months, days and seconds that are kept apart, because months and days
// differ in length; so they are added to a date one after the other: months, days, then seconds. Every overflow of 64
// bits is an error.

#include "queries/cypher/values/error.h"
#include "queries/cypher/values/temporal.h"
#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/temporal_text.h"

namespace treatygraph::queries::cypher {
namespace {

std::int64_t added(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) {
    runtime_error("ArithmeticError", "IntegerOverflow", "the duration is out of range");
  }
  return sum;
}

std::int64_t subtracted(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) {
    runtime_error("ArithmeticError", "IntegerOverflow", "the duration is out of range");
  }
  return difference;
}

Duration sum_of(const Duration& a, const Duration& b, int sign) {
  const auto nanos = std::int64_t{a.nanoseconds} + sign * std::int64_t{b.nanoseconds};
  const auto part = [sign](std::int64_t x, std::int64_t y) { return sign > 0 ? added(x, y) : subtracted(x, y); };
  return {part(a.months, b.months), part(a.days, b.days),
          added(part(a.seconds, b.seconds), floor_div(nanos, kNanosPerSecond)),
          static_cast<std::int32_t>(floor_mod(nanos, kNanosPerSecond))};
}

/// Throws if the date is outside of the supported years.
Date in_range(Date date) {
  if (is_in_range(date)) return date;
  runtime_error("ArithmeticError", "IntegerOverflow", "the date lies outside of the years -999999999 to 999999999");
}

Date shifted_by_months_and_days(Date date, const Duration& d) {
  // The supported range has 2 billion years, so 24 billion months always leave it. Below that, plus_months() cannot
  // overflow.
  constexpr std::int64_t kMonthsOfAllYears = 24'000'000'000;
  if (d.months < -kMonthsOfAllYears || d.months > kMonthsOfAllYears) in_range({INT64_MAX});
  return in_range({added(plus_months(date, d.months).days, d.days)});
}

Instant later(Instant from, const Duration& d) {
  const auto seconds = added(from.seconds, d.seconds);
  in_range({floor_div(seconds, kSecondsPerDay)});
  return plus({seconds, from.nanoseconds}, 0, d.nanoseconds);
}

LocalDateTime shifted(const LocalDateTime& local, const Duration& d) {
  const LocalDateTime moved{shifted_by_months_and_days(local.date, d), local.time};
  return local_of(later(instant_of(moved), d));
}

/// A time of day wraps around midnight.
LocalTime shifted(LocalTime time, const Duration& d) {
  const auto seconds = floor_mod(d.seconds, kSecondsPerDay);
  return {floor_mod(time.nanoseconds + seconds * kNanosPerSecond + d.nanoseconds, kNanosPerDay)};
}

/// Months and days move the local clock; seconds are elapsed time. So one day later is the same hour even if the clock
/// changes in between, and 24 hours later may be another hour.
DateTime shifted(const DateTime& moment, const Duration& d) {
  const LocalDateTime day{shifted_by_months_and_days(moment.local.date, d), moment.local.time};
  const auto from = at_zone(day, zone_of(moment));
  return at_instant(later(instant_of(from), d), zone_of(moment));
}

Date shifted(Date date, const Duration& d) {
  return in_range({added(shifted_by_months_and_days(date, d).days, d.seconds / kSecondsPerDay)});
}

}  // namespace

Value add_duration(const Value& temporal, const Duration& duration, int sign) {
  if (temporal.is(ValueType::Duration)) return sum_of(temporal.as<Duration>(), duration, sign);
  const auto by = sign > 0 ? duration : sum_of({}, duration, -1);
  switch (temporal.type()) {
    case ValueType::Date: {
      auto days = by;  // whole days in the seconds, toward zero
      if (days.seconds < 0 && days.nanoseconds > 0) ++days.seconds;
      return shifted(temporal.as<Date>(), days);
    }
    case ValueType::LocalTime:
      return shifted(temporal.as<LocalTime>(), by);
    case ValueType::Time: {
      const auto& time = temporal.as<Time>();
      return Time{shifted(time.local, by), time.offset_seconds};
    }
    case ValueType::LocalDateTime:
      return shifted(temporal.as<LocalDateTime>(), by);
    default:
      return shifted(temporal.date_time(), by);
  }
}

namespace {

__extension__ using Wide = __int128;

/// Exact integer division. The remainder of the months becomes days and seconds (a month has kSecondsPerMonth), and the
/// remainder of the days becomes seconds.
Duration divided(const Duration& d, std::int64_t divisor) {
  const Wide by = divisor;
  const Wide days_of_months = Wide(d.months % divisor) * kSecondsPerMonth / (by * kSecondsPerDay);
  const Wide rest_of_months = Wide(d.months % divisor) * kSecondsPerMonth - days_of_months * by * kSecondsPerDay;
  const Wide seconds = rest_of_months + Wide(d.days % divisor) * kSecondsPerDay + d.seconds;
  const Wide nanoseconds = (seconds * kNanosPerSecond + d.nanoseconds) / by;
  const auto rest = static_cast<std::int64_t>(nanoseconds % kNanosPerSecond);
  const auto whole = static_cast<std::int64_t>(nanoseconds / kNanosPerSecond) - (rest < 0 ? 1 : 0);
  return {d.months / divisor, added(d.days / divisor, static_cast<std::int64_t>(days_of_months)), whole,
          static_cast<std::int32_t>(rest < 0 ? rest + kNanosPerSecond : rest)};
}

}  // namespace

Value divide_duration(const Duration& duration, const Value& divisor) {
  if (divisor.is(ValueType::Float)) {
    const auto by = static_cast<long double>(divisor.floating());
    const auto part = [by](std::int64_t number) { return static_cast<long double>(number) / by; };
    const auto quotient =
        spilled(part(duration.months), part(duration.days), part(duration.seconds), part(duration.nanoseconds));
    if (!quotient) runtime_error("ArithmeticError", "IntegerOverflow", "the duration is out of range");
    return *quotient;
  }
  if (divisor.integer() == 0) runtime_error("ArithmeticError", "DivisionByZero", "division by zero");
  // INT64_MIN / -1 and INT64_MIN % -1 overflow.
  if (divisor.integer() == -1) return scale_duration(duration, -1);
  return divided(duration, divisor.integer());
}

Value scale_duration(const Duration& duration, double factor) {
  const auto by = static_cast<long double>(factor);
  const auto scaled =
      spilled(static_cast<long double>(duration.months) * by, static_cast<long double>(duration.days) * by,
              static_cast<long double>(duration.seconds) * by, static_cast<long double>(duration.nanoseconds) * by);
  if (!scaled) runtime_error("ArithmeticError", "IntegerOverflow", "the duration is out of range");
  return *scaled;
}

}  // namespace treatygraph::queries::cypher
