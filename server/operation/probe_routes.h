#pragma once
// Probes: is the server alive, does it answer, how busy is it.

#include "server/api/router.h"
#include "server/http/load.h"
#include "server/operation/metrics.h"

namespace treatygraph::server {

/// /healthz says that the process answers; /readyz says whether requests can be answered and, if not, why; /metrics.
/// `metrics` and `load` must outlive the router.
void add_probe_routes(Router& router, const Metrics& metrics, const Load& load);

}  // namespace treatygraph::server
