#include "server/bolt/answers.h"

#include <utility>

#include "server/api/neo4j_statuses.h"

namespace treatygraph::server::bolt {
namespace {

/// Drivers decide by it whether to retry.
std::string_view classification_of(std::string_view code) {
  if (code.starts_with("Neo.TransientError")) return "TRANSIENT_ERROR";
  return code.starts_with("Neo.DatabaseError") ? "DATABASE_ERROR" : "CLIENT_ERROR";
}

}  // namespace

Failure protocol_failure(std::string message) {
  return {"Neo.ClientError.Request.Invalid", "08N06",
          "error: connection exception - protocol error. General network protocol error.", std::move(message)};
}

Failure unauthorized(std::string message) {
  return {"Neo.ClientError.Security.Unauthorized", "42NFF",
          "error: syntax error or access rule violation - permission/access denied. Access denied, see the security "
          "logs for details.",
          std::move(message), 401};
}

Failure busy(std::string message) {
  return failure_of({"TransientError", queries::cypher::Phase::Run, "Busy", std::move(message), {}}, {});
}

Failure failure_of(const queries::cypher::CypherError& error, std::string_view query) {
  const auto& status = neo4j_status(error);
  return {status.code, status.gql_status, status.description, neo4j_message(error, query), status.http_status};
}

void append_ignored(std::string& out) {
  MessageFrame frame(out);
  PackWriter(out).structure('\x7e', 0);
  frame.end();
}

void write_diagnostic_entries(PackWriter& pack) {
  pack.entry("OPERATION", "");
  pack.entry("OPERATION_CODE", "0");
  pack.entry("CURRENT_SCHEMA", "/");
}

void append_failure(std::string& out, Version version, const Failure& failure) {
  MessageFrame frame(out);
  PackWriter pack(out);
  pack.structure('\x7f', 1);
  const bool has_gql = version.has_gql_failures();
  pack.map(has_gql ? 5 : 2);
  pack.entry(has_gql ? "neo4j_code" : "code", failure.code);
  pack.entry("message", std::string_view(failure.message));
  if (has_gql) {
    pack.entry("gql_status", failure.gql_status);
    pack.entry("description", failure.description);
    pack.string("diagnostic_record");
    pack.map(kDiagnosticEntries + 1);
    write_diagnostic_entries(pack);
    pack.entry("_classification", classification_of(failure.code));
  }
  frame.end();
}

}  // namespace treatygraph::server::bolt
