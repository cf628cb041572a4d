#pragma once
// Days as ISO 8601 writes them, as exactly as they are known.

#include <string_view>

namespace treatygraph::ingest {

/// 2025-10-25, 2025-10 or 2025, of a month and a day that there are: 2016-02-30 is none.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace treatygraph::ingest
