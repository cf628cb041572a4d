#pragma once
// Finds the end of one request in the bytes that a client has sent, and decides whether it may be read at all (RFC
// 9112).
//
// The HTTP library trusts its input: it inflates bodies without limit, accepts two Content-Length headers, waits as
// long as bytes trickle in, and buffers a line of any length. So it only sees requests that passed this check:
// complete, of limited size, with one length.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/chunked_body.h"
#include "server/http/frame_limits.h"
#include "server/http/request_head.h"

namespace treatygraph::server {

/// What look() found: a complete request, the reason to refuse it, or neither yet.
struct RequestFrame {
  enum class State { Incomplete, Complete, Refused };
  State state = State::Incomplete;
  /// Set once per incomplete request: its head is valid, and the client sends the body only after "HTTP/1.1 100
  /// Continue".
  bool awaits_continue = false;
  std::string_view head;       ///< of a complete request: a view into the received bytes, with the final empty line
  std::string body;            ///< decoded
  std::size_t wire_bytes = 0;  ///< all received bytes that the request takes, including empty lines before it
  Refusal refusal = {};        ///< of a refused request
};

/// The framer of one connection. It remembers what it has looked at, so each byte is looked at once.
class RequestFramer {
 public:
  explicit RequestFramer(const FrameLimits& limits) : limits_(limits) {}

  /// `received` is everything since the end of the last request. After a complete request it must start with the next
  /// one.
  /// After a refusal the connection must be closed: where the next request would start is unknown.
  [[nodiscard]] RequestFrame look(std::string_view received);
  /// Whether nothing of the next request was looked at yet.
  [[nodiscard]] bool is_at_start() const { return !head_ && begin_ == 0 && searched_ == 0; }

 private:
  [[nodiscard]] std::optional<Refusal> skip_empty_lines(std::string_view received);
  [[nodiscard]] std::optional<Refusal> find_head(std::string_view received);
  [[nodiscard]] std::optional<Refusal> read_head(std::string_view head);
  [[nodiscard]] RequestFrame read_body(std::string_view received);
  [[nodiscard]] RequestFrame waits(std::string_view body);
  [[nodiscard]] RequestFrame complete(std::string_view received, std::string body, std::size_t encoded_bytes);

  FrameLimits limits_;
  std::size_t begin_ = 0;              ///< start of the request line, after empty lines
  std::size_t searched_ = 0;           ///< bytes already searched for the end of the head
  std::optional<RequestHead> head_;    ///< set once the head is complete and valid
  std::optional<ChunkedBody> chunks_;  ///< set if the body comes in chunks
  bool told_to_continue_ = false;
};

}  // namespace treatygraph::server
