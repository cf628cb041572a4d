#include "server/http/listen_address.h"

#include <charconv>

#include <arpa/inet.h>
#include <fmt/format.h>

namespace treatygraph::server {

Result<ListenAddress> parse_listen_address(std::string_view text) {
  constexpr int kLargestPort = 65'535;
  const auto colon = text.rfind(':');
  auto host = text.substr(0, colon);
  int port = -1;
  if (colon != std::string_view::npos) {
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, port);
    if (error != std::errc{} || stop != end) port = -1;
  }
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const bool ambiguous = !bracketed && host.find(':') != std::string_view::npos;
  if (host.empty() || ambiguous || port < 0 || port > kLargestPort) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{}: expected HOST:PORT, as 127.0.0.1:8080 or [::1]:0", text));
  }
  return ListenAddress{std::string(host), port};
}

bool is_loopback(const std::string& host) {
  in_addr v4{};
  in6_addr v6{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return ntohl(v4.s_addr) >> 24U == 127;
  if (inet_pton(AF_INET6, host.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
  return host == "localhost";
}

std::string printed(const ListenAddress& address, int port) {
  const bool is_v6 = address.host.find(':') != std::string::npos;
  return is_v6 ? fmt::format("[{}]:{}", address.host, port) : fmt::format("{}:{}", address.host, port);
}

}  // namespace treatygraph::server
