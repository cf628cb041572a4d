#pragma once
// What ends a line and a head of HTTP/1.1: RFC 9112, section 2.1.

#include <string_view>

namespace treatygraph::server {

inline constexpr std::string_view kLineEnd = "\r\n";
inline constexpr std::string_view kHeadEnd = "\r\n\r\n";

}  // namespace treatygraph::server
