#pragma once
// Amazon Neptune's openCypher endpoint, for AWS Graph Explorer and other Neptune clients.

#include "server/api/router.h"

namespace treatygraph::server {

void add_neptune_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
