#pragma once
// The HTTP library, walled in: it accepts connections, reads requests that the loop has found whole and harmless, and
// writes answers. Nothing else includes it.

#include <functional>
#include <memory>
#include <string>

#include "graph/result.h"
#include "server/connection_loop.h"
#include "server/message.h"

namespace treatygraph::server {

/// Called on several threads at a time.
using Handler = std::function<Response(const Request&)>;

struct HttpHandlers {
  Handler answer;
  /// The answer to a request that could not be read.
  std::function<Response(int status, const std::string& detail)> refuse;
  std::function<bool(std::string_view target)> is_probe;
};

class HttpServer {
 public:
  HttpServer(HttpHandlers handlers, LoopLimits limits);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Port 0 picks a free one; the port that it is. Refused when another socket listens there.
  [[nodiscard]] Result<int> bind(const std::string& host, int port);
  /// Serves until stop(); all in flight is answered when it returns.
  void serve();
  /// Any thread may call it, before or while serve() runs.
  void stop();

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace treatygraph::server
