#pragma once
// The alpha-3 codes of ISO 3166-1, and of former States (ISO 3166-3).

#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// All codes, sorted. Contains "VNM" and "SUN", but no user-assigned codes such as XKX. Source: ICU's table of
/// countries.
[[nodiscard]] const std::vector<std::string_view>& country_codes();

}  // namespace treatygraph::ingest
