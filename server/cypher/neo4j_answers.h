#pragma once
// What Neo4j's two HTTP doors say alike: codes of errors, notifications, counters, plans.

#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/formats/text/json_text.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// "Neo.ClientError.Statement.SyntaxError"; `message` has the place in the query and its line.
struct Neo4jError {
  int status = 400;
  std::string code;
  std::string message;
};

[[nodiscard]] Neo4jError neo4j_error(const queries::cypher::CypherError& error, std::string_view query);
/// Of a transaction that is not open, or not any more: the code differs from door to door.
[[nodiscard]] std::string no_such_transaction(std::string_view id);
/// {"errors": [{"code", "message"}]}
[[nodiscard]] Response error_answer(const Neo4jError& error);
/// "code" and "message" as one object.
void write_error(queries::formats::JsonText& json, const Neo4jError& error);

/// That the rows are not all, where the client did not ask for fewer: these doors have no page to go on from, so it is
/// an error.
[[nodiscard]] std::optional<Neo4jError> cut_short(const queries::cypher::StatementAnswer& answer, bool asked_for_fewer);

/// An array of them; nothing where there is none.
void write_notifications(queries::formats::JsonText& json, const queries::cypher::StatementAnswer& answer);
/// The members of "counters" or "stats": nothing was written, nothing ever is.
void write_counters(queries::formats::JsonText& json);
/// With its arguments as `shape` writes values.
void write_plan(queries::formats::JsonText& json, const Graph& graph, const queries::cypher::PlanNode& plan,
                queries::cypher::JsonShape shape);

}  // namespace treatygraph::server
