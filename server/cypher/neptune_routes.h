#pragma once
// Amazon Neptune's openCypher endpoint, so that AWS Graph Explorer and clients written for it work here.

#include "server/api/router.h"

namespace treatygraph::server {

void add_neptune_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
