#include "server/probe_routes.h"

#include "graph/graph.h"

namespace treatygraph::server {
namespace {

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

}  // namespace

void add_probe_routes(Router& router, const Metrics& metrics) {
  router.add({"GET", "/healthz", [](const Call&) { return plain("alive\n"); }, Freshness::Live});
  router.add({"GET", "/readyz", [](const Call& call) { return plain("ready " + call.graph.snapshot() + "\n"); },
              Freshness::Live});
  router.add({"GET", "/metrics", [&metrics](const Call&) { return metrics_text(metrics); }, Freshness::Live});
}

}  // namespace treatygraph::server
