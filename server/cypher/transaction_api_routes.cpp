// A request has any number of statements. They run until one fails; the results before it are sent together with the
// error, and the status remains 200 or 201. A transaction works as in the Query API, but its address is in "commit" and
// "Location".

#include "server/cypher/transaction_api_routes.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/cypher/asking/answer_text.h"
#include "server/api/json_body.h"
#include "server/cypher/neo4j_answers.h"
#include "server/cypher/row_results.h"
#include "server/cypher/statement_request.h"

namespace treatygraph::server {
namespace {

using queries::cypher::JsonShape;
using queries::cypher::Map;
using queries::cypher::StatementAnswer;
using queries::cypher::Value;
using queries::cypher::ValueType;
using queries::formats::JsonText;
using Transaction = Transactions::Transaction;

/// One of the statements of a request.
struct BatchStatement {
  StatementRequest request;
  RowContents contents;
  bool with_stats = false;
};

/// "row" if the statement does not say. The form "rest" contains links to a REST API that Neo4j has removed.
Result<RowContents> contents_of(const Map& statement) {
  const auto* given = statement.find("resultDataContents");
  if (given == nullptr || given->is_null()) return RowContents{};
  RowContents contents{false, false};
  if (!given->is(ValueType::List)) return fail(ErrorCode::InvalidArgument, "resultDataContents must be a list");
  for (const auto& name : given->list()) {
    const auto format = lower_case(name.is(ValueType::String) ? name.string() : std::string_view());
    if (format == "row") {
      contents.row = true;
    } else if (format == "graph") {
      contents.graph = true;
    } else {
      return fail(ErrorCode::InvalidArgument, "resultDataContents has row and graph; the form rest is not given here");
    }
  }
  return contents;
}

/// One element of "statements".
Result<BatchStatement> read_one(const Call& call, const Value& statement) {
  if (!statement.is(ValueType::Map)) return fail(ErrorCode::InvalidArgument, "each of statements must be an object");
  auto request = read_statement(call, statement.map(), "statement");
  if (!request) return fail(request.error());
  const auto contents = contents_of(statement.map());
  if (!contents) return fail(contents.error());
  ask_for_all_rows(*request);
  const auto* stats = statement.map().find("includeStats");
  return BatchStatement{std::move(*request), *contents, stats != nullptr && stats->is_true()};
}

/// The list may be empty: clients open, keep alive and commit transactions without statements.
Result<std::vector<BatchStatement>> read_all(const Call& call) {
  std::vector<BatchStatement> all;
  if (call.request.body.empty()) return all;
  const auto body = read_json_object(call.request.body);
  if (!body) return fail(body.error());
  const auto* statements = body->find("statements");
  if (statements == nullptr || statements->is_null()) return all;
  if (!statements->is(ValueType::List)) return fail(ErrorCode::InvalidArgument, "\"statements\" must be a list");
  for (const auto& statement : statements->list()) {
    auto one = read_one(call, statement);
    if (!one) return fail(one.error());
    all.push_back(std::move(*one));
  }
  return all;
}

/// Nothing is written. "relationship_deleted" is spelled as Neo4j spells it.
void write_stats(JsonText& json) {
  json.key("stats").begin_object().member("contains_updates", false);
  for (const auto* name : {"nodes_created", "nodes_deleted", "properties_set", "relationships_created",
                           "relationship_deleted", "labels_added", "labels_removed", "indexes_added", "indexes_removed",
                           "constraints_added", "constraints_removed", "system_updates"}) {
    json.member(name, 0);
  }
  json.member("contains_system_updates", false).end_object();
}

/// One element of "results".
void write_result(JsonText& json, const Graph& graph, const BatchStatement& asked, const StatementAnswer& answer) {
  const bool has_rows = !answer.query->is_explain();
  json.begin_object().key("columns").begin_array();
  if (has_rows) {
    for (const auto& column : answer.columns()) json.value(column);
  }
  json.end_array().key("data").begin_array();
  if (has_rows) {
    for (const auto& row : answer.rows) write_row(json, graph, row, asked.contents);
  }
  json.end_array();
  if (asked.with_stats) write_stats(json);
  if (answer.plan) {
    json.key("plan").begin_object().key("root");
    write_plan(json, graph, *answer.plan, JsonShape::Neo4j);
    json.end_object();
  }
  write_notifications(json, answer);
  json.end_object();
}

/// Runs one statement and appends its result, or returns why it failed.
std::optional<Neo4jError> run(JsonText& json, const Call& call, const Graph& graph, const BatchStatement& asked) {
  const auto& text = asked.request.statement.text;
  call.running.asks(text);
  const auto answer = queries::cypher::ask(graph, asked.request.statement, asked.request.budget);
  if (!answer) return neo4j_error(answer.error(), text);
  if (auto cut = cut_short(*answer, asked.request.max_rows.has_value())) return cut;
  write_result(json, graph, asked, *answer);
  return std::nullopt;
}

/// An answer without results.
Response only_error(int status, std::string_view code, std::string_view message) {
  Response response;
  response.status = status;
  response.content_type = kJsonType;
  JsonText json(response.body);
  json.begin_object().key("results").begin_array().end_array().key("errors").begin_array();
  write_error(json, {status, std::string(code), std::string(message)});
  json.end_array().end_object();
  return response;
}

Response transaction_not_found(std::string_view id) {
  return only_error(404, "Neo.ClientError.Transaction.TransactionNotFound", no_such_transaction(id));
}

/// The address to which the commit of the transaction is sent.
std::string commit_address(const Call& call, const Transaction& transaction) {
  return fmt::format("http://{}/db/{}/tx/{}/commit", call.request.header("Host"), call.parameters.text("database"),
                     transaction.id);
}

/// What run_all() did.
struct BatchResult {
  Response response;
  bool failed = false;
};

/// Runs the statements until one fails; for an open `transaction`, also says how to continue it. Failures are reported
/// in the body: the status is always that of a streaming API.
BatchResult run_all(const Call& call, const Graph& graph, const std::vector<BatchStatement>& statements,
                    const Transaction* transaction) {
  BatchResult ran;
  ran.response.content_type = kJsonType;
  ran.response.headers.emplace_back("Treatygraph-Snapshot", graph.snapshot());
  JsonText json(ran.response.body);
  json.begin_object().key("results").begin_array();
  std::optional<Neo4jError> error;
  for (const auto& statement : statements) {
    error = run(json, call, graph, statement);
    if (error) break;
  }
  json.end_array().key("errors").begin_array();
  if (error) write_error(json, *error);
  json.end_array();
  ran.failed = error.has_value();
  if (transaction == nullptr) {
    json.key("lastBookmarks").begin_array().value(graph.snapshot()).end_array();
  } else if (!ran.failed) {
    const auto expires = fmt::gmtime(std::chrono::system_clock::to_time_t(transaction->expires));
    json.member("commit", commit_address(call, *transaction)).key("transaction").begin_object();
    json.member("expires", fmt::format("{:%a, %d %b %Y %T GMT}", expires)).end_object();
  }
  json.end_object();
  return ran;
}

/// Reads the statements and passes them to `answer`.
template <typename Answer>
Response with_statements(const Call& call, Answer answer) {
  const auto statements = read_all(call);
  if (!statements) return only_error(400, "Neo.ClientError.Request.InvalidFormat", statements.error().detail);
  return answer(*statements);
}

/// Without a transaction: all statements read the current snapshot.
Response commit_at_once(const Call& call) {
  return with_statements(call, [&](const std::vector<BatchStatement>& statements) {
    return run_all(call, call.graph, statements, nullptr).response;
  });
}

/// An error in the first request leaves no transaction open.
Response open_transaction(const Call& call, Transactions& transactions) {
  return with_statements(call, [&](const std::vector<BatchStatement>& statements) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.begin(database, call.request.client, call.shared_graph);
    if (!transaction) {
      return only_error(503, "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
                        transaction.error().detail);
    }
    auto ran = run_all(call, *transaction->graph, statements, &*transaction);
    ran.response.status = 201;
    if (ran.failed) {
      transactions.end(database, transaction->id);
      return ran.response;
    }
    auto location = commit_address(call, *transaction);
    // The transaction's own address is that of its commit without the last part.
    location.resize(location.rfind('/'));
    ran.response.headers.emplace_back("Location", std::move(location));
    return ran.response;
  });
}

/// Also keeps the transaction alive if there are no statements.
Response execute_statements(const Call& call, Transactions& transactions) {
  return with_statements(call, [&](const std::vector<BatchStatement>& statements) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.use(database, call.parameters.text("transaction"));
    if (!transaction) return transaction_not_found(call.parameters.text("transaction"));
    auto ran = run_all(call, *transaction->graph, statements, &*transaction);
    if (ran.failed) transactions.end(database, transaction->id);
    return ran.response;
  });
}

/// The transaction is over whether or not a last statement fails.
Response commit_statements(const Call& call, Transactions& transactions) {
  return with_statements(call, [&](const std::vector<BatchStatement>& statements) {
    const auto database = call.parameters.text("database");
    const auto transaction = transactions.use(database, call.parameters.text("transaction"));
    if (!transaction) return transaction_not_found(call.parameters.text("transaction"));
    auto ran = run_all(call, *transaction->graph, statements, nullptr);
    transactions.end(database, transaction->id);
    return ran.response;
  });
}

/// Ending it twice is 404, like an id that never existed.
Response delete_transaction(const Call& call, Transactions& transactions) {
  const auto id = call.parameters.text("transaction");
  if (!transactions.end(call.parameters.text("database"), id)) return transaction_not_found(id);
  Response response;
  response.content_type = kJsonType;
  response.body = R"({"results":[],"errors":[]})";
  return response;
}

}  // namespace

void add_transaction_api_routes(Router& router, const std::shared_ptr<Transactions>& transactions) {
  const auto add = [&](std::string_view method, std::string_view below, auto answer, Cost cost = Cost::Dear) {
    router.add({std::string(method), "/db/{database}/tx" + std::string(below),
                [transactions, answer](const Call& call) { return answer(call, *transactions); }, Freshness::Snapshot,
                cost});
  };
  router.add({"POST", "/db/{database}/tx/commit", commit_at_once});
  add("POST", "", open_transaction);
  add("POST", "/{transaction}", execute_statements);
  add("POST", "/{transaction}/commit", commit_statements);
  add("DELETE", "/{transaction}", delete_transaction, Cost::Instant);
}

}  // namespace treatygraph::server
