#pragma once
// What the operator may do, on a listener of its own: load the file again, see what runs, stop it.

#include <functional>
#include <optional>
#include <string>

#include "graph/result.h"
#include "server/api/router.h"
#include "server/api/running_queries.h"
#include "server/operation/metrics.h"

namespace treatygraph::server {

struct Operation {
  RunningQueries& running;
  const Metrics& metrics;
  /// Loads the file again; the snapshot that is served then.
  std::function<Result<std::string>()> reload;
};

/// POST /admin/reload, GET /v1/queries, DELETE /v1/queries/{id}. `operation` must outlive the router.
void add_admin_routes(Router& router, const Operation& operation);

/// The refusal of what a browser may have been tricked into sending to that listener, whatever path it asks for: the
/// operator addresses this machine by a name of its own, and is no page. A page of another site can reach loopback, by
/// a form or by a name that resolves to it.
[[nodiscard]] std::optional<Response> refuse_strangers(const Request& request);

}  // namespace treatygraph::server
