#include "server/worker_pool.h"

#include <utility>

namespace treatygraph::server {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_length) : queue_length_(queue_length) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work_until_stopped(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  has_work_.notify_all();
  threads_.clear();
}

bool WorkerPool::submit(std::function<void()> work) {
  {
    const std::scoped_lock lock(mutex_);
    if (queue_.size() >= queue_length_) return false;
    queue_.push_back(std::move(work));
  }
  has_work_.notify_one();
  return true;
}

void WorkerPool::resume(std::function<void()> work) {
  {
    const std::scoped_lock lock(mutex_);
    queue_.push_back(std::move(work));
  }
  has_work_.notify_one();
}

void WorkerPool::work_until_stopped() {
  while (true) {
    std::function<void()> work;
    {
      std::unique_lock lock(mutex_);
      has_work_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

}  // namespace treatygraph::server
