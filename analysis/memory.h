#pragma once
// What this process takes of memory for itself.

#include <atomic>
#include <cstddef>
#include <thread>

namespace treatygraph::analysis {

/// Watches the resident memory that belongs to this process alone: without the mapped files, which all processes share.
class OwnMemory {
 public:
  OwnMemory();
  /// The most since it was last asked, in bytes; 0 if the system does not tell.
  [[nodiscard]] std::size_t most();

 private:
  std::atomic<std::size_t> most_ = 0;
  std::jthread watcher_;
};

}  // namespace treatygraph::analysis
