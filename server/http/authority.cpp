// RFC 3986, 3.2: the host is an IPv6 address in brackets or a registered name, which may contain percent-escapes; the
// port is digits, possibly none ("example.org:"). The check is strict because two programs that read one Host header
// differently can be played off against each other; the comparison is lenient because one host has many spellings
// ("Example.ORG.", "%65xample.org").

#include "server/http/authority.h"

#include <algorithm>

#include <arpa/inet.h>

#include "server/http/characters.h"

namespace treatygraph::server {
namespace {

/// The unreserved characters and sub-delims of RFC 3986, 3.2.2, without '%', which the caller decodes.
bool is_name_character(char c) {
  return is_letter_or_digit(c) || std::string_view("-._~!$&'()*+,;=").find(c) != std::string_view::npos;
}

/// The host of an authority, including brackets. `rest` becomes the text after it.
std::string_view split_host(std::string_view authority, std::string_view& rest) {
  const auto end = authority.starts_with('[') ? authority.find(']') + 1 : authority.find(':');
  const auto host = authority.substr(0, end);
  rest = authority.substr(host.size());
  return host;
}

/// Lets the system parse the address. Zone identifiers such as "[fe80::1%eth0]" are refused.
bool is_address_in_brackets(std::string_view host) {
  if (host.size() < 2 || host.back() != ']') return false;
  in6_addr address{};
  return inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(), &address) == 1;
}

bool is_registered_name(std::string_view host) {
  for (std::size_t i = 0; i < host.size(); ++i) {
    if (host[i] == '%') {
      if (!escaped_byte(host.substr(i))) return false;
      i += 2;
    } else if (!is_name_character(host[i])) {
      return false;
    }
  }
  return !host.empty();
}

}  // namespace

bool is_authority(std::string_view text) {
  std::string_view port;
  const auto host = split_host(text, port);
  const bool is_port = port.empty() || (port.front() == ':' && std::ranges::all_of(port.substr(1), is_digit));
  return is_port && (host.starts_with('[') ? is_address_in_brackets(host) : is_registered_name(host));
}

std::string host_of(std::string_view authority) {
  std::string_view port;
  auto host = split_host(authority, port);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  std::string plain;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const auto byte = escaped_byte(host.substr(i));
    plain += lower(byte.value_or(host[i]));
    if (byte) i += 2;
  }
  if (plain.ends_with('.')) plain.pop_back();
  return plain;
}

}  // namespace treatygraph::server
