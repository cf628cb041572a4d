// Hosts are compared as host_of() normalizes them: without port, brackets and trailing dot, in lower case. Loopback
// names are always admitted, because a browser never resolves them through a name server.

#include "server/access/allowed_hosts.h"

#include <algorithm>

#include <arpa/inet.h>

#include "server/http/authority.h"
#include "server/http/listen_address.h"

namespace treatygraph::server {
namespace {

bool is_v6_address(const std::string& host) {
  in6_addr address{};
  return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

bool is_address(const std::string& host) {
  in_addr address{};
  return inet_pton(AF_INET, host.c_str(), &address) == 1 || is_v6_address(host);
}

/// 0.0.0.0 or [::].
bool is_wildcard(const std::string& host) {
  in_addr v4{};
  in6_addr v6{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return v4.s_addr == INADDR_ANY;
  return inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_UNSPECIFIED(&v6);
}

/// A bare IPv6 address looks like a host with a port to host_of(), so it stays as it is.
std::string plain(const std::string& name) {
  return is_v6_address(name) ? name : host_of(name);
}

}  // namespace

bool AllowedHosts::is_host(const std::string& text) {
  return text == "*" || is_authority(text) || is_v6_address(text);
}

AllowedHosts::AllowedHosts(const std::vector<std::string>& named, const std::string& listen_host)
    : any_(std::ranges::find(named, "*") != named.end()), any_address_(is_wildcard(listen_host)) {
  for (const auto& name : named) hosts_.push_back(plain(name));
  hosts_.push_back(plain(listen_host));
}

/// A request without Host is from HTTP/1.0, or for OPTIONS *.
bool AllowedHosts::admit(const Request& request) const {
  const auto given = request.header("Host");
  if (any_ || given.empty()) return true;
  const auto host = host_of(given);
  if (is_loopback(host) || std::ranges::find(hosts_, host) != hosts_.end()) return true;
  return any_address_ && is_address(host);
}

}  // namespace treatygraph::server
