// Neptune's clients send queries as a form, as JSON, as bare text, or in the URL. All of these become one map, from
// which the request is read as for the other APIs. Results are rows of JSON in Neptune's form; explain answers with the
// plan as text.
//
// A running statement is known by its queryId, which the client may choose. /openCypher/status lists, shows and cancels
// statements, whichever API they came through.

#include "server/cypher/neptune_routes.h"

#include <map>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/values/error_text.h"
#include "queries/formats/text/utf8.h"
#include "queries/questions/schema.h"
#include "server/api/json_body.h"
#include "server/api/version.h"
#include "server/cypher/statement_request.h"
#include "server/http/problem.h"
#include "server/http/shown_text.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;
using queries::cypher::JsonShape;
using queries::cypher::Map;
using queries::cypher::StatementAnswer;
using queries::cypher::ValueType;
using queries::formats::JsonText;

/// An error in Neptune's form.
Response neptune_error(const Call& call, int status, std::string_view code, std::string_view message) {
  Response response;
  response.status = status;
  response.content_type = kJsonType;
  JsonText(response.body)
      .begin_object()
      .member("requestId", call.request_id)
      .member("code", code)
      .member("message", shortened(message, kLongestDetail))
      .member("detailedMessage", shortened(message, kLongestDetail))
      .end_object();
  return response;
}

/// The exceptions that Neptune documents, as far as they have a counterpart here.
Response neptune_error(const Call& call, const CypherError& error, std::string_view query) {
  const auto* code = error.type == "ReadOnlyError"                    ? "ReadOnlyViolationException"
                     : error.type == "ParameterMissing"               ? "MissingParameterException"
                     : error.detail == "DeadlineExceeded"             ? "TimeLimitExceededException"
                     : error.detail == "MemoryLimitExceeded"          ? "MemoryLimitExceededException"
                     : error.detail == "Cancelled"                    ? "CancelledByUserException"
                     : error.type == "DatabaseError"                  ? "InternalFailureException"
                     : error.phase == queries::cypher::Phase::Compile ? "MalformedQueryException"
                                                                      : "BadRequestException";
  return neptune_error(call, status_of(error), code, queries::cypher::explain(error, query));
}

/// All names and values of a form or a query string. "parameters" is text that contains one JSON object.
Result<Map> map_of(const queries::Parameters& form) {
  Map body;
  for (const auto& [name, value] : form.all()) {
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

/// Amazon's own client sends the parameters as text even in JSON.
Result<Map> with_parameters_read(Result<Map> body) {
  const auto* text = body ? body->find("parameters") : nullptr;
  if (text == nullptr || !text->is(ValueType::String)) return body;
  auto parameters = read_json_object(text->string());
  if (!parameters) return fail(parameters.error());
  body->set("parameters", std::move(*parameters));
  return body;
}

/// Reads the request: a form, JSON, or the bare query with the rest in the URL; GET has everything in the URL.
Result<Map> body_of(const Call& call) {
  if (call.request.method == "GET" || call.request.method == "HEAD") return map_of(call.parameters);
  const auto type = call.request.header("Content-Type");
  if (type.starts_with(kJsonType)) return with_parameters_read(read_json_object(call.request.body));
  if (type.starts_with("application/opencypher")) {
    auto body = map_of(call.parameters);
    if (body) body->set("query", call.request.body);
    return body;
  }
  const auto form = parse_form(call.request.body);
  return form ? map_of(*form) : fail(form.error());
}

/// "queryTimeout" is a number of milliseconds; text in a form.
Result<StatementRequest> read_request(const Call& call, const Map& body) {
  auto asked = read_statement(call, body, "query");
  if (!asked) return asked;
  const auto* given = body.find("queryTimeout");
  if (given == nullptr || given->is_null()) return asked;
  const queries::Parameters text{{"queryTimeout", queries::cypher::text_of(*given)}};
  const auto milliseconds = text.count("queryTimeout", 0);
  if (!milliseconds) return fail(milliseconds.error());
  asked->budget = call.budget.within(std::chrono::milliseconds(std::min<std::size_t>(*milliseconds, 3'600'000)));
  return asked;
}

/// Rows as objects by column.
Response write_rows(const Call& call, const StatementAnswer& answer) {
  Response response;
  response.content_type = kJsonType;
  JsonText json(response.body);
  json.begin_object().key("results").begin_array();
  for (const auto& row : answer.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(answer.columns()[i]);
      write_value(json, call.graph, row[i], JsonShape::Neptune);
    }
    json.end_object();
  }
  json.end_array().end_object();
  return response;
}

/// The member if it is a string; otherwise empty.
std::string text_in(const Map& body, std::string_view name) {
  const auto* given = body.find(name);
  return given != nullptr && given->is(ValueType::String) ? std::string(given->string()) : std::string();
}

/// Runs the query in the request, preceded by `prefix` ("EXPLAIN " or nothing), and lets `write` answer.
template <typename Write>
Response answer_request(const Call& call, std::string_view prefix, Write write) {
  const auto body = body_of(call);
  if (!body) return neptune_error(call, 400, "MalformedQueryException", body.error().detail);
  auto asked = read_request(call, *body);
  if (!asked) return neptune_error(call, 400, "MissingParameterException", asked.error().detail);
  ask_for_all_rows(*asked);
  // The list shows the query as the client sent it, without the prefix.
  call.running.asks(asked->statement.text, text_in(*body, "queryId"));
  asked->statement.text.insert(0, prefix);
  const auto answer = queries::cypher::ask(call.graph, asked->statement, asked->budget);
  if (!answer) return neptune_error(call, answer.error(), asked->statement.text);
  if (answer->truncated && !asked->max_rows) {
    return neptune_error(call, 503, "MemoryLimitExceededException",
                         fmt::format("the answer is too large to be sent whole ({}): add SKIP and LIMIT to the query",
                                     answer->truncated->reason));
  }
  return write(call, *answer);
}

/// The plan as text, whatever form the client asks for.
Response plan_answer(const Call& /*call*/, const StatementAnswer& answer) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = queries::cypher::plan_text(*answer.plan);
  return response;
}

/// explain=static shows the plan; dynamic and details run the query and count.
Response answer_explained(const Call& call, std::string_view mode) {
  if (mode != "static" && mode != "dynamic" && mode != "details")
    return neptune_error(call, 400, "InvalidParameterException", "explain is static, dynamic or details");
  return answer_request(call, mode == "static" ? "EXPLAIN " : "PROFILE ", plan_answer);
}

/// `explain` as a field of the body or in the URL.
std::string explain_mode(const Call& call, const Map& body) {
  auto mode = text_in(body, "explain");
  if (mode.empty()) mode = call.parameters.text("explain");
  return mode;
}

/// For the route that always explains.
Response answer_explain(const Call& call) {
  const auto body = body_of(call);
  if (!body) return neptune_error(call, 400, "MalformedQueryException", body.error().detail);
  return answer_explained(call, explain_mode(call, *body));
}

/// For the route that explains on request.
Response answer_query(const Call& call) {
  const auto body = body_of(call);
  if (!body) return neptune_error(call, 400, "MalformedQueryException", body.error().detail);
  const auto mode = explain_mode(call, *body);
  return mode.empty() ? answer_request(call, "", write_rows) : answer_explained(call, mode);
}

/// Characters of a query in the list of running statements.
constexpr std::size_t kLongestShown = 1'024;

/// What Neptune reports of a running statement.
void write_running(JsonText& json, const RunningQuery& query) {
  json.begin_object()
      .member("queryId", query.statement->name)
      .member("queryString", queries::formats::first_characters(query.statement->text, kLongestShown))
      .key("queryEvalStats")
      .begin_object()
      .member("waited", 0)
      .member("elapsed", query.elapsed.count())
      .member("cancelled", query.cancelled)
      .end_object()
      .end_object();
}

/// Neptune's error for an id that is unknown; the statement may have ended.
Response nothing_runs(const Call& call, std::string_view id) {
  return neptune_error(call, 400, "InvalidParameterException", fmt::format("no query {} runs", id));
}

/// Only statements of the client's own address.
Response list_running(const Call& call, const RunningQueries& running) {
  const auto statements = running.statements_of_client(call.running);
  Response response;
  response.content_type = kJsonType;
  JsonText json(response.body);
  json.begin_object()
      .member("acceptedQueryCount", statements.size())
      .member("runningQueryCount", statements.size())
      .key("queries")
      .begin_array();
  for (const auto& statement : statements) write_running(json, statement);
  json.end_array().end_object();
  return response;
}

/// Any client that knows the id may see the statement: ids are hard to guess.
Response show_running(const Call& call, const RunningQueries& running, std::string_view id) {
  const auto statement = running.find_statement(id);
  if (!statement) return nothing_runs(call, id);
  Response response;
  response.content_type = kJsonType;
  JsonText json(response.body);
  write_running(json, *statement);
  return response;
}

/// `silent` suppresses the error if no such query runs.
Response cancel_running(const Call& call, const RunningQueries& running, std::string_view id, bool silent) {
  if (id.empty())
    return neptune_error(call, 400, "MissingParameterException", "queryId is missing: which query to cancel");
  const bool was_there = running.cancel_statement(id);
  if (!was_there && !silent) return nothing_runs(call, id);
  Response response;
  response.content_type = kJsonType;
  JsonText(response.body).begin_object().member("status", "200 OK").member("payload", was_there).end_object();
  return response;
}

/// GET and POST report, or cancel if asked to; DELETE always cancels. Parameters are in the URL or in a form.
Response answer_status(const Call& call, const RunningQueries& running) {
  const auto form = parse_form(call.request.method == "POST" ? call.request.body : std::string());
  if (!form) return neptune_error(call, 400, "BadRequestException", form.error().detail);
  const auto text = [&](std::string_view name) {
    return form->has(name) ? form->text(name) : call.parameters.text(name);
  };
  const auto id = text("queryId");
  const bool cancels =
      call.request.method == "DELETE" || form->has("cancelQuery") || call.parameters.has("cancelQuery");
  if (cancels) return cancel_running(call, running, id, text("silent") == "true");
  return id.empty() ? list_running(call, running) : show_running(call, running, id);
}

using PropertyCounts = std::map<std::string, std::size_t>;

/// Counts the nodes with each property; the schema counts them once per label.
struct NodePropertyCounts {
  explicit NodePropertyCounts(const Graph& graph) {
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      for (const auto name : graph.property_names(NodeId{node})) ++counts[graph.properties().name(name)];
    }
  }
  PropertyCounts counts;
};

/// Relationships have one type, so the schema counts each of their properties once.
PropertyCounts edge_property_counts(const queries::Schema& schema) {
  PropertyCounts counts;
  for (const auto& type : schema.types) {
    for (const auto& property : type.properties) counts[property.name] += property.count;
  }
  return counts;
}

/// What Neptune reports about the engine.
Response answer_engine_status(const Call& /*call*/, std::chrono::system_clock::time_point started) {
  const auto since = fmt::gmtime(std::chrono::system_clock::to_time_t(started));
  Response response;
  response.content_type = kJsonType;
  JsonText(response.body)
      .begin_object()
      .member("status", "healthy")
      .member("startTime", fmt::format("{:%a %b %d %T UTC %Y}", since))
      .member("dbEngineVersion", fmt::format("treatygraph {}", kVersion))
      .member("role", "reader")
      .key("opencypher")
      .begin_object()
      .member("version", fmt::format("treatygraph {}", kVersion))
      .end_object()
      .end_object();
  return response;
}

/// [{"heading": 68}, ...]
void write_counts(JsonText& json, std::string_view name, const PropertyCounts& counts) {
  json.key(name).begin_array();
  for (const auto& [property, count] : counts) json.begin_object().member(property, count).end_object();
  json.end_array();
}

/// The names of labels or types.
template <typename Summaries>
void write_names(JsonText& json, std::string_view name, const Summaries& summaries) {
  json.key(name).begin_array();
  for (const auto& summary : summaries) json.value(summary.name);
  json.end_array();
}

/// The graph summary API, from which Graph Explorer learns labels and properties.
Response answer_summary(const Call& call) {
  const auto mode = call.parameters.text("mode");
  if (!mode.empty() && mode != "basic" && mode != "detailed")
    return neptune_error(call, 400, "InvalidParameterException", "mode is basic or detailed");
  const auto& graph = call.graph;
  const auto& schema = queries::schema_of(graph);
  // Computed once per snapshot and kept with it.
  const auto& node_properties = graph.derived().get<NodePropertyCounts>([&graph] { return NodePropertyCounts(graph); });
  Response response;
  response.content_type = kJsonType;
  JsonText json(response.body);
  json.begin_object().member("status", "200 OK").key("payload").begin_object().member("version", "v1");
  json.key("graphSummary").begin_object();
  json.member("numNodes", schema.node_count).member("numEdges", schema.relationship_count);
  json.member("numNodeLabels", schema.labels.size()).member("numEdgeLabels", schema.types.size());
  write_names(json, "nodeLabels", schema.labels);
  write_names(json, "edgeLabels", schema.types);
  write_counts(json, "nodeProperties", node_properties.counts);
  write_counts(json, "edgeProperties", edge_property_counts(schema));
  json.end_object().end_object().end_object();
  return response;
}

}  // namespace

/// The routes exist in two spellings: Neptune's endpoint documentation writes openCypher; the documentation of its data
/// API, which Amazon's client uses, writes opencypher.
void add_neptune_routes(Router& router, const RunningQueries& running) {
  const auto status = [&running](const Call& call) { return answer_status(call, running); };
  router.add({"GET", "/openCypher", answer_query});
  router.add({"POST", "/openCypher/status", status, Freshness::Live, Cost::Instant});
  router.add({"DELETE", "/openCypher/status", status, Freshness::Live, Cost::Instant});
  for (const std::string path : {"/openCypher", "/opencypher"}) {
    router.add({"POST", path, answer_query});
    router.add({"POST", path + "/explain", answer_explain});
    router.add({"GET", path + "/status", status, Freshness::Live, Cost::Instant});
    router.add({"GET", path + "/status/{queryId}", status, Freshness::Live, Cost::Instant});
    router.add({"DELETE", path + "/status/{queryId}", status, Freshness::Live, Cost::Instant});
  }
  const auto started = std::chrono::system_clock::now();
  const auto engine = [started](const Call& call) { return answer_engine_status(call, started); };
  router.add({"GET", "/status", engine, Freshness::Live, Cost::Instant});
  for (const auto* path : {"/pg/statistics/summary", "/propertygraph/statistics/summary"})
    router.add({"GET", path, answer_summary});
}

}  // namespace treatygraph::server
