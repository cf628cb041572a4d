#pragma once
// Days as ISO 8601 writes them.

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::queries {

/// Whether `text` is a day of the Gregorian calendar, "2026-03-01".
[[nodiscard]] bool is_date(std::string_view text);
/// In UTC.
[[nodiscard]] std::string today();
/// The day `days` after `date`; nothing when `date` is not a whole day ("2026-02").
[[nodiscard]] std::optional<std::string> days_after(std::string_view date, int days);

/// Of "2026-02" 2026-02-01 and 2026-02-28, of a whole day itself; empty where `date` is none of the three forms.
[[nodiscard]] std::string first_day_of(std::string_view date);
[[nodiscard]] std::string last_day_of(std::string_view date);

}  // namespace treatygraph::queries
