#pragma once
// What machines ask about the server itself: is it alive, does it answer, how is it.

#include "server/metrics.h"
#include "server/router.h"

namespace treatygraph::server {

/// /healthz, /readyz and /metrics. `metrics` must outlive the router.
void add_probe_routes(Router& router, const Metrics& metrics);

}  // namespace treatygraph::server
