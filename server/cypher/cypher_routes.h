#pragma once
// openCypher over HTTP: our own route, and the forms of Neo4j's Query API and Neptune's endpoint, for clients written
// for those.

#include "server/api/router.h"

namespace treatygraph::server {

/// POST and GET /v1/cypher, POST /db/{database}/query/v2, /openCypher, and what tells of `running` there.
void add_cypher_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
