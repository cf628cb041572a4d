#pragma once
// What machines ask about the server itself: is it alive, does it answer, how is it.

#include "server/api/router.h"
#include "server/http/load.h"
#include "server/operation/metrics.h"

namespace treatygraph::server {

/// /healthz, which says that the process answers; /readyz, which says whether `load` lets requests be answered, and if
/// not, why; /metrics. `metrics` and `load` must outlive the router.
void add_probe_routes(Router& router, const Metrics& metrics, const Load& load);

}  // namespace treatygraph::server
