#pragma once
// The host names that this server answers to. A page of another site can point its own name at this server's address
// and would then be allowed to read its answers (DNS rebinding). The browser reveals that name in Host.

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

class AllowedHosts {
 public:
  /// Whether --host accepts it: a name, an address, or "*".
  [[nodiscard]] static bool is_host(const std::string& text);

  /// `named` in addition to the loopback names and the listening address; "*" admits any host. A server that listens on
  /// all addresses answers to any address, because only names can be pointed elsewhere.
  AllowedHosts(const std::vector<std::string>& named, const std::string& listen_host);

  /// Always true for a request without Host, which no browser sends.
  /// Ports do not matter.
  [[nodiscard]] bool admit(const Request& request) const;

 private:
  std::vector<std::string> hosts_;  ///< normalized by host_of()
  bool any_ = false;                ///< --host '*'
  bool any_address_ = false;        ///< the server listens on all addresses
};

}  // namespace treatygraph::server
