#pragma once
// Maps errors of the query language to what Neo4j clients expect: code, GQL status and description
// (https://neo4j.com/docs/status-codes/current/).

#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"

namespace treatygraph::server {

/// What a client of Neo4j learns of an error besides its message. All texts are constants.
struct Neo4jStatus {
  std::string_view code;         ///< "Neo.ClientError.Statement.SyntaxError"
  std::string_view gql_status;   ///< "42001"
  std::string_view description;  ///< the GQL status description
  int http_status = 400;
};

/// The first matching row of a table; errors that it does not list are syntax errors. Drivers retry transient errors.
/// Queries that write are refused as in a session for reading: a code that says that the database is read-only would
/// make drivers look for another server.
[[nodiscard]] const Neo4jStatus& neo4j_status(const queries::cypher::CypherError& error);

/// The message with its place, in the layout that Neo4j uses: "Variable `x` not defined (line 1, column 8 (offset:
/// 7))", the line in quotes, and a caret below the place.
[[nodiscard]] std::string neo4j_message(const queries::cypher::CypherError& error, std::string_view query);

}  // namespace treatygraph::server
