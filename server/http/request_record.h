#pragma once
// One line of the log, and what is counted.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace treatygraph::server {

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

}  // namespace treatygraph::server
