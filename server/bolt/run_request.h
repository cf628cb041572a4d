#pragma once
// RUN: a query with its parameters, and the settings of its auto-commit transaction.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"
#include "server/bolt/notifications.h"

namespace treatygraph::server::bolt {

/// The settings of a transaction, from BEGIN, or from RUN outside of one.
struct TransactionRequest {
  std::string database;  ///< empty if the client names none
  std::optional<std::chrono::milliseconds> timeout;
  NotificationFilter filter;

  /// `outer` has the settings of HELLO.
  [[nodiscard]] static Result<TransactionRequest> read(const queries::cypher::Map& extra,
                                                       const NotificationFilter& outer);
};

struct RunRequest {
  std::string text;
  queries::cypher::Map parameters;
  queries::cypher::Map extra;

  /// `message` is the complete structure.
  [[nodiscard]] static Result<RunRequest> read(std::string_view message);
};

}  // namespace treatygraph::server::bolt
