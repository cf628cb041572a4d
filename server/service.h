#pragma once
// From a request to its answer: everything of HTTP that is the same for all routes.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/current_graph.h"
#include "queries/budget.h"
#include "server/message.h"
#include "server/router.h"

namespace treatygraph::server {

struct ServiceOptions {
  std::vector<std::string> cors_origins;  ///< "https://example.org", or "*" for all
  queries::Budget::Limits budget;         ///< of each request
};

/// One line of the log.
struct RequestRecord {
  std::string id;
  std::string method;
  std::string target;
  int status = 0;
  std::size_t bytes = 0;
  std::chrono::microseconds took{0};
};

/// Any number of threads may ask.
class Service {
 public:
  Service(const CurrentGraph& current, ServiceOptions options, std::function<void(const RequestRecord&)> log);

  [[nodiscard]] Response answer(const Request& request);
  /// To a request that could not be read: logged as well.
  [[nodiscard]] Response refuse(int status, const std::string& detail);
  /// /healthz and /readyz.
  [[nodiscard]] static bool is_probe(std::string_view target);

 private:
  [[nodiscard]] Response route(const Request& request, const Graph& graph) const;
  [[nodiscard]] Response answer_from(const Request& request, const Graph& graph) const;
  void allow_origin(const Request& request, Response& response) const;
  [[nodiscard]] std::string id_for(std::string_view given);
  void finish(const std::string& id, Response& response, std::chrono::microseconds took) const;

  const CurrentGraph& current_;
  const ServiceOptions options_;
  const std::function<void(const RequestRecord&)> log_;
  Router router_;
  const std::string id_prefix_;
  std::atomic<std::uint64_t> requests_ = 0;
};

}  // namespace treatygraph::server
