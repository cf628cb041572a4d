#pragma once
// One request on its way to its answer: handed from its loop to a worker and back, never used by both at a time.

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "server/http/message.h"

namespace treatygraph::server {

class Connection;

/// As it goes onto the wire.
struct Answer {
  std::string bytes;         ///< the head with the body; of a body that is streamed the head alone, then piece by piece
  BodySource source;         ///< what makes the rest of the body; it may look at the request's `gone`
  bool sends_chunks = true;  ///< RFC 9112, 7.1; else the end of the connection ends a streamed body
  bool closes = false;       ///< the connection, when all of it has been sent
  std::optional<Lasting> lasting = std::nullopt;
};

struct Exchange {
  using Clock = std::chrono::steady_clock;

  Exchange(Connection& with, std::string of_client, std::string request_head, std::string request_body);

  const std::string peer;    ///< "127.0.0.1:40312"
  const std::string client;  ///< its address, behind a trusted proxy too: requests of one address are one client's
  const std::string head;
  const std::string body;
  const Clock::time_point arrived = Clock::now();  ///< when all of the request was there
  /// Set by any thread: nobody waits for the answer any more.
  std::atomic<bool> gone = false;
  /// Of its loop's thread alone; none once the connection is closed or has the whole answer.
  Connection* connection;
  /// Of whoever has the exchange: the loop, or the worker that it was handed to. It goes before `gone` does.
  Answer answer;
};

}  // namespace treatygraph::server
