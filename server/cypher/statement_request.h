#pragma once
// What the openCypher APIs over HTTP share: parsing a request body into a statement, and reporting errors.

#include <string_view>

#include "queries/cypher/asking/statement.h"
#include "server/api/router.h"

namespace treatygraph::server {

/// A statement with its limits, as the client asks for them.
struct StatementRequest {
  queries::cypher::Statement statement;
  queries::Budget budget;  ///< the request's, shortened by timeout_ms
  bool with_graph = false;
  std::optional<std::size_t> max_rows;  ///< if the client gives it; for APIs that return all rows
};

/// Reads "parameters", "max_rows", "timeout_ms" and "graph" of the body, and the query from the member `text_name`.
/// Numbers that are too large become the largest allowed. The error is for the client.
[[nodiscard]] Result<StatementRequest> read_statement(const Call& call, const queries::cypher::Map& body,
                                                      std::string_view text_name);

/// For APIs without pages: all rows, unless the client limits them.
void ask_for_all_rows(StatementRequest& asked);

/// 403 for statements that write, 503 for those that exceed time or memory or meet an internal error, else 400.
[[nodiscard]] int status_of(const queries::cypher::CypherError& error);

}  // namespace treatygraph::server
