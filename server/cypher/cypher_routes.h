#pragma once
// openCypher over HTTP: the project's own route, Neo4j's two HTTP APIs, and Amazon Neptune's endpoint.

#include "server/api/router.h"

namespace treatygraph::server {

/// Adds POST and GET /v1/cypher, and the routes of Neo4j's and Neptune's APIs. `running` must outlive the router;
/// Neptune's clients list and stop their statements with it.
void add_cypher_routes(Router& router, const RunningQueries& running);

}  // namespace treatygraph::server
