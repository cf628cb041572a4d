#pragma once
// The wall around the HTTP library, which only gets requests that a loop found complete and harmless. No other file
// includes it.

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "graph/result.h"
#include "server/http/connection_loops.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Called on several threads at once.
using Handler = std::function<Response(const Request&)>;

/// What the service provides. Called on several threads at once.
struct HttpHandlers {
  Handler answer;
  /// The answer to a request that could not be read.
  std::function<Response(int status, const std::string& detail)> refuse;
  /// How expensive a request is, from its first line.
  std::function<Cost(std::string_view method, std::string_view target)> cost;
  /// Receives the message of an exception that ended a request.
  std::function<void(std::string_view what)> report;
  /// The client that sent a request over a connection from `address`; by default that address.
  std::function<std::string(const std::string& address, std::string_view head)> client =
      [](const std::string& address, std::string_view) { return address; };
  /// Turns a cached answer into that of a new request. False if its snapshot is no longer served.
  std::function<bool(KeptAnswer& kept)> repeat = [](KeptAnswer&) { return false; };
  /// A refusal in the form that the clients of `target` read.
  std::function<Response(Response refusal, std::string_view target)> shape = [](Response refusal, std::string_view) {
    return refusal;
  };
};

/// Listens on one address and serves HTTP/1.1. bind() comes before serve().
class HttpServer {
 public:
  /// `load` must outlive the server.
  HttpServer(HttpHandlers handlers, LoopLimits limits, Load& load);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Binds to a port, 0 for any free one, and returns it. Fails if another socket listens there.
  [[nodiscard]] Result<int> bind(const std::string& host, int port);
  /// Serves until told to stop. When it returns, no worker runs and no connection is open.
  void serve(const std::stop_token& stop);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace treatygraph::server
