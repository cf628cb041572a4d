// /v1/cypher answers in three ways. JSON, HTML and drawings are made as a whole, with at most Statement::kMaxRows rows.
// CSV and NDJSON are streamed while the query runs (RowStream). The first piece is made before the answer begins: a
// query that fails before it gets an ordinary error with its status, and an answer of one piece needs no stream.

#include "server/cypher/cypher_routes.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "queries/catalogue/subgraph_answer.h"
#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/plan_cache.h"
#include "queries/cypher/asking/row_stream.h"
#include "queries/cypher/values/error_text.h"
#include "queries/formats/answers/html.h"
#include "queries/formats/render.h"
#include "server/api/json_body.h"
#include "server/api/negotiation.h"
#include "server/api/question_answer.h"
#include "server/cypher/neptune_routes.h"
#include "server/cypher/query_api_routes.h"
#include "server/cypher/statement_request.h"
#include "server/cypher/transaction_api_routes.h"
#include "server/cypher/transactions.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;
using queries::cypher::Map;
using queries::cypher::Statement;
using queries::cypher::StatementAnswer;
using queries::cypher::Value;
using queries::formats::Drawing;
using queries::formats::Format;
using queries::formats::JsonText;

/// Where in the query the error is: offset and length in bytes, line and column from 1.
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

/// An RFC 9457 problem with the query language's own members.
Response query_problem(const CypherError& error, std::string_view query) {
  const auto status = status_of(error);
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

/// The nodes and relationships of the rows, drawn.
Response draw(const Call& call, const StatementAnswer& answer, Format format, const Drawing& form) {
  const auto drawing = queries::subgraph_answer(queries::cypher::subgraph_of(call.graph, answer), answer.warnings);
  auto body = queries::formats::render(call.graph, drawing, format, {form.layout, call.iri_base});
  if (!body) return problem(body.error());
  Response response;
  response.content_type = queries::formats::spec_of(format).media_type;
  response.body = queries::formats::with_fields(std::move(*body), form);
  say_in_head(answer.warnings.size(), answer.truncated, response);
  return response;
}

/// Rows as a page, below the warnings about them.
std::string as_page(const Call& call, const StatementAnswer& answer) {
  auto notices = answer.warnings;
  if (const auto& why = answer.truncated)
    notices.push_back(fmt::format("Not whole: {}; {}.", why->reason, why->how_to_go_on));
  return queries::formats::to_html(queries::cypher::rows_as_table(call.graph, answer), call.graph.snapshot(), notices);
}

/// Every format other than the streamed ones.
Response write_answer(const Call& call, const StatementAnswer& answer, Format format, bool with_graph,
                      const Drawing& form) {
  Response response;
  response.content_type = std::string(queries::formats::spec_of(format).media_type);
  switch (format) {
    case Format::Json:
      response.body =
          queries::formats::with_fields(queries::cypher::rows_as_json(call.graph, answer, with_graph), form);
      break;
    case Format::Html:
      response.content_type += "; charset=utf-8";
      response.body = as_page(call, answer);
      break;
    default:
      return draw(call, answer, format, form);
  }
  return response;
}

using queries::cypher::RowStream;

/// The source of a streamed answer: the first piece, then all others. The stream owns everything that the query needs.
BodySource rest_of(std::shared_ptr<RowStream> stream, std::string first, const std::atomic<bool>* gone) {
  return [stream = std::move(stream), first = std::move(first), gone](std::string& piece) mutable {
    if (!first.empty()) {
      piece = std::exchange(first, {});
      return Piece::More;
    }
    switch (stream->next(piece, gone)) {
      case RowStream::State::More:
        return Piece::More;
      case RowStream::State::Done:
        return Piece::Done;
      case RowStream::State::Failed:
        break;
    }
    return Piece::Failed;
  };
}

/// All rows, unless the client limits them. An answer of one piece is sent like any other.
Response stream_rows(const Call& call, const StatementRequest& asked, Format format) {
  const auto& statement = asked.statement;
  auto query = queries::cypher::PlanCache::of(call.graph).prepare(statement.text, statement.parameters);
  if (!query) return query_problem(query.error(), statement.text);
  const auto form = format == Format::Csv ? RowStream::Form::Csv : RowStream::Form::Ndjson;
  const auto stream = RowStream::begin({call.graph, std::move(*query), statement.parameters, asked.max_rows}, form,
                                       asked.budget.limits());
  if (!stream) return problem(503, "too many answers are on their way at once; ask again in a second, or for JSON");
  std::string first;
  const auto state = stream->next(first, call.request.gone);
  if (state == RowStream::State::Failed) return query_problem(stream->error(), statement.text);
  Response response;
  response.content_type = queries::formats::spec_of(format).media_type;
  if (format == Format::Csv) response.content_type += "; charset=utf-8";
  queries::Truncated truncated;
  if (stream->is_limited()) truncated = {RowStream::first_rows(*asked.max_rows), {}};
  say_in_head(stream->warnings().size(), truncated, response);
  if (state == RowStream::State::Done) {
    response.body = std::move(first);
  } else {
    response.source = rest_of(stream, std::move(first), call.request.gone);
  }
  return response;
}

/// Chooses the format before the query runs.
Response answer_statement(const Call& call, const StatementRequest& asked) {
  const auto format_name = call.parameters.text("format");
  const auto format = negotiate(format_name, call.request.header("Accept"));
  if (!format) return format_name.empty() ? problem(406, format.error().detail) : problem(format.error());
  const auto form = drawing_asked(call, *format);
  if (!form) return problem(form.error());
  // From here on the statement can be listed and stopped.
  call.running.asks(asked.statement.text);
  if (*format == Format::Csv || *format == Format::Ndjson) return stream_rows(call, asked, *format);
  if (asked.max_rows > Statement::kMaxRows) {
    return problem(400, fmt::format("max_rows is at most {} here; csv and ndjson stream as many rows as there are",
                                    Statement::kMaxRows));
  }
  const auto answer = queries::cypher::ask(call.graph, asked.statement, asked.budget);
  if (!answer) return query_problem(answer.error(), asked.statement.text);
  return write_answer(call, *answer, *format, asked.with_graph, *form);
}

/// The body is one JSON object.
Response post_cypher(const Call& call) {
  const auto body = read_json_object(call.request.body);
  if (!body) return problem(body.error());
  const auto asked = read_statement(call, *body, "query");
  if (!asked) return problem(asked.error());
  return answer_statement(call, *asked);
}

/// A query as a link: ?query=...&parameters={...}&max_rows=10. The parameters become the body that POST would have.
Response get_cypher(const Call& call) {
  Map body;
  body.set("query", std::string(call.parameters.text("query")));
  if (call.parameters.text("query").empty()) return problem(400, "the parameter query is missing: the text of a query");
  if (const auto given = call.parameters.find("parameters")) {
    const auto parameters = read_json_object(*given);
    if (!parameters) return problem(parameters.error());
    body.set("parameters", *parameters);
  }
  body.set("graph", call.parameters.text("graph") == "true");
  // Numbers arrive as text and become numbers, as in a body.
  for (const auto* name : {"max_rows", "timeout_ms"}) {
    const auto number = call.parameters.count(name, 0);
    if (!number) return problem(number.error());
    if (call.parameters.has(name)) body.set(name, static_cast<std::int64_t>(*number));
  }
  const auto asked = read_statement(call, body, "query");
  if (!asked) return problem(asked.error());
  return answer_statement(call, *asked);
}

}  // namespace

void add_cypher_routes(Router& router, const RunningQueries& running) {
  router.add({"POST", "/v1/cypher", post_cypher});
  router.add({"GET", "/v1/cypher", get_cypher});
  const auto transactions = std::make_shared<Transactions>();
  add_query_api_routes(router, transactions);
  add_transaction_api_routes(router, transactions);
  add_neptune_routes(router, running);
}

}  // namespace treatygraph::server
