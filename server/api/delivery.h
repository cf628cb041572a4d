#pragma once
// One request from its beginning until the last of its answer has been handed over: listed as running all the while,
// logged when it ends, however it ends.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "graph/graph.h"
#include "server/api/running_queries.h"
#include "server/http/message.h"
#include "server/http/request_record.h"

namespace treatygraph::server {

class Delivery {
 public:
  Delivery(const Request& request, std::string id, std::shared_ptr<const Graph> graph, RunningQueries& running,
           const RecordRequest& log);
  /// Logs what was answered, if anything was.
  ~Delivery();
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const std::shared_ptr<const Graph>& shared_graph() const { return graph_; }
  [[nodiscard]] RunningQueries::Ticket& ticket() { return ticket_; }
  [[nodiscard]] std::chrono::microseconds taken() const;
  /// The rest of the answer is what `response` holds. A body that is streamed keeps the delivery alive until it ends.
  static void hand_over(const std::shared_ptr<Delivery>& delivery, Response& response);

  RequestRecord record;
  /// The answer is that of its snapshot: whole, and the same for the same request.
  bool lasts = false;

 private:
  using Clock = std::chrono::steady_clock;
  Piece next(std::string& piece);

  const Clock::time_point begun_;
  const RecordRequest& log_;
  RunningQueries::Ticket ticket_;
  const std::shared_ptr<const Graph> graph_;  ///< whatever is loaded meanwhile
  BodySource source_;                         ///< goes before the graph does
};

}  // namespace treatygraph::server
