#pragma once
// One line for each request, and lines for what happens to the server.

#include <atomic>
#include <memory>
#include <string_view>

#include "server/operation/log_line.h"
#include "server/operation/log_writer.h"

namespace treatygraph::server {

/// On stderr, which nobody waits for. Any thread may call it.
class Log {
 public:
  /// `dropped` counts the lines that nobody read in time.
  Log(LogFormat format, std::shared_ptr<std::atomic<std::uint64_t>> dropped);
  void request(const RequestRecord& record) const;
  void event(std::string_view what) const;

 private:
  LogFormat format_;
  std::unique_ptr<LogWriter> writer_;
};

}  // namespace treatygraph::server
