#pragma once
// SIGTERM, SIGINT and SIGHUP, read by one thread from a descriptor: nothing runs inside a signal handler.

#include <functional>
#include <stop_token>
#include <thread>

#include "server/http/descriptor.h"

namespace treatygraph::server {

class Signals {
 public:
  /// Blocks the signals for all threads that are started later, so it must be made before any is.
  Signals();

  /// Begins to read. SIGTERM and SIGINT ask the process to stop; `reload` is called for every SIGHUP, and may not wait.
  void handle(std::function<void()> reload);
  /// What everything that may take long looks at.
  [[nodiscard]] std::stop_source& stopping() { return stopping_; }

 private:
  std::stop_source stopping_;
  Descriptor descriptor_;
  std::jthread thread_;
};

}  // namespace treatygraph::server
