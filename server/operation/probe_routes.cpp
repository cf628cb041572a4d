// All but /metrics is answered on the loop, so that it is answered even if all workers are busy.

#include "server/operation/probe_routes.h"

#include "graph/graph.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

/// A text response.
Response plain(std::string text) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(text);
  return response;
}

Response metrics_text(const Metrics& metrics) {
  auto response = plain(metrics.text());
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

Response readiness(const Graph& graph, const Load& load) {
  const auto why_not = load.why_not_ready();
  if (why_not.empty()) return plain("ready " + graph.snapshot() + "\n");
  return problem(503, "not ready: " + why_not);
}

}  // namespace

/// Probes are live: no cache may answer in the server's place.
void add_probe_routes(Router& router, const Metrics& metrics, const Load& load) {
  router.add({"GET", "/healthz", [](const Call&) { return plain("alive\n"); }, Freshness::Live, Cost::Instant});
  router.add({"GET", "/readyz", [&load](const Call& call) { return readiness(call.graph, load); }, Freshness::Live,
              Cost::Instant});
  router.add(
      {"GET", "/metrics", [&metrics](const Call&) { return metrics_text(metrics); }, Freshness::Live, Cost::Cheap});
}

}  // namespace treatygraph::server
