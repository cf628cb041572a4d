#pragma once
// HOST[:PORT] as written in a Host header and in the target of a request (RFC 3986, 3.2).

#include <string>
#include <string_view>

namespace treatygraph::server {

/// Whether it is a host that is not empty, with or without a port, and nothing else: no user, no path.
[[nodiscard]] bool is_authority(std::string_view text);

/// The host by which two authorities are compared: without port and brackets, percent-decoded, in lower case, without
/// the dot that may end a name.
[[nodiscard]] std::string host_of(std::string_view authority);

}  // namespace treatygraph::server
