#pragma once
// One line for each request, and lines for what happens to the server.

#include <string>
#include <string_view>

#include "server/service.h"

namespace treatygraph::server {

enum class LogFormat { Text, Json };

/// On stderr. Nothing that a client sent can begin a line of its own.
class Log {
 public:
  explicit Log(LogFormat format);
  void request(const RequestRecord& record) const;
  void event(std::string_view what) const;

 private:
  LogFormat format_;
};

}  // namespace treatygraph::server
