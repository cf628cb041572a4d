#pragma once
// A fixed number of threads and a queue of bounded length: what does not fit is refused at once, not waited for.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace treatygraph::server {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue_length);
  /// Finishes what was accepted.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full.
  [[nodiscard]] bool submit(std::function<void()> work);
  /// For what was accepted before and goes on: never refused.
  void resume(std::function<void()> work);

 private:
  void work_until_stopped();

  const std::size_t queue_length_;
  std::mutex mutex_;
  std::condition_variable has_work_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace treatygraph::server
