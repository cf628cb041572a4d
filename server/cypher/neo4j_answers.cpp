#include "server/cypher/neo4j_answers.h"

#include <array>

#include <fmt/format.h>

#include "queries/cypher/values/error_text.h"
#include "server/cypher/statement_request.h"
#include "server/http/problem.h"
#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;
using queries::cypher::JsonShape;
using queries::cypher::PlanNode;
using queries::cypher::StatementAnswer;
using queries::cypher::Value;
using queries::formats::JsonText;

std::string_view code_of(const CypherError& error) {
  if (error.type == "ReadOnlyError") return "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
  if (error.type == "ParameterMissing") return "Neo.ClientError.Statement.ParameterMissing";
  if (error.detail == "ProcedureNotFound") return "Neo.ClientError.Procedure.ProcedureNotFound";
  if (error.type == "ProcedureError") return "Neo.ClientError.Procedure.ProcedureCallFailed";
  if (error.type == "TypeError") return "Neo.ClientError.Statement.TypeError";
  if (error.type == "ArgumentError") return "Neo.ClientError.Statement.ArgumentError";
  if (error.type == "ArithmeticError") return "Neo.ClientError.Statement.ArithmeticError";
  if (error.detail == "DeadlineExceeded") return "Neo.ClientError.Transaction.TransactionTimedOut";
  if (error.detail == "Cancelled") return "Neo.ClientError.Transaction.Terminated";
  if (error.detail == "MemoryLimitExceeded") return "Neo.TransientError.General.MemoryPoolOutOfMemoryError";
  if (error.type == "DatabaseError") return "Neo.DatabaseError.General.UnknownError";
  return "Neo.ClientError.Statement.SyntaxError";
}

/// Variable `x` not defined (line 1, column 8 (offset: 7)), the line in quotes, a caret below.
std::string message_of(const CypherError& error, std::string_view query) {
  const auto message = shortened(error.message, kLongestDetail / 2);
  const auto excerpt = queries::cypher::excerpt_of(error.span, query);
  if (!excerpt) return message;
  return fmt::format("{} (line {}, column {} (offset: {}))\n\"{}\"\n{}^", message, excerpt->position.line,
                     excerpt->position.column, error.span.offset, excerpt->line, std::string(excerpt->before + 1, ' '));
}

}  // namespace

Neo4jError neo4j_error(const CypherError& error, std::string_view query) {
  return {status_of(error), std::string(code_of(error)), message_of(error, query)};
}

std::string no_such_transaction(std::string_view id) {
  return fmt::format(
      "no transaction \"{}\" is open: it was committed or rolled back, ended with an error, or expired without use",
      shortened(id, kLongestDetail / 2));
}

void write_error(JsonText& json, const Neo4jError& error) {
  json.begin_object();
  json.member("code", error.code).member("message", shortened(error.message, kLongestDetail));
  json.end_object();
}

Response error_answer(const Neo4jError& error) {
  Response response;
  response.status = error.status;
  response.content_type = "application/json";
  JsonText json(response.body);
  json.begin_object().key("errors").begin_array();
  write_error(json, error);
  json.end_array().end_object();
  return response;
}

std::optional<Neo4jError> cut_short(const StatementAnswer& answer, bool asked_for_fewer) {
  if (!answer.truncated || asked_for_fewer) return std::nullopt;
  return Neo4jError{
      503, "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
      fmt::format("the answer is too large to be sent whole ({}): add SKIP and LIMIT to the query, or ask "
                  "/v1/cypher for CSV or NDJSON, which are streamed",
                  answer.truncated->reason)};
}

void write_notifications(JsonText& json, const StatementAnswer& answer) {
  const auto note = [&](std::string_view code, std::string_view title, std::string_view description) {
    json.begin_object()
        .member("code", code)
        .member("title", title)
        .member("description", description)
        .member("severity", "WARNING")
        .member("category", "UNRECOGNIZED")
        .end_object();
  };
  if (answer.warnings().empty() && !answer.truncated) return;
  json.key("notifications").begin_array();
  for (const auto& warning : answer.warnings()) {
    note("Neo.ClientNotification.Statement.UnknownLabelWarning", "A name that the graph does not have", warning);
  }
  if (answer.truncated) {
    note("Neo.ClientNotification.Statement.Truncated", "The answer is not whole", answer.truncated->reason);
  }
  json.end_array();
}

void write_counters(JsonText& json) {
  constexpr std::array kNothing = {
      "nodesCreated",  "nodesDeleted", "propertiesSet",  "relationshipsCreated", "relationshipsDeleted", "labelsAdded",
      "labelsRemoved", "indexesAdded", "indexesRemoved", "constraintsAdded",     "constraintsRemoved"};
  json.member("containsUpdates", false);
  for (const auto* name : kNothing) json.member(name, 0);
  json.member("containsSystemUpdates", false).member("systemUpdates", 0);
}

void write_plan(JsonText& json, const Graph& graph, const PlanNode& plan, JsonShape shape) {
  const auto argument = [&](std::string_view name, const Value& value) {
    json.key(name);
    queries::cypher::write_value(json, graph, value, shape);
  };
  json.begin_object().member("operatorType", plan.op).key("arguments").begin_object();
  argument("Details", plan.details);
  if (plan.estimated) argument("EstimatedRows", *plan.estimated);
  if (plan.done) {
    argument("Rows", static_cast<std::int64_t>(plan.done->rows));
    argument("DbHits", static_cast<std::int64_t>(plan.done->hits));
  }
  json.end_object().key("identifiers").begin_array().end_array();
  if (plan.done) json.member("dbHits", plan.done->hits).member("records", plan.done->rows);
  json.key("children").begin_array();
  for (const auto& child : plan.children) write_plan(json, graph, child, shape);
  json.end_array().end_object();
}

}  // namespace treatygraph::server
