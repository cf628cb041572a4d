#pragma once
// Checks the request line and headers of a request, and finds how its body is framed (RFC 9110, RFC 9112).

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/frame_limits.h"

namespace treatygraph::server {

/// What the head says about the bytes that follow it.
/// Filled from a valid head only.
struct RequestHead {
  std::size_t bytes = 0;           ///< of the head, with the empty line
  std::size_t content_length = 0;  ///< 0 if the header is absent or the body is chunked
  bool is_chunked = false;
  bool expects_continue = false;  ///< the client waits for 100 Continue before it sends the body
};

/// `head` starts with the request line and ends with the empty line. Returns the first reason to refuse it, if there is
/// one. The functions below expect a head that was accepted here.
[[nodiscard]] std::variant<RequestHead, Refusal> read_request_head(std::string_view head, const FrameLimits& limits);

/// The path and query of the request target, undecoded, or "*" for the server as a whole. Without the scheme and host
/// of an absolute target, and without a fragment.
[[nodiscard]] std::string_view target_in(std::string_view head);

/// The value of the first header with that name, ignoring case; empty if there is none. `lower_case` is in lower case.
[[nodiscard]] std::string_view header_in(std::string_view head, std::string_view lower_case);

/// The values of all headers of that name, as one list.
[[nodiscard]] std::string list_in(std::string_view head, std::string_view lower_case);

/// Whether the connection stays open after this request.
[[nodiscard]] bool keeps_alive(std::string_view head);

/// The head as the library may see it. It omits what the library would act on wrongly: the target (replaced by "/"),
/// which we parse ourselves; Range, Expect and Transfer-Encoding, which are handled already or not offered; and
/// Accept-Encoding, whose q-values the library ignores. Host is the requested host, and Connection is a single word.
[[nodiscard]] std::string head_for_library(std::string_view head);

}  // namespace treatygraph::server
