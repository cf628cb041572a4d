// Each proxy appends the address that it saw to X-Forwarded-For. Only entries that trusted proxies wrote can be
// believed, so the list is read from the right for as long as the client found so far is a trusted proxy. The first
// address that is not one is the client; everything to its left may be invented.

#include "server/http/trusted_proxies.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "server/http/header_list.h"
#include "server/http/request_head.h"

namespace treatygraph::server {
namespace {

using Address = std::array<std::uint8_t, 16>;

constexpr Address kV4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};  // followed by the four bytes of the IPv4 address
constexpr std::size_t kBits = 128;
constexpr std::size_t kBitsBeforeV4 = 96;

bool is_v4(std::string_view text) {
  return text.find(':') == std::string_view::npos;
}

/// Accepts what inet_pton accepts; IPv4 addresses become mapped IPv6 addresses, so one comparison serves both.
std::optional<Address> address_of(std::string_view text) {
  Address address{};
  const auto whole = (is_v4(text) ? "::ffff:" : "") + std::string(text);
  if (inet_pton(AF_INET6, whole.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

/// The canonical spelling, so that two spellings of an address are one client.
std::string printed_address(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool is_mapped = std::equal(kV4.begin(), kV4.begin() + 12, address.begin());
  if (is_mapped) return inet_ntop(AF_INET, &address[12], text.data(), text.size());
  return inet_ntop(AF_INET6, address.data(), text.data(), text.size());
}

/// The address in "192.0.2.1:4711", "[2001:db8::1]:4711" or "2001:db8::1".
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const bool has_port = std::ranges::count(text, ':') == 1;
  return has_port ? text.substr(0, text.find(':')) : text;
}

/// Nothing for "unknown" and the obfuscated names that RFC 7239, 6.3, allows.
std::optional<std::string> plain_address(std::string_view text) {
  const auto address = address_of(without_port(trimmed(text)));
  return address ? std::optional(printed_address(*address)) : std::nullopt;
}

/// Whether the first `bits` bits are equal.
bool has_same_start(const Address& a, const Address& b, std::size_t bits) {
  for (std::size_t i = 0; i * 8 < bits; ++i) {
    const auto count = std::min<std::size_t>(bits - i * 8, 8);
    const auto mask = static_cast<std::uint8_t>(0xffU << (8 - count));
    if (((a[i] ^ b[i]) & mask) != 0) return false;
  }
  return true;
}

}  // namespace

Result<TrustedProxies> TrustedProxies::of(const std::vector<std::string>& texts) {
  TrustedProxies proxies;
  for (const std::string_view text : texts) {
    const auto slash = std::min(text.find('/'), text.size());
    const auto address = address_of(text.substr(0, slash));
    // The bits of an IPv4 network count from its own first bit, 96 bits into the mapped address.
    const auto most = is_v4(text) ? kBits - kBitsBeforeV4 : kBits;
    auto bits = most;
    const auto digits = text.substr(std::min(slash + 1, text.size()));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size() && bits <= most;
    if (!address || (slash < text.size() && !is_number)) {
      return fail(
          ErrorCode::InvalidArgument,
          fmt::format("--trusted-proxy {}: expected an address or a network, as 127.0.0.1 or 10.0.0.0/8", text));
    }
    proxies.networks_.push_back({*address, kBits - most + bits});
  }
  return proxies;
}

bool TrustedProxies::is_trusted(std::string_view address) const {
  const auto bytes = address_of(address);
  return bytes && std::ranges::any_of(networks_, [&](const Network& network) {
           return has_same_start(network.address, *bytes, network.bits);
         });
}

std::string TrustedProxies::client_of(const std::string& address, std::string_view head) const {
  if (networks_.empty()) return address;
  auto client = plain_address(address).value_or(address);
  if (!is_trusted(client)) return client;
  const auto list = list_in(head, "x-forwarded-for");
  for (std::string_view rest = list; !rest.empty() && is_trusted(client);) {
    const auto comma = rest.rfind(',');
    const auto before = plain_address(rest.substr(comma + 1));  // npos + 1 is 0
    if (!before) break;                                         // the client before that proxy is unknown
    client = *before;
    rest = rest.substr(0, comma == std::string_view::npos ? 0 : comma);
  }
  return client;
}

}  // namespace treatygraph::server
