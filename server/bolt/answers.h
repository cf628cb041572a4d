#pragma once
// The server's messages of Bolt, except records: SUCCESS, FAILURE and IGNORED, each a PackStream structure in chunks.

#include <cstddef>
#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"
#include "server/bolt/chunks.h"
#include "server/bolt/pack_stream.h"
#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

/// Why a request fails, in the terms that drivers understand. Codes and descriptions are constants.
struct Failure {
  std::string_view code;         ///< "Neo.ClientError.Request.Invalid"
  std::string_view gql_status;   ///< "08N06"
  std::string_view description;  ///< the GQL status description
  std::string message;
  int http_status = 400;  ///< the equivalent HTTP status, for the log
};

/// A message is malformed or not allowed in this state. The connection ends.
/// FAILURE, after which the connection ends.
[[nodiscard]] Failure protocol_failure(std::string message);
/// The client is not authorized.
[[nodiscard]] Failure unauthorized(std::string message);
/// The server is overloaded; drivers retry.
[[nodiscard]] Failure busy(std::string message);
/// The failure for an error of the query language. `query` is quoted in the message.
[[nodiscard]] Failure failure_of(const queries::cypher::CypherError& error, std::string_view query);

// The name of the one database, for clients that ask.
inline constexpr std::string_view kDatabase = "treatygraph";

/// Appends SUCCESS with `entries` metadata entries, which `write(pack)` writes.
template <typename Write>
void append_success(std::string& out, std::size_t entries, Write write) {
  MessageFrame frame(out);
  PackWriter pack(out);
  pack.structure('\x70', 1);
  pack.map(entries);
  write(pack);
  frame.end();
}
inline void append_success(std::string& out) {
  append_success(out, 0, [](PackWriter&) {});
}
/// Appends IGNORED: the answer to a request after a failed one, until RESET.
void append_ignored(std::string& out);
/// The fields depend on the version: from 5.7 on, failures have GQL fields.
void append_failure(std::string& out, Version version, const Failure& failure);
/// Writes the GQL status fields that every status object has: kDiagnosticEntries entries of an open map.
void write_diagnostic_entries(PackWriter& pack);
inline constexpr std::size_t kDiagnosticEntries = 3;

}  // namespace treatygraph::server::bolt
