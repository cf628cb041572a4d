#include "server/cypher/statement_request.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace treatygraph::server {
namespace {

using queries::cypher::Map;
using queries::cypher::Statement;
using queries::cypher::ValueType;

/// A number from 1 to `most`; larger ones become `most`.
Result<std::size_t> whole_number(const Map& body, std::string_view name, std::size_t otherwise, std::size_t most) {
  const auto* value = body.find(name);
  if (value == nullptr || value->is_null()) return otherwise;
  if (!value->is(ValueType::Integer) || value->integer() < 1) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{} must be a whole number from 1", name));
  }
  return std::min(static_cast<std::size_t>(value->integer()), most);
}

}  // namespace

void ask_for_all_rows(StatementRequest& asked) {
  asked.statement.max_rows = asked.max_rows.value_or(std::numeric_limits<std::size_t>::max());
}

int status_of(const queries::cypher::CypherError& error) {
  if (error.type == "ReadOnlyError") return 403;
  return error.type == "TransientError" || error.type == "DatabaseError" ? 503 : 400;
}

Result<StatementRequest> read_statement(const Call& call, const Map& body, std::string_view text_name) {
  const auto* text = body.find(text_name);
  if (text == nullptr || !text->is(ValueType::String)) {
    return fail(ErrorCode::InvalidArgument, fmt::format("the body needs \"{}\": a query as a string", text_name));
  }
  StatementRequest asked{{}, call.budget, false, {}};
  asked.statement.text = text->string();
  if (const auto* parameters = body.find("parameters"); parameters != nullptr && !parameters->is_null()) {
    if (!parameters->is(ValueType::Map)) return fail(ErrorCode::InvalidArgument, "\"parameters\" must be an object");
    asked.statement.parameters = parameters->map();
  }
  const auto rows = whole_number(body, "max_rows", Statement::kUsualRows, Statement::kMaxRows);
  if (!rows) return fail(rows.error());
  asked.statement.max_rows = *rows;
  const auto* given = body.find("max_rows");
  // As the client gave it, not lowered: CSV and NDJSON have no upper limit.
  if (given != nullptr && !given->is_null()) asked.max_rows = static_cast<std::size_t>(given->integer());
  // Ten minutes at most; the deadline of the request comes first if it is shorter.
  const auto time = whole_number(body, "timeout_ms", 600'000, 600'000);
  if (!time) return fail(time.error());
  asked.budget = call.budget.within(std::chrono::milliseconds(*time));
  const auto* graph = body.find("graph");
  asked.with_graph = graph != nullptr && graph->is_true();
  return asked;
}

}  // namespace treatygraph::server
