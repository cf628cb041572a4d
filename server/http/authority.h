#pragma once
// HOST[:PORT] as written in a Host header and in the target of a request (RFC 3986, 3.2).

#include <string>
#include <string_view>

namespace treatygraph::server {

/// Whether `text` is a non-empty host with or without a port, and nothing else: no user, no path.
[[nodiscard]] bool is_authority(std::string_view text);

/// The host of an authority in the form in which two hosts are compared: without port, brackets and trailing dot,
/// percent-decoded, in lower case.
/// Works on any text: an invalid escape such as "%zz" stays as it is.
[[nodiscard]] std::string host_of(std::string_view authority);

}  // namespace treatygraph::server
