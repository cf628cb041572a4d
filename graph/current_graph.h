#pragma once
// The snapshot that new requests see, its replacement, and the snapshots before it, which still answer requests that
// name them.

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace treatygraph {

class Graph;

/// Thread-safe. A request takes the graph with get() and keeps it until it is answered, so replace() never waits for a
/// request to end.
class CurrentGraph {
 public:
  using Shared = std::shared_ptr<const Graph>;

  /// `former_count` is how many replaced graphs stay, the newest ones.
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

  /// Makes `next` the current graph. The one before becomes a former one.
  void replace(Shared next) {
    Shared released;
    {
      const std::scoped_lock lock(mutex_);
      graph_.swap(next);
      released = put_first(std::move(next));
    }
  }  // a graph that no longer stays is destroyed here, outside the lock, or by its last reader

  /// Adds a graph that was current before all others here. Ignored if there is no room for it.
  void add_oldest(Shared graph) {
    const std::scoped_lock lock(mutex_);
    if (former_.size() < former_count_) former_.push_back(std::move(graph));
  }

 private:
  /// Adds a former graph. Returns the graph that no longer stays, or null.
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
