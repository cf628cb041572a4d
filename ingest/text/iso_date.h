#pragma once
// ISO 8601 dates with their known precision.

#include <string_view>

namespace treatygraph::ingest {

/// Whether it is 2025-10-25, 2025-10 or 2025 with an existing month and day: not 2016-02-30.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace treatygraph::ingest
