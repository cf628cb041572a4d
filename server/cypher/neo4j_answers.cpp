#include "server/cypher/neo4j_answers.h"

#include <array>

#include <fmt/format.h>

#include "server/api/json_body.h"
#include "server/api/neo4j_notifications.h"
#include "server/api/neo4j_statuses.h"
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

}  // namespace

Neo4jError neo4j_error(const CypherError& error, std::string_view query) {
  const auto& status = neo4j_status(error);
  return {status.http_status, std::string(status.code), neo4j_message(error, query)};
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
  response.content_type = kJsonType;
  JsonText json(response.body);
  json.begin_object().key("errors").begin_array();
  write_error(json, error);
  json.end_array().end_object();
  return response;
}

namespace {

/// The code for a refusal that is known by its status only.
std::string_view code_of_refusal(int status) {
  if (status == 401) return "Neo.ClientError.Security.Unauthorized";
  if (status == 403) return "Neo.ClientError.Security.Forbidden";
  if (status == 503) return "Neo.TransientError.Request.NoThreadsAvailable";
  return status >= 500 ? "Neo.DatabaseError.General.UnknownError" : "Neo.ClientError.Request.Invalid";
}

}  // namespace

Response as_neo4j_refusal(Response refusal, std::string_view path) {
  // Without a detail it is not a problem of ours, and stays as it is.
  const auto problem = read_json_object(refusal.body);
  const auto* detail = problem ? problem->find("detail") : nullptr;
  if (detail == nullptr || !detail->is(queries::cypher::ValueType::String)) return refusal;
  const auto has = [&](std::string_view part) { return path.find(part) != std::string_view::npos; };
  // "/db/x/tx/commit" belongs to the older API, "/db/x/query/v2/tx" does not.
  const bool is_older_form = has("/tx") && !has("/query/");
  std::string body;
  JsonText json(body);
  json.begin_object();
  if (is_older_form) json.key("results").begin_array().end_array();
  json.key("errors").begin_array();
  write_error(json, {refusal.status, std::string(code_of_refusal(refusal.status)), std::string(detail->string())});
  json.end_array().end_object();
  refusal.body = std::move(body);
  refusal.content_type = kJsonType;
  return refusal;
}

/// Reported as a lack of memory; the detail says what to do, since asking again has the same result.
std::optional<Neo4jError> cut_short(const StatementAnswer& answer, bool asked_for_fewer) {
  if (!answer.truncated || asked_for_fewer) return std::nullopt;
  return Neo4jError{
      503, "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
      fmt::format("the answer is too large to be sent whole ({}): add SKIP and LIMIT to the query, or ask "
                  "/v1/cypher for CSV or NDJSON, which are streamed",
                  answer.truncated->reason)};
}

void write_notifications(JsonText& json, const StatementAnswer& answer) {
  const auto note = [&](std::string_view code, std::string_view title, std::string_view category,
                        std::string_view description) {
    json.begin_object()
        .member("code", code)
        .member("title", title)
        .member("description", description)
        .member("severity", "WARNING")
        .member("category", category)
        .end_object();
  };
  if (answer.warnings.empty() && !answer.truncated) return;
  json.key("notifications").begin_array();
  for (const auto& warning : answer.warnings) {
    const auto& kind = neo4j_notification(warning);
    note(kind.code, kind.title, kind.category, warning);
  }
  if (answer.truncated) {
    note("Neo.ClientNotification.Statement.Truncated", "The answer is not whole", "GENERIC", answer.truncated->reason);
  }
  json.end_array();
}

/// The members of Neo4j 5, in its order.
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
  json.end_object().key("identifiers").begin_array();
  for (const auto& name : plan.identifiers) json.value(name);
  json.end_array();
  // Only PROFILE has counts. There is no page cache, but clients expect its members.
  if (plan.done) {
    json.member("dbHits", plan.done->hits).member("records", plan.done->rows).member("hasPageCacheStats", false);
    json.member("pageCacheHits", 0).member("pageCacheMisses", 0).key("pageCacheHitRatio").raw("0.0").member("time", 0);
  }
  json.key("children").begin_array();
  for (const auto& child : plan.children) write_plan(json, graph, child, shape);
  json.end_array().end_object();
}

}  // namespace treatygraph::server
