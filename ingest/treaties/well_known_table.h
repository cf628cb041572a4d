#pragma once
// The bytes of `well_known_treaties.csv`.

#include <string_view>

namespace treatygraph::ingest {

extern const std::string_view kWellKnownTable;

}  // namespace treatygraph::ingest
