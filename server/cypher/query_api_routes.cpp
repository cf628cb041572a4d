// A statement is read from JSON and answered in JSON, plain or typed ({"$type", "_value"}) as the client prefers.
// Statuses follow Neo4j: 202 for an answer, although it is complete, and 4xx or 503 with "errors" for a failure.
//
// A transaction is opened with the first request, used by its id, and ended by commit, rollback, an error or idleness.
// Since nothing is written, all that it keeps is its snapshot.

#include "server/cypher/query_api_routes.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "queries/cypher/asking/answer_text.h"
#include "server/api/json_body.h"
#include "server/cypher/neo4j_answers.h"
#include "server/cypher/statement_request.h"
#include "server/cypher/typed_values.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

using queries::cypher::JsonShape;
using queries::cypher::Map;
using queries::cypher::StatementAnswer;
using queries::cypher::ValueType;
using queries::formats::JsonText;
using Transaction = Transactions::Transaction;

constexpr std::string_view kTyped = "application/vnd.neo4j.query";  // typed JSON, in requests and in answers
/// The release whose Query API this follows.
constexpr std::string_view kNeo4jVersion = "5.26.0";

/// The media type of an answer: the one of ours that the client prefers. Nothing if it accepts neither.
std::optional<std::string_view> accepted(std::string_view accept) {
  if (trimmed(accept).empty()) return kJsonType;
  std::optional<std::string_view> best;
  double best_quality = 0;
  while (!accept.empty()) {
    auto element = next_piece(accept, ',');
    const auto range = next_piece(element, ';');
    const auto quality = quality_of(element);
    if (quality <= best_quality) continue;
    if (range == kTyped) {
      best = kTyped;
    } else if (range == kJsonType || range == "*/*" || range == "application/*") {
      best = kJsonType;
    } else {
      continue;
    }
    best_quality = quality;
  }
  return best;
}

Response invalid(std::string_view message) {
  return error_answer({400, "Neo.ClientError.Request.Invalid", std::string(message)});
}

/// The transaction may have expired.
Response not_open(std::string_view id) {
  return error_answer({404, "Neo.ClientError.Request.Invalid", no_such_transaction(id)});
}

/// Options that change nothing here: their form is checked, so that mistakes show.
Result<void> check_options(const Map& body) {
  if (const auto* bookmarks = body.find("bookmarks"); bookmarks != nullptr && !bookmarks->is_null()) {
    const auto is_text = [](const auto& bookmark) { return bookmark.is(ValueType::String); };
    if (!bookmarks->is(ValueType::List) || !std::ranges::all_of(bookmarks->list(), is_text))
      return fail(ErrorCode::InvalidArgument, "bookmarks must be a list of strings");
  }
  if (const auto* mode = body.find("accessMode"); mode != nullptr && !mode->is_null()) {
    const auto is_mode = mode->is(ValueType::String) && (mode->string() == "READ" || mode->string() == "WRITE");
    if (!is_mode) return fail(ErrorCode::InvalidArgument, "accessMode must be READ or WRITE");
  }
  return {};
}

/// "maxExecutionTime" is a number of seconds.
Result<StatementRequest> read_query_request(const Call& call, const Map& body) {
  auto asked = read_statement(call, body, "statement");
  if (!asked) return asked;
  ask_for_all_rows(*asked);
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

/// One request, in a transaction or alone.
struct QueryRequest {
  const Call& call;
  const Graph& graph;           ///< the transaction's snapshot, or the current one
  const Map& body;              // of the request
  std::string_view media_type;  // of the answer
};

/// "data": columns and rows. EXPLAIN has none.
void write_table(JsonText& json, const Graph& graph, const StatementAnswer& answer, JsonShape shape) {
  const bool has_rows = !answer.query->is_explain();
  json.key("data").begin_object().key("fields").begin_array();
  if (has_rows) {
    for (const auto& column : answer.columns()) json.value(column);
  }
  json.end_array().key("values").begin_array();
  if (has_rows) {
    for (const auto& row : answer.rows) {
      json.begin_array();
      for (const auto& value : row) write_value(json, graph, value, shape);
      json.end_array();
    }
  }
  json.end_array().end_object();
}

/// What the answer contains besides the bookmarks.
void write_answer(JsonText& json, const QueryRequest& asked, const StatementAnswer& answer) {
  const auto shape = asked.media_type == kTyped ? JsonShape::Neo4jTyped : JsonShape::Neo4j;
  write_table(json, asked.graph, answer, shape);
  write_notifications(json, answer);
  if (const auto* wanted = asked.body.find("includeCounters"); wanted != nullptr && wanted->is_true()) {
    json.key("counters").begin_object();
    write_counters(json);
    json.end_object();
  }
  if (!answer.plan) return;
  json.key(answer.query->is_profile() ? "profiledQueryPlan" : "queryPlan");
  write_plan(json, asked.graph, *answer.plan, shape);
}

/// When it expires if it is not used again.
void write_transaction(JsonText& json, const Transaction& transaction) {
  json.key("transaction")
      .begin_object()
      .member("id", transaction.id)
      .member("expires",
              fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(transaction.expires))))
      .end_object();
}

/// The answer to the statement in the body, if any; for an open `transaction`, also its expiry.
Response answer_statement(const QueryRequest& asked, const Transaction* transaction) {
  Response response;
  response.status = 202;
  response.content_type = asked.media_type;
  JsonText json(response.body);
  json.begin_object();
  const auto* text = asked.body.find("statement");
  const bool has_statement =
      text != nullptr && !text->is_null() && !(text->is(ValueType::String) && text->string().empty());
  if (has_statement) {
    const auto request = read_query_request(asked.call, asked.body);
    if (!request) return invalid(request.error().detail);
    asked.call.running.asks(request->statement.text);
    const auto answer = queries::cypher::ask(asked.graph, request->statement, request->budget);
    if (!answer) return error_answer(neo4j_error(answer.error(), request->statement.text));
    if (const auto cut = cut_short(*answer, request->max_rows.has_value())) return error_answer(*cut);
    write_answer(json, asked, *answer);
  }
  // Nothing is written, so a bookmark only names the snapshot.
  json.key("bookmarks").begin_array().value(asked.graph.snapshot()).end_array();
  if (transaction != nullptr) write_transaction(json, *transaction);
  json.end_object();
  response.headers.emplace_back("Treatygraph-Snapshot", asked.graph.snapshot());
  return response;
}

/// Reads the parts that all calls share, and passes them to `answer`.
template <typename Answer>
Response with_body(const Call& call, Answer answer) {
  const auto media_type = accepted(call.request.header("Accept"));
  if (!media_type) return problem(406, fmt::format("Accept admits none of {}, {}", kJsonType, kTyped));
  const auto body = call.request.body.empty() ? Result<Map>(Map()) : read_json_object(call.request.body);
  if (!body) return error_answer({400, "Neo.ClientError.Request.InvalidFormat", body.error().detail});
  if (const auto checked = check_options(*body); !checked) return invalid(checked.error().detail);
  return answer(*body, *media_type);
}

Response post_query(const Call& call) {
  return with_body(call, [&](const Map& body, std::string_view media_type) {
    const auto* text = body.find("statement");
    if (text == nullptr || !text->is(ValueType::String))
      return invalid("the body needs \"statement\": a query as a string");
    return answer_statement({call, call.graph, body, media_type}, nullptr);
  });
}

/// Opens a transaction and runs the first statement, if there is one.
Response begin_transaction(const Call& call, Transactions& transactions) {
  return with_body(call, [&](const Map& body, std::string_view media_type) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.begin(database, call.request.client, call.shared_graph);
    if (!transaction) {
      return error_answer(
          {503, "Neo.TransientError.Transaction.MaximumTransactionLimitReached", transaction.error().detail});
    }
    auto response = answer_statement({call, *transaction->graph, body, media_type}, &*transaction);
    if (response.status >= 400) transactions.end(database, transaction->id);
    return response;
  });
}

/// An error ends the transaction.
Response run_in_transaction(const Call& call, Transactions& transactions) {
  return with_body(call, [&](const Map& body, std::string_view media_type) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.use(database, call.parameters.text("transaction"));
    if (!transaction) return not_open(call.parameters.text("transaction"));
    auto response = answer_statement({call, *transaction->graph, body, media_type}, &*transaction);
    if (response.status >= 400) transactions.end(database, transaction->id);
    return response;
  });
}

/// May run a last statement.
Response commit_transaction(const Call& call, Transactions& transactions) {
  return with_body(call, [&](const Map& body, std::string_view media_type) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.use(database, call.parameters.text("transaction"));
    if (!transaction) return not_open(call.parameters.text("transaction"));
    auto response = answer_statement({call, *transaction->graph, body, media_type}, nullptr);
    transactions.end(database, transaction->id);
    return response;
  });
}

/// "{}" is what Neo4j answers.
Response roll_back_transaction(const Call& call, Transactions& transactions) {
  const auto id = call.parameters.text("transaction");
  if (!transactions.end(call.parameters.text("database"), id)) return not_open(id);
  Response response;
  response.content_type = kJsonType;
  response.body = "{}";
  return response;
}

}  // namespace

/// Clients begin here to find the API. The port and host are those that the client used.
Response query_api_discovery(const Call& call) {
  auto host = std::string(call.request.header("Host"));
  if (host.empty()) host = "localhost";
  Response response;
  response.content_type = kJsonType;
  JsonText(response.body)
      .begin_object()
      .member("query", fmt::format("http://{}/db/{{databaseName}}/query/v2", host))
      .member("transaction", fmt::format("http://{}/db/{{databaseName}}/tx", host))
      .member("neo4j_version", kNeo4jVersion)
      .member("neo4j_edition", "treatygraph, read-only")
      .end_object();
  return response;
}

void add_query_api_routes(Router& router, const std::shared_ptr<Transactions>& transactions) {
  router.explain_below(
      "/db",
      "Neo4j's Query API is at POST /db/treatygraph/query/v2, transactions at /db/treatygraph/query/v2/tx, "
      "the older form at /db/treatygraph/tx/commit");
  router.shape_refusals_below("/db", as_neo4j_refusal);
  router.add({"POST", "/db/{database}/query/v2", post_query});
  const auto add = [&](std::string_view method, std::string_view below, auto answer, Cost cost = Cost::Dear) {
    router.add({std::string(method), "/db/{database}/query/v2/tx" + std::string(below),
                [transactions, answer](const Call& call) { return answer(call, *transactions); }, Freshness::Snapshot,
                cost});
  };
  add("POST", "", begin_transaction);
  add("POST", "/{transaction}", run_in_transaction);
  add("POST", "/{transaction}/commit", commit_transaction);
  add("DELETE", "/{transaction}", roll_back_transaction, Cost::Instant);
}

}  // namespace treatygraph::server
