#pragma once
// Turns a request into its answer: everything in HTTP that is the same for all routes. The routes see parsed parameters
// and a graph; the service adds entity tags, 304, CORS, compression, request ids and the form of refusals, and keeps
// each request within its budget.

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/current_graph.h"
#include "queries/request/budget.h"
#include "server/api/delivery.h"
#include "server/api/router.h"
#include "server/api/running_queries.h"
#include "server/http/kept_answers.h"
#include "server/http/message.h"
#include "server/http/trusted_proxies.h"

namespace treatygraph::server {

struct ServiceOptions {
  std::vector<std::string> cors_origins;  ///< "https://example.org", or "*" for all
  queries::Budget::Limits budget;         ///< limits of each request
  /// If set and it returns a response, that is sent instead of the route's: the request is not trusted.
  std::function<std::optional<Response>(const Request&)> refuse = {};
  TrustedProxies proxies = {};
  std::string iri_base = std::string(queries::formats::kIriBase);  ///< of Turtle and JSON-LD
};

/// Thread-safe.
/// `current` and `running` must outlive it.
class Service {
 public:
  Service(const CurrentGraph& current, Router router, RunningQueries& running, ServiceOptions options,
          RecordRequest log);

  /// Never throws what a request's budget throws: running out of time or memory is an answer too.
  [[nodiscard]] Response answer(const Request& request);
  /// The client that sent a request over a connection from `address`; differs if that is a trusted proxy.
  [[nodiscard]] std::string client_of(const std::string& address, std::string_view head) const;
  /// Turns a cached answer into that of a new request, and logs it. False if its snapshot is no longer served.
  [[nodiscard]] bool repeat(KeptAnswer& kept);
  /// The answer to a request that could not be read; logged as well.
  [[nodiscard]] Response refuse(int status, const std::string& detail);
  /// The estimated cost of the answer.
  /// Estimated without parsing the body; decides which thread answers.
  [[nodiscard]] Cost cost(std::string_view method, std::string_view target) const;

  /// A refusal in the form that the clients of the target's path read.
  [[nodiscard]] Response in_shape(Response response, std::string_view target) const;

 private:
  struct RequestContext;
  [[nodiscard]] Response answer_within_budget(const Request& request, Delivery& delivery) const;
  [[nodiscard]] Response route(const Request& request, Delivery& delivery) const;
  [[nodiscard]] Response answer_from(const RequestContext& asked) const;
  void allow_origin(const Request& request, Response& response) const;
  [[nodiscard]] std::string id_for(std::string_view given);
  static void finish(const std::string& id, std::chrono::microseconds taken, Response& response);

  const CurrentGraph& current_;
  const Router router_;
  RunningQueries& running_;
  const ServiceOptions options_;
  const RecordRequest log_;
  const std::string id_prefix_;  ///< the start of the ids that are made here; random, so ids of two runs differ
  std::atomic<std::uint64_t> requests_ = 0;  ///< numbers the ids that are made here
};

}  // namespace treatygraph::server
