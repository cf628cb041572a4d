#pragma once
// Neo4j's Query API (https://neo4j.com/docs/query-api/current/), for clients written for it.

#include <memory>

#include "server/api/router.h"
#include "server/cypher/transactions.h"

namespace treatygraph::server {

/// Adds POST /db/{database}/query/v2, and below it /tx: statements that read one snapshot over several requests. Every
/// database name means this graph.
void add_query_api_routes(Router& router, const std::shared_ptr<Transactions>& transactions);

/// The answer to `GET /` for clients that ask for JSON: where the Query API is.
[[nodiscard]] Response query_api_discovery(const Call& call);

}  // namespace treatygraph::server
