#pragma once
// Finds the real client of a request. Anybody can write X-Forwarded-For, so the address that it reports counts only if
// the connection comes from a proxy that the operator trusts.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::server {

/// Immutable after construction, so any thread may use it.
class TrustedProxies {
 public:
  /// Parses addresses and networks: "127.0.0.1", "10.0.0.0/8", "2001:db8::/32". The error quotes the first one that is
  /// neither.
  [[nodiscard]] static Result<TrustedProxies> of(const std::vector<std::string>& texts);

  /// The client's address: that of the connection or, if that is a trusted proxy, the right-most address in
  /// X-Forwarded-For that is not a trusted proxy.
  /// `head` is the request's head.
  [[nodiscard]] std::string client_of(const std::string& address, std::string_view head) const;

 private:
  using Address = std::array<std::uint8_t, 16>;  ///< IPv4 addresses as mapped IPv6 addresses, ::ffff:a.b.c.d
  struct Network {
    Address address;
    std::size_t bits;  ///< of `address` that must match, 0 to 128
  };
  [[nodiscard]] bool is_trusted(std::string_view address) const;

  std::vector<Network> networks_;
};

}  // namespace treatygraph::server
