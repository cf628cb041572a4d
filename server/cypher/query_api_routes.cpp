#include "server/cypher/query_api_routes.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/values/error_text.h"
#include "server/api/json_body.h"
#include "server/cypher/statement_request.h"
#include "server/cypher/typed_values.h"
#include "server/http/problem.h"
#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;
using queries::cypher::JsonShape;
using queries::cypher::Map;
using queries::cypher::PlanNode;
using queries::cypher::StatementAnswer;
using queries::cypher::ValueType;
using queries::formats::JsonText;

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kTyped = "application/vnd.neo4j.query";
/// The release whose Query API this follows.
constexpr std::string_view kNeo4jVersion = "5.25.0";

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

Response error_answer(int status, std::string_view code, std::string_view message) {
  Response response;
  response.status = status;
  response.content_type = kJson;
  JsonText json(response.body);
  json.begin_object().key("errors").begin_array();
  json.begin_object().member("code", code).member("message", shortened(message, kLongestDetail)).end_object();
  json.end_array().end_object();
  return response;
}

void write_table(JsonText& json, const Graph& graph, const StatementAnswer& answer, JsonShape shape) {
  json.key("data").begin_object().key("fields").begin_array();
  for (const auto& column : answer.columns()) json.value(column);
  json.end_array().key("values").begin_array();
  for (const auto& row : answer.rows) {
    json.begin_array();
    for (const auto& value : row) write_value(json, graph, value, shape);
    json.end_array();
  }
  json.end_array().end_object();
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

/// Nothing was written: nothing ever is.
void write_counters(JsonText& json) {
  json.key("counters").begin_object().member("containsUpdates", false);
  for (const auto* name :
       {"nodesCreated", "nodesDeleted", "propertiesSet", "relationshipsCreated", "relationshipsDeleted", "labelsAdded",
        "labelsRemoved", "indexesAdded", "indexesRemoved", "constraintsAdded", "constraintsRemoved"}) {
    json.member(name, 0);
  }
  json.member("containsSystemUpdates", false).member("systemUpdates", 0).end_object();
}

void write_plan(JsonText& json, const PlanNode& plan) {
  json.begin_object().member("operatorType", plan.op).key("arguments").begin_object().member("Details", plan.details);
  if (plan.estimated) json.member("EstimatedRows", *plan.estimated);
  json.end_object().key("identifiers").begin_array().end_array();
  if (plan.done) json.member("dbHits", plan.done->hits).member("records", plan.done->rows);
  json.key("children").begin_array();
  for (const auto& child : plan.children) write_plan(json, child);
  json.end_array().end_object();
}

Result<StatementRequest> read_request(const Call& call, const Map& body) {
  auto asked = read_statement(call, body, "statement");
  if (!asked) return asked;
  if (call.request.header("Content-Type").starts_with(kTyped)) {
    auto plain = without_types(asked->statement.parameters);
    if (!plain) return fail(plain.error());
    asked->statement.parameters = plain->map();
  }
  const auto* seconds = body.find("maxExecutionTime");
  if (seconds != nullptr && seconds->is(ValueType::Integer) && seconds->integer() > 0) {
    asked->budget = call.budget.within(std::chrono::seconds(std::min<std::int64_t>(seconds->integer(), 3'600)));
  }
  return asked;
}

Response write_answer(const Call& call, const Map& body, const StatementAnswer& answer) {
  const bool typed = call.request.header("Accept").starts_with(kTyped);
  Response response;
  response.status = 202;
  response.content_type = typed ? kTyped : kJson;
  JsonText json(response.body);
  json.begin_object();
  write_table(json, call.graph, answer, typed ? JsonShape::Neo4jTyped : JsonShape::Neo4j);
  write_notifications(json, answer);
  if (const auto* wanted = body.find("includeCounters"); wanted != nullptr && wanted->is_true()) write_counters(json);
  if (answer.plan) {
    json.key(answer.query->is_profile() ? "profiledQueryPlan" : "queryPlan");
    write_plan(json, *answer.plan);
  }
  json.key("bookmarks").begin_array().value(call.graph.snapshot()).end_array().end_object();
  return response;
}

Response post_query(const Call& call) {
  const auto database = call.parameters.text("database");
  if (database != "treatygraph" && database != "neo4j") {
    return error_answer(404, "Neo.ClientError.Database.DatabaseNotFound",
                        fmt::format("no database {}; there is treatygraph", database));
  }
  const auto body = read_json_object(call.request.body);
  if (!body) return error_answer(400, "Neo.ClientError.Request.InvalidFormat", body.error().detail);
  const auto asked = read_request(call, *body);
  if (!asked) return error_answer(400, "Neo.ClientError.Request.Invalid", asked.error().detail);
  call.running.asks(asked->statement.text);
  const auto answer = queries::cypher::ask(call.graph, asked->statement, asked->budget);
  if (answer) return write_answer(call, *body, *answer);
  return error_answer(status_of(answer.error()), code_of(answer.error()),
                      message_of(answer.error(), asked->statement.text));
}

}  // namespace

Response query_api_discovery(const Call& call) {
  auto host = std::string(call.request.header("Host"));
  if (host.empty()) host = "localhost";
  Response response;
  response.content_type = kJson;
  JsonText(response.body)
      .begin_object()
      .member("query", fmt::format("http://{}/db/{{databaseName}}/query/v2", host))
      .member("neo4j_version", kNeo4jVersion)
      .member("neo4j_edition", "treatygraph, read-only")
      .end_object();
  return response;
}

void add_query_api_routes(Router& router) {
  router.add({"POST", "/db/{database}/query/v2", post_query});
}

}  // namespace treatygraph::server
