#pragma once
// The snapshot that new requests see, its replacement, and those before it that still answer who names them.

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace treatygraph {

class Graph;

/// Thread-safe. replace() never waits for a request to end.
class CurrentGraph {
 public:
  using Shared = std::shared_ptr<const Graph>;

  /// Of the graphs that are replaced, the newest `former_count` stay.
  explicit CurrentGraph(Shared first, std::size_t former_count = 0)
      : graph_(std::move(first)), former_count_(former_count) {}

  [[nodiscard]] Shared get() const {
    const std::scoped_lock lock(mutex_);
    return graph_;
  }

  /// The graphs before the current one, newest first.
  [[nodiscard]] std::vector<Shared> former() const {
    const std::scoped_lock lock(mutex_);
    return former_;
  }

  void replace(Shared next) {
    Shared released;
    {
      const std::scoped_lock lock(mutex_);
      graph_.swap(next);
      released = put_first(std::move(next));
    }
  }  // what is left over is released outside the lock, or with its last reader

  /// Adds a graph that was current before all others here.
  void add_oldest(Shared graph) {
    const std::scoped_lock lock(mutex_);
    if (former_.size() < former_count_) former_.push_back(std::move(graph));
  }

 private:
  /// Returns what is former no longer.
  Shared put_first(Shared graph) {
    if (former_count_ == 0) return graph;
    former_.insert(former_.begin(), std::move(graph));
    if (former_.size() <= former_count_) return nullptr;
    auto oldest = std::move(former_.back());
    former_.pop_back();
    return oldest;
  }

  // A mutex, not std::atomic<std::shared_ptr>: libstdc++ 12's makes ThreadSanitizer report a race.
  mutable std::mutex mutex_;
  Shared graph_;
  std::vector<Shared> former_;
  const std::size_t former_count_;
};

}  // namespace treatygraph
