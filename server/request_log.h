#pragma once
// One line for each request, and lines for what happens to the server.

#include <string_view>

#include "server/log_line.h"

namespace treatygraph::server {

/// On stderr.
class Log {
 public:
  explicit Log(LogFormat format);
  void request(const RequestRecord& record) const;
  void event(std::string_view what) const;

 private:
  LogFormat format_;
};

}  // namespace treatygraph::server
