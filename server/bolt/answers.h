#pragma once
// The messages that the server sends, but for records.

#include <cstddef>
#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"
#include "server/bolt/chunks.h"
#include "server/bolt/pack_stream.h"
#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

/// Why a request fails, as drivers read it.
struct Failure {
  std::string_view code;         ///< "Neo.ClientError.Request.Invalid"
  std::string_view gql_status;   ///< "08N06"
  std::string_view description;  ///< of the GQL status
  std::string message;
  int http_status = 400;  ///< what HTTP would call it: for the log
};

/// A message that cannot be read, or that does not fit here: the connection ends.
[[nodiscard]] Failure protocol_failure(std::string message);
/// Who asks is not let in.
[[nodiscard]] Failure unauthorized(std::string message);
/// Too much is worked on: a driver asks again.
[[nodiscard]] Failure busy(std::string message);
[[nodiscard]] Failure failure_of(const queries::cypher::CypherError& error, std::string_view query);

inline constexpr std::string_view kDatabase = "treatygraph";

/// SUCCESS with `entries` of metadata, which `write(pack)` writes.
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
/// The part of a GQL status that all have.
void write_diagnostic_entries(PackWriter& pack);
inline constexpr std::size_t kDiagnosticEntries = 3;

}  // namespace treatygraph::server::bolt
