#pragma once
// Neo4j's Query API (https://neo4j.com/docs/query-api/current/), so that what was written for it works here.

#include <memory>

#include "server/api/router.h"
#include "server/cypher/transactions.h"

namespace treatygraph::server {

/// POST /db/{database}/query/v2, and below it /tx: statements that read one snapshot over several requests. Every name
/// of a database is that of this graph.
void add_query_api_routes(Router& router, const std::shared_ptr<Transactions>& transactions);

/// What `GET /` answers to who asks for JSON: where the Query API is.
[[nodiscard]] Response query_api_discovery(const Call& call);

}  // namespace treatygraph::server
