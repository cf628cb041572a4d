#pragma once
// How much work each question of the catalogue is, told before it is asked.

#include <string_view>

#include "server/api/router.h"

namespace treatygraph::server {

/// For the question of that name.
[[nodiscard]] Estimate estimate_of(std::string_view question);

}  // namespace treatygraph::server
