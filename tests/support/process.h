#pragma once
// Runs programs as a user does.

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace treatygraph::testing {

struct Finished {
  int exit_code = -1;  ///< 128 + signal number if a signal ended it
  std::string out;
  std::string err;
};

/// Runs a program to its end.
[[nodiscard]] Finished run(const std::vector<std::string>& command);

/// A program that runs in the background; killed at the end of the test.
class Process {
 public:
  explicit Process(const std::vector<std::string>& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The next line of its output; empty if there is no more.
  [[nodiscard]] std::string read_line();
  /// The rest of its output, until it ends.
  [[nodiscard]] std::string output();
  void send_signal(int signal) const;
  /// Waits; returns the exit code, or 128 + signal number if a signal ended it.
  int wait();
  /// Its complete stderr. Call after wait().
  [[nodiscard]] std::string errors();

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  bool waited_ = false;
};

}  // namespace treatygraph::testing
