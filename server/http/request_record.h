#pragma once
// What one request adds to the log and to the metrics. It contains what a client sent, so log_line makes it safe to
// print.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace treatygraph::server {

struct RequestRecord {
  std::string id;      ///< X-Request-Id: the client's or one made here
  std::string method;  ///< "-" if it was refused unread
  std::string target;  ///< empty if it was refused unread
  int status = 0;
  std::size_t bytes = 0;              ///< of the body as sent
  std::chrono::microseconds took{0};  ///< from the arrival of the complete request
  std::string route;                  ///< "/v1/nodes/{key}"; empty if no route matches
  bool broken_off = false;            ///< a streamed body ended early
};

/// Receives the record of each finished request, on any thread.
using RecordRequest = std::function<void(const RequestRecord&)>;

}  // namespace treatygraph::server
