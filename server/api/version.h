#pragma once
// The version of the program, as the build defines it.

#include <string_view>

namespace treatygraph::server {

inline constexpr std::string_view kVersion = TREATYGRAPH_VERSION;

}  // namespace treatygraph::server
