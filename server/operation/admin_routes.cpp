#include "server/operation/admin_routes.h"

#include <charconv>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/formats/text/json_text.h"
#include "server/access/pages.h"
#include "server/http/authority.h"
#include "server/http/listen_address.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

using queries::formats::JsonText;

Response json_response() {
  Response response;
  response.content_type = kJsonType;
  return response;
}

void write_query(JsonText& json, const RunningQuery& query) {
  json.begin_object()
      .member("id", query.id)
      .member("request_id", query.request_id)
      .member("client", query.client)
      .member("method", query.method)
      .member("target", query.target)
      .member("text", query.text)
      .member("peer", query.peer)
      .member("elapsed_ms", query.elapsed.count())
      .member("cancelled", query.cancelled)
      .end_object();
}

/// All running requests, and how many have begun since the start.
Response list_queries(const RunningQueries& running) {
  auto response = json_response();
  JsonText json(response.body);
  json.begin_object().member("begun", running.begun()).key("queries").begin_array();
  for (const auto& query : running.list()) write_query(json, query);
  json.end_array().end_object();
  response.body += '\n';
  return response;
}

/// 404 if it has ended in the meantime.
Response cancel_query(const Call& call, RunningQueries& running) {
  const auto text = call.parameters.text("id");
  std::uint64_t id = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || stop != text.data() + text.size()) {
    return problem(400, fmt::format("{} is not the id of a query; /v1/queries lists them", text));
  }
  if (!running.cancel(id)) return problem(404, fmt::format("no query {} runs; /v1/queries lists those that do", id));
  auto response = json_response();
  JsonText(response.body).begin_object().member("id", id).member("cancelled", true).end_object();
  return response;
}

/// Waits until the file is loaded. An error leaves the old snapshot in place.
Response reload(const Call& call, const Operation& operation) {
  const auto loaded = operation.reload();
  if (!loaded) return problem(422, "not reloaded, the old snapshot stays: " + loaded.error().detail);
  auto response = json_response();
  JsonText(response.body)
      .begin_object()
      .member("snapshot", *loaded)
      .member("changed", *loaded != call.graph.snapshot())
      .end_object();
  return response;
}

}  // namespace

/// Any Origin is refused, even that of this listener: the operator uses no page.
std::optional<Response> refuse_strangers(const Request& request) {
  const bool is_from_page = is_from_foreign_page(request) || !request.header("Origin").empty();
  if (!is_from_page && is_loopback(host_of(request.header("Host")))) return std::nullopt;
  return problem(403, "this listener is for the operator of this machine: no Origin, and a Host that is loopback");
}

void add_admin_routes(Router& router, const Operation& operation) {
  router.add(
      {"POST", "/admin/reload", [&operation](const Call& call) { return reload(call, operation); }, Freshness::Live});
  router.add({"GET", "/v1/queries", [&operation](const Call&) { return list_queries(operation.running); },
              Freshness::Live, Cost::Instant});
  router.add({"DELETE", "/v1/queries/{id}",
              [&operation](const Call& call) { return cancel_query(call, operation.running); }, Freshness::Live,
              Cost::Instant});
}

}  // namespace treatygraph::server
