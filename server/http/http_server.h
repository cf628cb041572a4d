#pragma once
// The HTTP library, walled in: it reads requests that a loop has found whole and harmless. Nothing else includes it.

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "graph/result.h"
#include "server/http/connection_loops.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Called on several threads at a time.
using Handler = std::function<Response(const Request&)>;

struct HttpHandlers {
  Handler answer;
  /// The answer to a request that could not be read.
  std::function<Response(int status, const std::string& detail)> refuse;
  std::function<Cost(std::string_view method, std::string_view target)> cost;
  /// Told what the exception said that ended a request.
  std::function<void(std::string_view what)> report;
  /// The address of who has sent a request that came from `address`; that address where nobody says otherwise.
  std::function<std::string(const std::string& address, std::string_view head)> client =
      [](const std::string& address, std::string_view) { return address; };
  /// Makes the kept answer that of a new request; false where its snapshot is no longer served.
  std::function<bool(KeptAnswer& kept)> repeat = [](KeptAnswer&) { return false; };
};

class HttpServer {
 public:
  /// `load` must outlive the server.
  HttpServer(HttpHandlers handlers, LoopLimits limits, Load& load);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Port 0 picks a free one; the port that it is. Refused when another socket listens there.
  [[nodiscard]] Result<int> bind(const std::string& host, int port);
  /// Serves until it is told to stop; no thread works and no connection is open when it returns.
  void serve(std::stop_token stop);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace treatygraph::server
