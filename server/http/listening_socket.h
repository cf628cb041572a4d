#pragma once
// The socket that clients connect to.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "server/http/descriptor.h"

namespace treatygraph::server {

/// A bound socket that listens, with its actual port.
struct ListeningSocket {
  Descriptor descriptor;
  int port = 0;
};

/// Listens on the first address that `host` resolves to; port 0 picks a free port. Fails if another socket listens
/// there; the error names the option that sets the address.
[[nodiscard]] Result<ListeningSocket> listen_on(const std::string& host, int port,
                                                std::string_view option = "--listen");

}  // namespace treatygraph::server
