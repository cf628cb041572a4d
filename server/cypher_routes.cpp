#include "server/cypher_routes.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/statement.h"
#include "queries/cypher/value_json.h"
#include "queries/formats/html.h"
#include "queries/formats/render.h"
#include "server/json_body.h"
#include "server/negotiation.h"
#include "server/problem.h"
#include "server/target.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;
using queries::cypher::JsonShape;
using queries::cypher::Map;
using queries::cypher::Statement;
using queries::cypher::StatementAnswer;
using queries::cypher::Value;
using queries::cypher::ValueType;
using queries::formats::Format;
using queries::formats::JsonText;

constexpr std::string_view kJson = "application/json";

int status_of(const CypherError& error) {
  if (error.type == "ReadOnlyError") return 403;
  if (error.detail == "Cancelled") return 499;
  return error.type == "TransientError" || error.type == "DatabaseError" ? 503 : 400;
}

void write_position(JsonText& json, const CypherError& error, std::string_view query) {
  const auto position = queries::cypher::position_of(error.span.offset, query);
  json.key("position")
      .begin_object()
      .member("offset", error.span.offset)
      .member("length", error.span.length)
      .member("line", position.line)
      .member("column", position.column)
      .end_object();
}

/// RFC 9457, with what the query language says beside.
Response query_problem(const CypherError& error, std::string_view query) {
  const auto status = status_of(error) == 499 ? 503 : status_of(error);
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  JsonText json(response.body);
  json.begin_object()
      .member("type", "about:blank")
      .member("title", reason_of(status))
      .member("status", status)
      .member("detail", queries::cypher::explain(error, query))
      .member("error_type", error.type)
      .member("error_detail", error.detail)
      .member("phase", error.phase == queries::cypher::Phase::Compile ? "compile time" : "runtime");
  if (error.span.length > 0) write_position(json, error, query);
  json.end_object();
  response.body += '\n';
  return response;
}

struct Asked {
  Statement statement;
  queries::Budget budget;
  bool with_graph = false;
};

Result<std::size_t> whole_number(const Map& body, std::string_view name, std::size_t otherwise, std::size_t most) {
  const auto* value = body.find(name);
  if (value == nullptr || value->is_null()) return otherwise;
  if (!value->is(ValueType::Integer) || value->integer() < 1) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{} must be a whole number from 1", name));
  }
  return std::min(static_cast<std::size_t>(value->integer()), most);
}

/// A request may shorten its deadline, never lengthen it.
queries::Budget shorter(const queries::Budget& budget, std::chrono::milliseconds time, const Request& request) {
  auto limits = budget.limits();
  limits.time = std::min(limits.time, time);
  return queries::Budget(limits, request.gone);
}

Result<Asked> read_statement(const Call& call, const Map& body, std::string_view text_name) {
  const auto* text = body.find(text_name);
  if (text == nullptr || !text->is(ValueType::String)) {
    return fail(ErrorCode::InvalidArgument, fmt::format("the body needs \"{}\": a query as a string", text_name));
  }
  Asked asked{{std::string(text->string()), {}, Statement::kUsualRows}, call.budget, false};
  if (const auto* parameters = body.find("parameters"); parameters != nullptr && !parameters->is_null()) {
    if (!parameters->is(ValueType::Map)) return fail(ErrorCode::InvalidArgument, "\"parameters\" must be an object");
    asked.statement.parameters = parameters->map();
  }
  const auto rows = whole_number(body, "max_rows", Statement::kUsualRows, Statement::kMaxRows);
  if (!rows) return fail(rows.error());
  asked.statement.max_rows = *rows;
  const auto time = whole_number(body, "timeout_ms", 600'000, 600'000);
  if (!time) return fail(time.error());
  asked.budget = shorter(call.budget, std::chrono::milliseconds(*time), call.request);
  const auto* graph = body.find("graph");
  asked.with_graph = graph != nullptr && graph->is_true();
  return asked;
}

Response write_answer(const Call& call, const StatementAnswer& answer, Format format, bool with_graph) {
  Response response;
  response.content_type = std::string(queries::formats::spec_of(format).media_type);
  switch (format) {
    case Format::Json:
      response.body = queries::cypher::rows_as_json(call.graph, answer, with_graph);
      break;
    case Format::Ndjson:
      response.body = queries::cypher::rows_as_ndjson(call.graph, answer);
      break;
    case Format::Html:
      response.content_type += "; charset=utf-8";
      response.body =
          queries::formats::to_html(queries::cypher::rows_as_table(call.graph, answer), call.graph.snapshot());
      break;
    default: {
      response.content_type += "; charset=utf-8";
      response.body = queries::formats::to_csv(queries::cypher::rows_as_table(call.graph, answer));
    }
  }
  return response;
}

Response answer_statement(const Call& call, const Asked& asked) {
  const auto format_name = call.parameters.text("format");
  const auto format = negotiate(format_name, call.request.header("Accept"));
  if (!format) return format_name.empty() ? problem(406, format.error().detail) : problem(format.error());
  if (*format > Format::Csv && *format != Format::Html)
    return problem(406, "rows are answered as json, ndjson, csv or html; ask for graph: true to draw them");
  const auto answer = queries::cypher::ask(call.graph, asked.statement, asked.budget);
  if (!answer) return query_problem(answer.error(), asked.statement.text);
  return write_answer(call, *answer, *format, asked.with_graph);
}

Response post_cypher(const Call& call) {
  const auto body = read_json_object(call.request.body);
  if (!body) return problem(body.error());
  const auto asked = read_statement(call, *body, "query");
  if (!asked) return problem(asked.error());
  return answer_statement(call, *asked);
}

/// A query as a link: ?query=...&parameters={...}
Response get_cypher(const Call& call) {
  Map body;
  body.set("query", call.parameters.text("query"));
  if (call.parameters.text("query").empty()) return problem(400, "the parameter query is missing: the text of a query");
  if (const auto given = call.parameters.find("parameters")) {
    const auto parameters = read_json_object(*given);
    if (!parameters) return problem(parameters.error());
    body.set("parameters", *parameters);
  }
  body.set("graph", call.parameters.text("graph") == "true");
  const auto asked = read_statement(call, body, "query");
  if (!asked) return problem(asked.error());
  return answer_statement(call, *asked);
}

// Neo4j's Query API: https://neo4j.com/docs/query-api/current/

std::string neo4j_code(const CypherError& error) {
  if (error.type == "ReadOnlyError") return "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
  if (error.type == "ParameterMissing") return "Neo.ClientError.Statement.ParameterMissing";
  if (error.type == "ProcedureError") return "Neo.ClientError.Procedure.ProcedureNotFound";
  if (error.type == "TypeError") return "Neo.ClientError.Statement.TypeError";
  if (error.type == "ArgumentError") return "Neo.ClientError.Statement.ArgumentError";
  if (error.type == "ArithmeticError") return "Neo.ClientError.Statement.ArithmeticError";
  if (error.detail == "DeadlineExceeded") return "Neo.ClientError.Transaction.TransactionTimedOut";
  if (error.detail == "MemoryLimitExceeded") return "Neo.TransientError.General.MemoryPoolOutOfMemoryError";
  return "Neo.ClientError.Statement.SyntaxError";
}

Response neo4j_error(int status, std::string_view code, std::string_view message) {
  Response response;
  response.status = status;
  response.content_type = kJson;
  JsonText json(response.body);
  json.begin_object().key("errors").begin_array();
  json.begin_object().member("code", code).member("message", message).end_object();
  json.end_array().end_object();
  return response;
}

void write_table(JsonText& json, const Graph& graph, const StatementAnswer& answer, JsonShape shape) {
  json.key("data").begin_object().key("fields").begin_array();
  for (const auto& column : answer.columns) json.value(column);
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
        .end_object();
  };
  json.key("notifications").begin_array();
  for (const auto& warning : answer.warnings) {
    note("Neo.ClientNotification.Statement.UnknownLabelWarning", "A name that the graph does not have", warning);
  }
  if (answer.truncated) {
    note("Neo.ClientNotification.Statement.Truncated", "The answer is not whole", answer.truncated->reason);
  }
  json.end_array();
}

Response post_query_api(const Call& call) {
  constexpr std::string_view kTyped = "application/vnd.neo4j.query";
  const auto database = call.parameters.text("database");
  if (database != "treatygraph" && database != "neo4j") {
    return neo4j_error(404, "Neo.ClientError.Database.DatabaseNotFound",
                       fmt::format("no database {}; there is treatygraph", database));
  }
  const auto body = read_json_object(call.request.body);
  if (!body) return neo4j_error(400, "Neo.ClientError.Request.InvalidFormat", body.error().detail);
  auto asked = read_statement(call, *body, "statement");
  if (!asked) return neo4j_error(400, "Neo.ClientError.Request.Invalid", asked.error().detail);
  if (call.request.header("Content-Type").starts_with(kTyped)) {
    asked->statement.parameters = without_types(asked->statement.parameters).map();
  }
  const auto answer = queries::cypher::ask(call.graph, asked->statement, asked->budget);
  if (!answer) {
    const auto status = status_of(answer.error());
    return neo4j_error(status == 499 ? 503 : status, neo4j_code(answer.error()),
                       queries::cypher::explain(answer.error(), asked->statement.text));
  }
  const bool typed = call.request.header("Accept").starts_with(kTyped);
  Response response;
  response.status = 202;
  response.content_type = typed ? std::string(kTyped) : std::string(kJson);
  JsonText json(response.body);
  json.begin_object();
  write_table(json, call.graph, *answer, typed ? JsonShape::Neo4jTyped : JsonShape::Neo4j);
  if (!answer->warnings.empty() || answer->truncated) write_notifications(json, *answer);
  json.key("bookmarks").begin_array().value(call.graph.snapshot()).end_array().end_object();
  return response;
}

// Neptune's openCypher endpoint: a form, or JSON.

Response neptune_error(int status, std::string_view code, std::string_view message) {
  Response response;
  response.status = status;
  response.content_type = kJson;
  JsonText json(response.body);
  json.begin_object().member("code", code).member("detailedMessage", message).end_object();
  return response;
}

Result<Map> neptune_body(const Call& call) {
  if (call.request.header("Content-Type").starts_with(kJson)) return read_json_object(call.request.body);
  const auto form = parse_form(call.request.body);
  if (!form) return fail(form.error());
  Map body;
  for (const auto& [name, value] : form->all()) {
    if (name != "parameters") {
      body.set(name, value);
      continue;
    }
    auto parameters = read_json_object(value);
    if (!parameters) return fail(parameters.error());
    body.set(name, std::move(*parameters));
  }
  return body;
}

Response post_neptune(const Call& call) {
  const auto body = neptune_body(call);
  if (!body) return neptune_error(400, "MalformedQueryException", body.error().detail);
  const auto asked = read_statement(call, *body, "query");
  if (!asked) return neptune_error(400, "MissingParameterException", asked.error().detail);
  const auto answer = queries::cypher::ask(call.graph, asked->statement, asked->budget);
  if (!answer) {
    const auto status = status_of(answer.error());
    const auto* code = status == 403   ? "ReadOnlyViolationException"
                       : status == 400 ? "MalformedQueryException"
                                       : "TimeLimitExceededException";
    return neptune_error(status == 499 ? 503 : status, code,
                         queries::cypher::explain(answer.error(), asked->statement.text));
  }
  Response response;
  response.content_type = kJson;
  JsonText json(response.body);
  json.begin_object().key("results").begin_array();
  for (const auto& row : answer->rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(answer->columns[i]);
      write_value(json, call.graph, row[i], JsonShape::Neptune);
    }
    json.end_object();
  }
  json.end_array().end_object();
  return response;
}

}  // namespace

void add_cypher_routes(Router& router) {
  router.add({"POST", "/v1/cypher", post_cypher});
  router.add({"GET", "/v1/cypher", get_cypher});
  router.add({"POST", "/db/{database}/query/v2", post_query_api});
  router.add({"POST", "/openCypher", post_neptune});
}

}  // namespace treatygraph::server
