#pragma once
// RUN: a query with its parameters, and what is said of the transaction that it is by itself.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"
#include "server/bolt/notifications.h"

namespace treatygraph::server::bolt {

/// What BEGIN says of a transaction, and RUN where there is none.
struct TransactionRequest {
  std::string database;  ///< empty: the client names none
  std::optional<std::chrono::milliseconds> timeout;
  NotificationFilter filter;

  /// `outer` is what was said before, when the client said hello.
  [[nodiscard]] static Result<TransactionRequest> read(const queries::cypher::Map& extra,
                                                       const NotificationFilter& outer);
};

struct RunRequest {
  std::string text;
  queries::cypher::Map parameters;
  queries::cypher::Map extra;

  /// `message` is the whole structure.
  [[nodiscard]] static Result<RunRequest> read(std::string_view message);
};

}  // namespace treatygraph::server::bolt
