#pragma once
// SIGTERM, SIGINT and SIGHUP, read from a descriptor (signalfd) by one thread, so no code runs in a signal handler.

#include <functional>
#include <stop_token>
#include <thread>

#include "server/http/descriptor.h"

namespace treatygraph::server {

class Signals {
 public:
  /// Blocks the signals for all threads started later. Must be constructed before any thread is started.
  Signals();

  /// Starts reading. SIGTERM and SIGINT request a stop; `reload` is called for every SIGHUP and must not block.
  void handle(std::function<void()> reload);
  /// The token that long operations check.
  [[nodiscard]] std::stop_source& stopping() { return stopping_; }

 private:
  std::stop_source stopping_;
  Descriptor descriptor_;  ///< readable when a signal has arrived
  std::jthread thread_;
};

}  // namespace treatygraph::server
