#pragma once
// RUN: a query with its parameters, and the settings of its auto-commit transaction. See
// https://neo4j.com/docs/bolt/current/bolt/message/#messages-run.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"
#include "server/bolt/notifications.h"

namespace treatygraph::server::bolt {

/// The settings of a transaction, from BEGIN, or from RUN outside of one.
struct TransactionRequest {
  std::string database;                              ///< empty if the client names none
  std::optional<std::chrono::milliseconds> timeout;  ///< of the transaction; absent if the client sets no limit
  NotificationFilter filter;

  /// `outer` has the settings of HELLO.
  /// Fails if a setting has a wrong type or value. Settings that this server does not have, such as bookmarks, are
  /// ignored.
  [[nodiscard]] static Result<TransactionRequest> read(const queries::cypher::Map& extra,
                                                       const NotificationFilter& outer);
};

struct RunRequest {
  std::string text;
  queries::cypher::Map parameters;
  queries::cypher::Map extra;  ///< settings of an auto-commit transaction

  /// Reads `message`, the complete structure. Fails if it is malformed or a parameter has a type that a query cannot
  /// have.
  [[nodiscard]] static Result<RunRequest> read(std::string_view message);
};

}  // namespace treatygraph::server::bolt
