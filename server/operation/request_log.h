#pragma once
// Logs one line per request, and lines for events of the server.

#include <atomic>
#include <memory>
#include <string_view>

#include "server/operation/log_line.h"
#include "server/operation/log_writer.h"

namespace treatygraph::server {

/// Writes to stderr without ever waiting for it. Thread-safe.
/// One line per request or event, as text or JSON.
class Log {
 public:
  /// `dropped` counts the lines that were not read in time.
  Log(LogFormat format, std::shared_ptr<std::atomic<std::uint64_t>> dropped);
  /// Logs a finished request.
  void request(const RequestRecord& record) const;
  /// Logs an event of the server.
  void event(std::string_view what) const;

 private:
  LogFormat format_;
  std::unique_ptr<LogWriter> writer_;
};

}  // namespace treatygraph::server
