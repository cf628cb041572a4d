#pragma once
// An HTTP request and its answer, as the rest of the server sees them: the HTTP library stays behind http_server.cpp.

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

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string target;  ///< path and query, as they came
  Headers headers;
  std::string body;
  /// Set by another thread when nobody waits for the answer any more: the client has gone away, or the query was
  /// cancelled. Lives as long as the request is worked on.
  std::atomic<bool>* gone = nullptr;
  std::string peer = {};  ///< "127.0.0.1:40312": the client, or a proxy before it
  /// When all of it was there: it may have waited for a thread since.
  std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
  std::string client = {};  ///< the address of who asks, through a trusted proxy too; without a port

  /// The first header of that name, whatever its case; empty where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Appends the next piece of a body that is too large to be held whole. Done with the last one; after Failed the client
/// must see that the body broke off.
enum class Piece { More, Done, Failed };
using BodySource = std::function<Piece(std::string& piece)>;

/// That the same request has the same answer for as long as this graph is served, but for X-Request-Id and
/// Server-Timing.
struct Lasting {
  std::weak_ptr<const Graph> graph;
  RequestRecord record;  ///< of the request that was answered
};

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  BodySource source;  ///< in place of `body`: asked for more as the client takes it
  Headers headers;    ///< beside Content-Type and Content-Length
  std::optional<Lasting> lasting = std::nullopt;
};

}  // namespace treatygraph::server
