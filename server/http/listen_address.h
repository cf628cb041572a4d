#pragma once
// HOST:PORT, parsed and printed.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::server {

struct ListenAddress {
  std::string host;  ///< without the brackets of an IPv6 address
  int port = 0;
};

/// "127.0.0.1:8080", "[::1]:0", "localhost:80".
/// Parses HOST:PORT; the error shows the expected form. Names are not resolved.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);
/// Whether it is "localhost", in 127.0.0.0/8, or ::1, and so reachable from this machine only.
/// Other names are not resolved and so are not loopback.
[[nodiscard]] bool is_loopback(const std::string& host);
/// With the port that was actually bound.
/// "HOST:PORT", with brackets around an IPv6 address.
[[nodiscard]] std::string printed(const ListenAddress& address, int port);

}  // namespace treatygraph::server
