#pragma once
// The Bolt listener (https://neo4j.com/docs/bolt/current/) for Neo4j clients: drivers and the tools built on them.
// Read-only. It has its own thread for connections and its own threads for queries, so HTTP and Bolt do not take
// threads from each other.

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
  queries::Budget::Limits budget;  ///< limits of each query
  LoopLimits loop;
  OpenResults::Limits results;
  /// Whether a token or password is accepted. If not set, everybody is.
  std::function<bool(std::string_view token)> admits;
  /// Decides which WebSocket clients are refused.
  RefuseUpgrade refuse_upgrade;
  RecordRequest record = [](const RequestRecord&) {};               ///< receives a record of each query
  std::function<void(std::string_view what)> report = [](auto) {};  ///< receives exception messages
};

/// bind() comes before serve().
class BoltServer {
 public:
  /// All arguments must outlive the server.
  BoltServer(const CurrentGraph& current, RunningQueries& running, BoltLoad& load, BoltOptions options);

  /// Binds to a port, 0 for any free one, and returns it.
  /// The error names the option --bolt.
  [[nodiscard]] Result<int> bind(const ListenAddress& address);
  /// Serves until told to stop. When it returns, no query runs and no connection is open.
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
