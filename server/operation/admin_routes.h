#pragma once
// What the operator can do, on a separate listener: reload the file, list running queries, stop one.

#include <functional>
#include <optional>
#include <string>

#include "graph/result.h"
#include "server/api/router.h"
#include "server/api/running_queries.h"
#include "server/operation/metrics.h"

namespace treatygraph::server {

/// What the routes act on; the members must outlive the router.
struct Operation {
  RunningQueries& running;
  const Metrics& metrics;
  /// Reloads the file and returns the snapshot that is served then.
  std::function<Result<std::string>()> reload;
};

/// POST /admin/reload, GET /v1/queries, DELETE /v1/queries/{id}. `operation` must outlive the router.
void add_admin_routes(Router& router, const Operation& operation);

/// Refuses, on every path, requests that a browser may have been tricked into sending. An operator addresses this
/// machine by a loopback name and is not a web page. A page of another site could reach the listener through a form, or
/// through a name that resolves to loopback.
[[nodiscard]] std::optional<Response> refuse_strangers(const Request& request);

}  // namespace treatygraph::server
