#pragma once
// Writes lines to a descriptor that may be slow, full or closed. Callers never wait for it.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace treatygraph::server {

/// One thread writes, in batches, the lines that all threads log. Lines that do not fit into the buffer are dropped and
/// counted. Thread-safe.
class LogWriter {
 public:
  /// Where the lines go.
  struct Destination {
    int descriptor = 2;
    std::size_t room = 1U << 22U;  ///< bytes of waiting lines
    /// Counts dropped lines.
    std::shared_ptr<std::atomic<std::uint64_t>> dropped = std::make_shared<std::atomic<std::uint64_t>>(0);
    /// The line that reports how many lines were dropped; written once writing is possible again.
    std::function<std::string(std::uint64_t dropped)> line_of_dropped;
  };

  /// Starts the thread.
  explicit LogWriter(Destination destination);
  /// Writes the waiting lines, for a fraction of a second at most.
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  /// Adds `line`, which must not contain a line end, and returns at once.
  void write(std::string_view line);

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;  ///< outlives this object if the thread is blocked in a write
};

}  // namespace treatygraph::server
