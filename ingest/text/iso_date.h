#pragma once
// ISO 8601 dates with their known precision.

#include <string_view>

namespace treatygraph::ingest {

/// Whether the text is a date with a day, a month or a year only: "2025-10-25", "2025-10" or "2025". The month and the
/// day must exist: "2016-02-30" is not a date. The year 0000 is not accepted.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace treatygraph::ingest
