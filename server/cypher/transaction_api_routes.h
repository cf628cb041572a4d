#pragma once
// Neo4j's older HTTP API (https://neo4j.com/docs/http-api/current/), which scripts in many languages still use: several
// statements per request, results as rows or graphs.

#include <memory>

#include "server/api/router.h"
#include "server/cypher/transactions.h"

namespace treatygraph::server {

/// Adds POST /db/{database}/tx/commit, and /db/{database}/tx with the calls below it.
void add_transaction_api_routes(Router& router, const std::shared_ptr<Transactions>& transactions);

}  // namespace treatygraph::server
