#pragma once
// Probes: is the server alive, does it answer, how busy is it.

#include "server/api/router.h"
#include "server/http/load.h"
#include "server/operation/metrics.h"

namespace treatygraph::server {

/// Adds /healthz (the process answers), /readyz (requests can be answered; if not, why) and /metrics.
/// `metrics` and `load` must outlive the router.
void add_probe_routes(Router& router, const Metrics& metrics, const Load& load);

}  // namespace treatygraph::server
