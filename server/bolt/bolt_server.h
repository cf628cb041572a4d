#pragma once
// The Bolt listener (https://neo4j.com/docs/bolt/current/), for clients of Neo4j: drivers, and what is made with them.
// Read-only.

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "graph/current_graph.h"
#include "queries/request/budget.h"
#include "server/api/running_queries.h"
#include "server/bolt/bolt_load.h"
#include "server/bolt/bolt_loop.h"
#include "server/bolt/open_results.h"
#include "server/http/listen_address.h"

namespace treatygraph::server::bolt {

struct BoltOptions {
  queries::Budget::Limits budget;  ///< of each query
  LoopLimits loop;
  OpenResults::Limits results;
  /// Whether a token, or a password, lets its owner in; none: everybody is let in.
  std::function<bool(std::string_view token)> admits;
  /// Whom to refuse of those who come by WebSocket.
  RefuseUpgrade refuse_upgrade;
  RecordRequest record = [](const RequestRecord&) {};               ///< told of each query
  std::function<void(std::string_view what)> report = [](auto) {};  ///< told of what an exception said
};

class BoltServer {
 public:
  /// All of them must outlive it.
  BoltServer(const CurrentGraph& current, RunningQueries& running, BoltLoad& load, BoltOptions options);

  /// Port 0 picks a free one; the port that it is.
  [[nodiscard]] Result<int> bind(const ListenAddress& address);
  /// Serves until it is told to stop; no thread works and no connection is open when it returns.
  void serve(const std::stop_token& stop);

 private:
  const CurrentGraph& current_;
  RunningQueries& running_;
  BoltLoad& load_;
  const BoltOptions options_;
  Descriptor listening_;
  std::string address_;  ///< "127.0.0.1:7687"
};

}  // namespace treatygraph::server::bolt
