#pragma once
// The request line and the headers of a request: whether they may be read at all, and how the body is framed
// (RFC 9110, RFC 9112).

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/frame_limits.h"

namespace treatygraph::server {

/// What the head says of the bytes that follow it.
struct RequestHead {
  std::size_t bytes = 0;  ///< its own, with the empty line
  std::size_t content_length = 0;
  bool is_chunked = false;
  bool expects_continue = false;  ///< the client sends the body when it is told to
};

/// `head` ends with the empty line.
[[nodiscard]] std::variant<RequestHead, Refusal> read_request_head(std::string_view head, const FrameLimits& limits);

/// The path and query that a head asks for, as they came; "*" for the server as a whole. Without the scheme and host of
/// an absolute target, and without a fragment, which is the client's own.
[[nodiscard]] std::string_view target_in(std::string_view head);

/// The value of the first header whose name is `lower_case` but for case; empty where there is none.
[[nodiscard]] std::string_view header_in(std::string_view head, std::string_view lower_case);

/// The values of all headers of that name, as one list.
[[nodiscard]] std::string list_in(std::string_view head, std::string_view lower_case);

/// Whether the client wants another answer on this connection.
[[nodiscard]] bool keeps_alive(std::string_view head);

/// The head of a whole request without what the library would act on and must not: the target, which is ours to read
/// ("/" stands for it); Range, Expect and Transfer-Encoding, which are dealt with or not offered; Accept-Encoding,
/// whose q-values it does not read. Host is the one that is asked for, Connection one word.
[[nodiscard]] std::string head_for_library(std::string_view head);

}  // namespace treatygraph::server
