#include "queries/request/calendar.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "graph/ascii.h"

namespace treatygraph::queries {
namespace {

/// Strict: exactly ten characters, digits only, and a day that exists ("2026-02-30" is refused). std::from_chars alone
/// would accept a sign.
std::optional<std::chrono::year_month_day> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = -1;
    const auto piece = text.substr(from, count);
    if (!std::ranges::all_of(piece, is_digit)) return value;
    std::from_chars(piece.data(), piece.data() + piece.size(), value);
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string spelled(const std::chrono::year_month_day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace

std::string today() {
  return spelled(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

bool is_date(std::string_view text) {
  return read_date(text).has_value();
}

/// A year begins in January, a month on its first day.
std::string first_day_of(std::string_view date) {
  auto day = std::string(date);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return is_date(day) ? day : std::string();
}

/// The last day of February depends on the year, which std::chrono::last knows.
std::string last_day_of(std::string_view date) {
  const auto first = read_date(first_day_of(date));
  if (!first || date.size() == 10) return first_day_of(date);
  const auto month = date.size() == 4 ? std::chrono::December : first->month();
  return spelled(std::chrono::year_month_day(first->year() / month / std::chrono::last));
}

std::optional<std::string> days_after(std::string_view date, int days) {
  const auto start = read_date(date);
  if (!start) return std::nullopt;
  return spelled(std::chrono::sys_days(*start) + std::chrono::days(days));
}

}  // namespace treatygraph::queries
