#pragma once
// A fixed number of threads and a queue of bounded length: what does not fit is refused at once, not waited for.
//
// No more threads work at a time than there are processors, those apart whose work takes long: more would only take
// turns, and each would find its memory cold; but what is quick never waits for what is slow while a thread rests.
// Of the threads that rest the last to have worked is called first.

#include <algorithm>
#include <chrono>
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
  struct Pace {
    std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::chrono::milliseconds long_work{2};  ///< from when on a thread's work is no longer counted
  };

  WorkerPool(std::size_t threads, std::size_t queue_length, Pace pace);
  /// Finishes what was accepted.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full.
  [[nodiscard]] bool submit(std::function<void()> work);
  /// For what was accepted before and goes on: never refused.
  void resume(std::function<void()> work);
  /// Calls a thread for what waits behind work that has turned out long. To be called now and then while true comes
  /// back: then work is done, and may turn out long.
  bool relieve();

 private:
  using Clock = std::chrono::steady_clock;
  struct Worker {
    std::condition_variable called;
    bool rests = false;
    Clock::time_point since;  ///< when its work began; of one that rests, the past
  };
  void work_until_stopped(Worker& self);
  /// What to do next, waited for; empty when the pool stops and nothing is left.
  std::function<void()> next(Worker& self);
  [[nodiscard]] bool is_processor_free() const;
  void call_one_if_due(std::unique_lock<std::mutex> lock);

  const std::size_t queue_length_;
  const Pace pace_;
  std::mutex mutex_;
  std::deque<std::function<void()>> queue_;
  std::vector<Worker*> resting_;
  bool stopping_ = false;
  std::deque<Worker> workers_;
  std::vector<std::jthread> threads_;
};

}  // namespace treatygraph::server
