#pragma once
// An HTTP request and its answer as the rest of the server sees them, independent of the HTTP library.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/request_record.h"

namespace treatygraph {
class Graph;
}

namespace treatygraph::server {

inline constexpr std::string_view kJsonType = "application/json";

/// Names and values in the order of the message; names may repeat and are compared ignoring case.
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string target;  ///< path and query, undecoded; without the scheme and host of an absolute target
  Headers headers;
  std::string body;  ///< decoded from chunks; empty if there is none
  /// Set by another thread when nobody waits for the answer any more: the client went away, or the query was cancelled.
  /// Valid while the request is being answered.
  std::atomic<bool>* gone = nullptr;
  std::string peer = {};  ///< "127.0.0.1:40312": the other end of the connection, client or proxy
  /// When the request was complete. It may have waited for a thread since.
  std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
  std::string client = {};  ///< the client's address without a port, also behind a trusted proxy

  /// The value of the first header of that name, ignoring case; empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// What became of the next piece of a body that is too large for memory. Done comes with the last piece. After Failed,
/// the client must see that the body broke off.
enum class Piece { More, Done, Failed };
/// Appends the next piece to `piece`. Called on one thread at a time; may block while a query computes.
using BodySource = std::function<Piece(std::string& piece)>;

/// Says that the same request has the same answer while this graph is served, except for X-Request-Id and
/// Server-Timing.
struct Cacheable {
  std::weak_ptr<const Graph> graph;
  RequestRecord record;  ///< of the answered request
};

/// Produced by a route, completed by the service (id, entity tag, compression) and framed by http_server.
struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  BodySource source;  ///< used instead of `body`: called for more as the client takes it
  Headers headers;    ///< other than Content-Type and Content-Length
  std::optional<Cacheable> lasting = std::nullopt;
};

}  // namespace treatygraph::server
