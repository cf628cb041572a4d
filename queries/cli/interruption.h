#pragma once
// Ctrl-C at the prompt: it stops the query that runs, and leaves the program running.

#include <atomic>

namespace treatygraph::queries {

class Interruption {
 public:
  /// From now on SIGINT sets the flag and does nothing else.
  static void catch_signal();
  [[nodiscard]] static const std::atomic<bool>& flag();
  /// Whether it is set; it is not afterwards.
  static bool taken();
  static void remember();
};

}  // namespace treatygraph::queries
