#pragma once
// Amazon Neptune's openCypher endpoint
// (https://docs.aws.amazon.com/neptune/latest/userguide/access-graph-opencypher.html), for AWS Graph Explorer and other
// Neptune clients.

#include "server/api/router.h"

namespace treatygraph::server {

/// Adds /openCypher, /opencypher (queries, explain, status), /status and the summary of the graph. `running` must
/// outlive the router.
void add_neptune_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
