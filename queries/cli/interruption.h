#pragma once
// Ctrl-C at the prompt: it stops the query that runs, and leaves the program running. The state is one flag for the
// process, because a signal handler can do no more.

#include <atomic>

namespace treatygraph::queries {

class Interruption {
 public:
  /// From now on SIGINT sets the flag and does nothing else.
  static void catch_signal();
  /// The flag; the budget of a query looks at it.
  [[nodiscard]] static const std::atomic<bool>& flag();
  /// Whether the flag was set; clears it.
  static bool taken();
  /// Sets the flag, for Ctrl-C that arrives as a key.
  static void remember();
};

}  // namespace treatygraph::queries
