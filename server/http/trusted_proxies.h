#pragma once
// Whose word is taken for who a client is: the address before a proxy counts only where the proxy is one of ours.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::server {

class TrustedProxies {
 public:
  /// Addresses and networks: "127.0.0.1", "10.0.0.0/8", "2001:db8::/32".
  [[nodiscard]] static Result<TrustedProxies> of(const std::vector<std::string>& texts);

  /// The address of who has sent the request: that of its connection, or, where that is a trusted proxy, the right-most
  /// in X-Forwarded-For that is not one.
  [[nodiscard]] std::string client_of(const std::string& address, std::string_view head) const;

 private:
  using Address = std::array<std::uint8_t, 16>;  ///< of IPv4 as IPv6 has it, ::ffff:a.b.c.d
  struct Network {
    Address address;
    std::size_t bits;
  };
  [[nodiscard]] bool is_trusted(std::string_view address) const;

  std::vector<Network> networks_;
};

}  // namespace treatygraph::server
