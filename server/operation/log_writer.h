#pragma once
// Lines for a descriptor that may be slow, full or closed: whoever logs never waits for it.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace treatygraph::server {

/// One thread writes what many log, in batches. What does not fit into its room is dropped and counted. Any thread may
/// call it.
class LogWriter {
 public:
  struct Destination {
    int descriptor = 2;
    std::size_t room = 1U << 22U;  ///< bytes of lines that wait
    /// Counts the lines that were dropped.
    std::shared_ptr<std::atomic<std::uint64_t>> dropped = std::make_shared<std::atomic<std::uint64_t>>(0);
    /// The line that tells how many were dropped; written when lines can be written again.
    std::function<std::string(std::uint64_t dropped)> line_of_dropped;
  };

  explicit LogWriter(Destination destination);
  /// Writes what waits, for as long as that goes on within a moment.
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  void write(std::string_view line);

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;  ///< outlives this where the thread is held up in a write
};

}  // namespace treatygraph::server
