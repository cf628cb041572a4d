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

}  // namespace treatygraph::queries
