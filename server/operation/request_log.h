#pragma once
// Logs one line per request, and lines for events of the server.

#include <atomic>
#include <memory>
#include <string_view>

#include "server/operation/log_line.h"
#include "server/operation/log_writer.h"

namespace treatygraph::server {

/// Writes to stderr without ever waiting for it. Thread-safe.
class Log {
 public:
  /// `dropped` counts the lines that were not read in time.
  Log(LogFormat format, std::shared_ptr<std::atomic<std::uint64_t>> dropped);
  void request(const RequestRecord& record) const;
  void event(std::string_view what) const;

 private:
  LogFormat format_;
  std::unique_ptr<LogWriter> writer_;
};

}  // namespace treatygraph::server
