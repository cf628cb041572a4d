#pragma once
// SIGTERM, SIGINT and SIGHUP, taken by one thread that waits for them: nothing runs inside a signal handler.

#include <functional>
#include <thread>

namespace treatygraph::server {

class Signals {
 public:
  /// Blocks the signals for all threads that are started later, so it must be made before any is.
  Signals();
  /// Ends its thread.
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// Begins to wait. `stop` is called once, for the first SIGTERM or SIGINT, `reload` for every SIGHUP, one at a time.
  void handle(std::function<void()> stop, std::function<void()> reload);

 private:
  std::jthread thread_;
};

}  // namespace treatygraph::server
