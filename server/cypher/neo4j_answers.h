#pragma once
// What Neo4j's two HTTP APIs have in common: error codes, notifications, counters, plans. All follow Neo4j's
// documentation, so clients that were written for Neo4j read them.

#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "queries/formats/text/json_text.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// An error as Neo4j's clients read it, such as Neo.ClientError.Statement.SyntaxError. `message` contains the place in
/// the query and its line.
struct Neo4jError {
  int status = 400;
  std::string code;
  std::string message;
};

/// Gives a refusal that was made before a route was asked (no token, no thread, no such path) the form that clients of
/// Neo4j read. The older API, below /tx, has "results" as well.
[[nodiscard]] Response as_neo4j_refusal(Response refusal, std::string_view path);

/// The error for an error of the query language, with Neo4j's code and status.
[[nodiscard]] Neo4jError neo4j_error(const queries::cypher::CypherError& error, std::string_view query);
/// The error for a transaction that is not open, or not any more. The code differs between the two APIs.
[[nodiscard]] std::string no_such_transaction(std::string_view id);
/// {"errors": [{"code", "message"}]}
[[nodiscard]] Response error_answer(const Neo4jError& error);
/// "code" and "message" as one object.
void write_error(queries::formats::JsonText& json, const Neo4jError& error);

/// The error if rows are missing although the client did not limit them: these APIs have no pages, and their clients
/// take an answer for complete.
[[nodiscard]] std::optional<Neo4jError> cut_short(const queries::cypher::StatementAnswer& answer, bool asked_for_fewer);

/// An array of notifications; nothing if there are none.
void write_notifications(queries::formats::JsonText& json, const queries::cypher::StatementAnswer& answer);
/// The members of "counters" or "stats". Nothing is ever written, so all are 0.
void write_counters(queries::formats::JsonText& json);
/// Writes a plan and its children. `shape` decides how arguments are written.
void write_plan(queries::formats::JsonText& json, const Graph& graph, const queries::cypher::PlanNode& plan,
                queries::cypher::JsonShape shape);

}  // namespace treatygraph::server
