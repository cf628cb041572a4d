#pragma once
// What the three doors of openCypher share: how a request's body becomes a statement, and how an error is told.

#include <string_view>

#include "queries/cypher/asking/statement.h"
#include "server/api/router.h"

namespace treatygraph::server {

struct StatementRequest {
  queries::cypher::Statement statement;
  queries::Budget budget;
  bool with_graph = false;
  std::optional<std::size_t> max_rows;  ///< where the client says it: for who can take all rows
};

/// "parameters", "max_rows", "timeout_ms" and "graph" of the body beside the query, which is called `text_name`.
[[nodiscard]] Result<StatementRequest> read_statement(const Call& call, const queries::cypher::Map& body,
                                                      std::string_view text_name);

/// For doors that know no pages: all rows, unless the client says how many.
void ask_for_all_rows(StatementRequest& asked);

/// 403 for what writes, 503 for what took too long or too much, else 400.
[[nodiscard]] int status_of(const queries::cypher::CypherError& error);

}  // namespace treatygraph::server
