#pragma once
// Where one request ends in the bytes that a client has sent, and whether it may be read at all (RFC 9112).
//
// The HTTP library trusts what it reads: it inflates bodies without bound, takes two Content-Length for one, waits for
// as long as bytes drip, and buffers a line without end. It therefore only ever sees requests that have passed here:
// whole, of bounded size, with one length.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::server {

struct FrameLimits {
  std::size_t target_bytes = 4'096;
  std::size_t head_bytes = 16'384;
  std::size_t headers = 64;
  std::size_t body_bytes = 1'048'576;
};

struct RequestFrame {
  enum class State { Incomplete, Complete, Refused };
  State state = State::Incomplete;
  std::size_t head_bytes = 0;  ///< of a complete request: its request line and headers with the empty line
  std::size_t body_bytes = 0;
  int status = 0;      ///< of a refused one
  std::string detail;  ///< why it is refused, for the client
};

/// Looks at all that was received since the last request ended.
[[nodiscard]] RequestFrame frame_request(std::string_view received, const FrameLimits& limits);

/// The head of a whole request without what the library would act on and must not: the target, which is ours to read
/// ("/" stands for it); Range and Expect, which we do not offer; Accept-Encoding, whose q-values it does not read.
[[nodiscard]] std::string head_for_library(std::string_view head);

/// The value of the first header whose name is `lower_case` but for case; empty where there is none.
[[nodiscard]] std::string_view header_in(std::string_view head, std::string_view lower_case);

}  // namespace treatygraph::server
