#pragma once
// The snapshot that new requests see, and its replacement.

#include <memory>
#include <mutex>
#include <utility>

namespace treatygraph {

class Graph;

/// Thread-safe. replace() never waits for a request to end.
class CurrentGraph {
 public:
  explicit CurrentGraph(std::shared_ptr<const Graph> first) : graph_(std::move(first)) {}

  [[nodiscard]] std::shared_ptr<const Graph> get() const {
    const std::scoped_lock lock(mutex_);
    return graph_;
  }

  void replace(std::shared_ptr<const Graph> next) {
    const std::scoped_lock lock(mutex_);
    graph_.swap(next);
  }  // the old graph is released outside the lock, or with its last reader

 private:
  // A mutex, not std::atomic<std::shared_ptr>: libstdc++ 12's makes ThreadSanitizer report a race.
  mutable std::mutex mutex_;
  std::shared_ptr<const Graph> graph_;
};

}  // namespace treatygraph
