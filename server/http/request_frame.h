#pragma once
// Where one request ends in the bytes that a client has sent, and whether it may be read at all (RFC 9112).
//
// The HTTP library trusts what it reads: it inflates bodies without bound, takes two Content-Length for one, waits for
// as long as bytes drip, and buffers a line without end. It therefore only ever sees requests that have passed here:
// whole, of bounded size, with one length.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/chunked_body.h"
#include "server/http/frame_limits.h"
#include "server/http/request_head.h"

namespace treatygraph::server {

struct RequestFrame {
  enum class State { Incomplete, Complete, Refused };
  State state = State::Incomplete;
  /// Of an incomplete one, once for each request: its head is in order, and the client sends the body when it has
  /// got "HTTP/1.1 100 Continue".
  bool awaits_continue = false;
  std::string_view head;       ///< of a complete one, in what was received: with the empty line that ends it
  std::string body;            ///< decoded
  std::size_t wire_bytes = 0;  ///< all that it takes of what was received, with empty lines before it
  Refusal refusal = {};        ///< of a refused one
};

/// Of one connection: remembers what it has looked at, so that bytes that drip are each looked at once.
class RequestFramer {
 public:
  explicit RequestFramer(const FrameLimits& limits) : limits_(limits) {}

  /// `received` is all that was received since the last request ended. After a complete request it is to begin with the
  /// next.
  [[nodiscard]] RequestFrame look(std::string_view received);
  /// Nothing of the next request was looked at.
  [[nodiscard]] bool is_at_start() const { return !head_ && begin_ == 0 && searched_ == 0; }

 private:
  [[nodiscard]] std::optional<Refusal> skip_empty_lines(std::string_view received);
  [[nodiscard]] std::optional<Refusal> find_head(std::string_view received);
  [[nodiscard]] std::optional<Refusal> read_head(std::string_view head);
  [[nodiscard]] RequestFrame read_body(std::string_view received);
  [[nodiscard]] RequestFrame waits(std::string_view body);
  [[nodiscard]] RequestFrame complete(std::string_view received, std::string body, std::size_t encoded_bytes);

  FrameLimits limits_;
  std::size_t begin_ = 0;     ///< of the request line
  std::size_t searched_ = 0;  ///< for the end of the head
  std::optional<RequestHead> head_;
  std::optional<ChunkedBody> chunks_;
  bool told_to_continue_ = false;
};

}  // namespace treatygraph::server
