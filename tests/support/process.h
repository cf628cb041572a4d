#pragma once
// Programs started as a user starts them.

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace treatygraph::testing {

struct Finished {
  int exit_code = -1;  ///< 128 + the signal where one ended it
  std::string out;
  std::string err;
};

/// Runs to the end.
[[nodiscard]] Finished run(const std::vector<std::string>& command);

/// A program that goes on while the test does other things; killed with the test.
class Process {
 public:
  explicit Process(const std::vector<std::string>& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The next line that it prints; empty when it prints no more.
  [[nodiscard]] std::string read_line();
  /// All that it still prints, until it ends.
  [[nodiscard]] std::string output();
  void send_signal(int signal) const;
  /// The exit code, or 128 + the signal that ended it; waits.
  int wait();
  /// All that it said on stderr, after wait().
  [[nodiscard]] std::string errors();

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  bool waited_ = false;
};

}  // namespace treatygraph::testing
