#pragma once
// What one request adds to the log and to the metrics.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace treatygraph::server {

struct RequestRecord {
  std::string id;
  std::string method;  ///< "-" if it was refused unread
  std::string target;  ///< empty if it was refused unread
  int status = 0;
  std::size_t bytes = 0;  ///< of the body as sent
  std::chrono::microseconds took{0};
  std::string route;        ///< "/v1/nodes/{key}"; empty if no route matches
  bool broken_off = false;  ///< a streamed body ended early
};

using RecordRequest = std::function<void(const RequestRecord&)>;

}  // namespace treatygraph::server
