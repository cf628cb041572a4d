#pragma once
// The server's messages, except records.

#include <cstddef>
#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"
#include "server/bolt/chunks.h"
#include "server/bolt/pack_stream.h"
#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

/// Why a request fails, in the terms that drivers understand.
struct Failure {
  std::string_view code;         ///< "Neo.ClientError.Request.Invalid"
  std::string_view gql_status;   ///< "08N06"
  std::string_view description;  ///< the GQL status description
  std::string message;
  int http_status = 400;  ///< the equivalent HTTP status, for the log
};

/// A message is malformed or not allowed in this state. The connection ends.
[[nodiscard]] Failure protocol_failure(std::string message);
/// The client is not authorized.
[[nodiscard]] Failure unauthorized(std::string message);
/// The server is overloaded; drivers retry.
[[nodiscard]] Failure busy(std::string message);
[[nodiscard]] Failure failure_of(const queries::cypher::CypherError& error, std::string_view query);

inline constexpr std::string_view kDatabase = "treatygraph";

/// SUCCESS with `entries` metadata entries, which `write(pack)` writes.
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
void append_ignored(std::string& out);
void append_failure(std::string& out, Version version, const Failure& failure);
/// The GQL status fields that every status object has.
void write_diagnostic_entries(PackWriter& pack);
inline constexpr std::size_t kDiagnosticEntries = 3;

}  // namespace treatygraph::server::bolt
