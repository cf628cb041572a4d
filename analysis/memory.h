#pragma once
// Measures the memory that this process takes for itself.

#include <atomic>
#include <cstddef>
#include <thread>

namespace treatygraph::analysis {

/// Measures the anonymous resident memory (RssAnon) every 20 ms in a thread. Mapped files, which all ranks on a machine
/// share, are not in it.
class OwnMemory {
 public:
  OwnMemory();
  /// The most since the last call, in bytes; 0 if the system does not tell.
  [[nodiscard]] std::size_t most();

 private:
  std::atomic<std::size_t> most_ = 0;
  std::jthread watcher_;
};

}  // namespace treatygraph::analysis
