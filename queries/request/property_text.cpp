#include "queries/request/property_text.h"

#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

namespace treatygraph::queries {
namespace {

/// Temporal values are written as openCypher prints them: ISO 8601, with the zone in square brackets after the offset.
std::string text_of_date(Date date) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(date.days))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

/// Fractions of a second are written only if there are any.
std::string text_of_time(LocalTime time) {
  const auto seconds = time.nanoseconds / 1'000'000'000;
  const auto text = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  const auto rest = time.nanoseconds % 1'000'000'000;
  return rest == 0 ? text : fmt::format("{}.{:09}", text, rest);
}

/// ISO 8601 writes UTC as "Z".
std::string text_of_offset(std::int32_t seconds) {
  if (seconds == 0) return "Z";
  const auto size = std::abs(seconds);
  return fmt::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
}

/// One overload for each kind of value.
struct ToText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(std::string_view value) const { return std::string(value); }
  std::string operator()(const Date& value) const { return text_of_date(value); }
  std::string operator()(const LocalTime& value) const { return text_of_time(value); }
  std::string operator()(const Time& value) const {
    return text_of_time(value.local) + text_of_offset(value.offset_seconds);
  }
  std::string operator()(const LocalDateTime& value) const {
    return text_of_date(value.date) + "T" + text_of_time(value.time);
  }
  std::string operator()(const DateTime* value) const {
    return (*this)(value->local) + text_of_offset(value->offset_seconds) +
           (value->zone.empty() ? "" : fmt::format("[{}]", value->zone));
  }
  std::string operator()(const Duration& value) const {
    return fmt::format("P{}M{}DT{}.{:09}S", value.months, value.days, value.seconds, value.nanoseconds);
  }
  std::string operator()(const PropertyList* list) const {
    std::string text;
    for (const auto& item : *list) text += (text.empty() ? "" : "; ") + text_of(view_of(item));
    return text;
  }
};

}  // namespace

std::string text_of(const PropertyView& value) {
  return std::visit(ToText{}, value);
}

}  // namespace treatygraph::queries
