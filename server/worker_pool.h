#pragma once
// A fixed number of threads and a queue of bounded length: what does not fit is refused at once, not waited for.
// Of the threads that rest, the last to have worked is called first: its memory still lies in the processor's caches.

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
  struct Worker {
    std::condition_variable called;
    bool rests = false;
  };
  void work_until_stopped(Worker& self);
  /// What to do next, waited for; empty when the pool stops and nothing is left.
  std::function<void()> next(Worker& self);
  void call_one(std::unique_lock<std::mutex> lock);

  const std::size_t queue_length_;
  std::mutex mutex_;
  std::deque<std::function<void()>> queue_;
  std::vector<Worker*> resting_;
  bool stopping_ = false;
  std::deque<Worker> workers_;
  std::vector<std::jthread> threads_;
};

}  // namespace treatygraph::server
