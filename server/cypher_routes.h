#pragma once
// openCypher over HTTP: our own route, and the forms of Neo4j's Query API and Neptune's endpoint, for clients written
// for those.

#include "server/router.h"

namespace treatygraph::server {

/// POST and GET /v1/cypher, POST /db/{database}/query/v2, POST /openCypher.
void add_cypher_routes(Router& router);

}  // namespace treatygraph::server
