#pragma once
// From a request to its answer: everything of HTTP that is the same for all routes.

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
  queries::Budget::Limits budget;         ///< of each request
  /// What is answered in place of any route, where a request is not to be trusted.
  std::function<std::optional<Response>(const Request&)> refuse = {};
  TrustedProxies proxies = {};
  std::string iri_base = std::string(queries::formats::kIriBase);  ///< of Turtle and JSON-LD
};

/// Any number of threads may ask.
class Service {
 public:
  Service(const CurrentGraph& current, Router router, RunningQueries& running, ServiceOptions options,
          RecordRequest log);

  [[nodiscard]] Response answer(const Request& request);
  /// The address of who has sent a request that came from `address`: a proxy that is trusted says who.
  [[nodiscard]] std::string client_of(const std::string& address, std::string_view head) const;
  /// Makes the kept answer that of a new request, and logs that; false where its snapshot is no longer served.
  [[nodiscard]] bool repeat(KeptAnswer& kept);
  /// To a request that could not be read: logged as well.
  [[nodiscard]] Response refuse(int status, const std::string& detail);
  /// How much work the answer is likely to be.
  [[nodiscard]] Cost cost(std::string_view method, std::string_view target) const;

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
  const std::string id_prefix_;
  std::atomic<std::uint64_t> requests_ = 0;
};

}  // namespace treatygraph::server
