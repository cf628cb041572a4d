#pragma once
// Days of the Gregorian calendar as text in ISO 8601. Dates may be a year ("2026"), a month ("2026-02") or a day.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::queries {

/// Whether `text` is a day of the Gregorian calendar, such as "2026-03-01".
[[nodiscard]] bool is_date(std::string_view text);
/// Today, in UTC.
[[nodiscard]] std::string today();
/// The day `days` after `date`; nothing if `date` is not a full day ("2026-02").
[[nodiscard]] std::optional<std::string> days_after(std::string_view date, int days);

/// The first and last day of a date: of "2026-02", 2026-02-01 and 2026-02-28; of a full day, that day both times. Empty
/// if `date` is not a year, a month or a day.
[[nodiscard]] std::string first_day_of(std::string_view date);
[[nodiscard]] std::string last_day_of(std::string_view date);

}  // namespace treatygraph::queries
