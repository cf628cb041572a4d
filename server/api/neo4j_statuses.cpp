#include "server/api/neo4j_statuses.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/values/error_text.h"
#include "server/http/problem.h"
#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

using queries::cypher::CypherError;

/// An error that has this detail, or this type where no detail is given.
struct Row {
  std::string_view type;
  std::string_view detail;
  Neo4jStatus status;
};

constexpr std::string_view kTerminated =
    "error: invalid transaction state - transaction termination client error. The transaction has been terminated.";

/// Rows with a detail are more specific, and come before rows of the type that such errors have.
constexpr std::array kRows = {
    Row{"ReadOnlyError",
        "",
        {"Neo.ClientError.Statement.AccessMode", "42N02",
         "error: syntax error or access rule violation - writing in read access mode. Writing in read access mode not "
         "allowed.",
         403}},
    Row{"RequestError",
        "",
        {"Neo.ClientError.Request.Invalid", "08N11",
         "error: connection exception - request error. The request is invalid and could not be processed by the "
         "server."}},
    Row{"ParameterMissing",
        "",
        {"Neo.ClientError.Statement.ParameterMissing", "42N51",
         "error: syntax error or access rule violation - invalid parameter."}},
    Row{"",
        "ProcedureNotFound",
        {"Neo.ClientError.Procedure.ProcedureNotFound", "42N08",
         "error: syntax error or access rule violation - no such procedure."}},
    Row{"ProcedureError",
        "",
        {"Neo.ClientError.Procedure.ProcedureCallFailed", "52N37",
         "error: procedure exception - procedure execution error."}},
    Row{"TypeError",
        "",
        {"Neo.ClientError.Statement.TypeError", "22G03", "error: data exception - invalid value type"}},
    Row{"ArgumentError", "", {"Neo.ClientError.Statement.ArgumentError", "22000", "error: data exception"}},
    Row{"",
        "DivisionByZero",
        {"Neo.ClientError.Statement.ArithmeticError", "22012", "error: data exception - division by zero"}},
    Row{"ArithmeticError", "", {"Neo.ClientError.Statement.ArithmeticError", "22000", "error: data exception"}},
    Row{"", "DeadlineExceeded", {"Neo.ClientError.Transaction.TransactionTimedOut", "25N14", kTerminated, 503}},
    Row{"", "Cancelled", {"Neo.ClientError.Transaction.Terminated", "25N14", kTerminated, 503}},
    Row{"",
        "MemoryLimitExceeded",
        {"Neo.TransientError.General.MemoryPoolOutOfMemoryError", "51N72",
         "error: system configuration or operation exception - memory pool out of memory.", 503}},
    Row{"TransientError",
        "",
        {"Neo.TransientError.Request.NoThreadsAvailable", "51N66",
         "error: system configuration or operation exception - resource exhaustion. Insufficient resources to complete "
         "the request.",
         503}},
    Row{"DatabaseError",
        "",
        {"Neo.DatabaseError.General.UnknownError", "50N42",
         "error: general processing exception - unexpected error. Unexpected error has occurred.", 500}},
};
/// Also for errors of names, such as an undefined variable.
constexpr Neo4jStatus kSyntaxError = {"Neo.ClientError.Statement.SyntaxError", "42001",
                                      "error: syntax error or access rule violation - invalid syntax"};

}  // namespace

const Neo4jStatus& neo4j_status(const CypherError& error) {
  const auto* const found = std::ranges::find_if(
      kRows, [&](const Row& row) { return row.detail.empty() ? row.type == error.type : row.detail == error.detail; });
  return found == kRows.end() ? kSyntaxError : found->status;
}

std::string neo4j_message(const CypherError& error, std::string_view query) {
  // Half of the bytes, so that the quoted line has room as well.
  auto message = shortened(error.message, kLongestDetail / 2);
  const auto excerpt = queries::cypher::excerpt_of(error.span, query);
  if (!excerpt) return message;
  return fmt::format("{} (line {}, column {} (offset: {}))\n\"{}\"\n{}^", message, excerpt->position.line,
                     excerpt->position.column, error.span.offset, excerpt->line, std::string(excerpt->before + 1, ' '));
}

}  // namespace treatygraph::server
