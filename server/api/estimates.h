#pragma once
// Estimates how expensive each question of the catalogue is, before it is asked.

#include <string_view>

#include "server/api/router.h"

namespace treatygraph::server {

/// The estimate for the question of that name.
[[nodiscard]] Estimate estimate_of(std::string_view question);

}  // namespace treatygraph::server
