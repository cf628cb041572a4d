#pragma once
// The alpha-3 codes of ISO 3166-1, and of States that have left it (ISO 3166-3).

#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// "VNM", "SUN"; none of the codes that the standard leaves to its users, as XKX. Source: ICU's table of countries.
[[nodiscard]] const std::vector<std::string_view>& country_codes();

}  // namespace treatygraph::ingest
