#pragma once

#include <string_view>

namespace treatygraph::server {

inline constexpr std::string_view kVersion = TREATYGRAPH_VERSION;

}  // namespace treatygraph::server
