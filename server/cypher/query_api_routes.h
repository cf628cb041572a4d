#pragma once
// Neo4j's Query API (https://neo4j.com/docs/query-api/current/), so that what was written for it works here.

#include "server/api/router.h"

namespace treatygraph::server {

void add_query_api_routes(Router& router);

/// What `GET /` answers to who asks for JSON: where the Query API is.
[[nodiscard]] Response query_api_discovery(const Call& call);

}  // namespace treatygraph::server
