#pragma once
// openCypher over HTTP: our own route, Neo4j's Query API, and Neptune's endpoint.

#include "server/api/router.h"

namespace treatygraph::server {

/// Adds POST and GET /v1/cypher, POST /db/{database}/query/v2, /openCypher, and the routes about `running` there.
void add_cypher_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
