#pragma once
// One request and its answer in the making. The loop hands it to a worker and gets it back; the two never use it at the
// same time.

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "server/http/message.h"

namespace treatygraph::server {

class Connection;

/// The bytes to send.
struct Answer {
  std::string bytes;         ///< head and body; of a streamed answer the head, then one piece after the other
  BodySource source;         ///< produces the rest of the body; may look at the request's `gone`
  bool sends_chunks = true;  ///< RFC 9112, 7.1; otherwise the end of the connection ends a streamed body
  bool closes = false;       ///< the connection, after all of it was sent
  std::optional<Cacheable> lasting = std::nullopt;
};

/// Shared by the loop and, while the answer is being made, a worker.
struct Exchange {
  using Clock = std::chrono::steady_clock;

  Exchange(Connection& with, std::string of_client, std::string request_head, std::string request_body);

  const std::string peer;    ///< "127.0.0.1:40312"
  const std::string client;  ///< the client's address, also behind a trusted proxy; equal addresses are one client
  const std::string head;    ///< the request's head as received, with the final empty line
  const std::string body;    ///< the decoded body
  const Clock::time_point arrived = Clock::now();  ///< when the request was complete
  /// Set by any thread when nobody waits for the answer any more.
  std::atomic<bool> gone = false;
  /// Used by its loop's thread only. Null once the connection is closed or has the whole answer.
  Connection* connection;
  /// Used by the thread that has the exchange: the loop or a worker. Declared after `gone`, because it is destroyed
  /// before it.
  Answer answer;
};

}  // namespace treatygraph::server
