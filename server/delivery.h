#pragma once
// One request from its beginning until the last of its answer has been handed over: listed as running all the while,
// logged when it ends, however it ends.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "graph/graph.h"
#include "server/message.h"
#include "server/running_queries.h"

namespace treatygraph::server {

/// One line of the log, and what is counted.
struct RequestRecord {
  std::string id;
  std::string method;  ///< "-" where it was refused unread
  std::string target;  ///< empty where it was refused unread
  int status = 0;
  std::size_t bytes = 0;  ///< of the body, as it is sent
  std::chrono::microseconds took{0};
  std::string route;        ///< "/v1/nodes/{key}"; empty where no route has that path
  bool broken_off = false;  ///< a streamed body that ended before its end
};

using RecordRequest = std::function<void(const RequestRecord&)>;

class Delivery {
 public:
  Delivery(const Request& request, std::string id, std::shared_ptr<const Graph> graph, RunningQueries& running,
           const RecordRequest& log);
  /// Logs what was answered, if anything was.
  ~Delivery();
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] RunningQueries::Ticket& ticket() { return ticket_; }
  [[nodiscard]] std::chrono::microseconds taken() const;
  /// The rest of the answer is what `response` holds. A body that is streamed keeps the delivery alive until it ends.
  static void hand_over(const std::shared_ptr<Delivery>& delivery, Response& response);

  RequestRecord record;

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
