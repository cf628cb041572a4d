#pragma once
// One request from its arrival until the last byte of its answer was handed over. It is listed as running all that
// time, and logged when it ends, in whichever way.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "graph/graph.h"
#include "server/api/running_queries.h"
#include "server/http/message.h"
#include "server/http/request_record.h"

namespace treatygraph::server {

/// Held by a shared pointer: a streamed body keeps it. Used on one thread at a time.
class Delivery {
 public:
  /// `running` and `log` must outlive it. The request is listed as running from now on.
  Delivery(const Request& request, std::string id, std::shared_ptr<const Graph> graph, RunningQueries& running,
           const RecordRequest& log);
  /// Logs the answer, if there was one.
  ~Delivery();
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  /// The snapshot that answers the request.
  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const std::shared_ptr<const Graph>& shared_graph() const { return graph_; }
  [[nodiscard]] RunningQueries::Ticket& ticket() { return ticket_; }
  /// Since the request arrived.
  [[nodiscard]] std::chrono::microseconds taken() const;
  /// Hands over `response`, the rest of the answer. A streamed body keeps the delivery alive until it ends.
  static void hand_over(const std::shared_ptr<Delivery>& delivery, Response& response);

  RequestRecord record;  ///< what is logged at the end; the service fills in the route
  /// Whether the answer is complete and depends only on the snapshot and the request.
  bool lasts = false;

 private:
  using Clock = std::chrono::steady_clock;
  Piece next(std::string& piece);

  const Clock::time_point begun_;
  const RecordRequest& log_;
  RunningQueries::Ticket ticket_;
  const std::shared_ptr<const Graph> graph_;  ///< unchanged if another snapshot is loaded
  BodySource source_;                         ///< destroyed before the graph
};

}  // namespace treatygraph::server
