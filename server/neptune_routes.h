#pragma once
// Amazon Neptune's openCypher endpoint, so that AWS Graph Explorer and clients written for it work here.

#include <memory>

#include "server/router.h"
#include "server/running_statements.h"

namespace treatygraph::server {

void add_neptune_routes(Router& router, std::shared_ptr<RunningStatements> running);

}  // namespace treatygraph::server
