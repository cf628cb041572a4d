#include "server/worker_pool.h"

#include <utility>

namespace treatygraph::server {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_length) : queue_length_(queue_length), workers_(threads) {
  for (auto& worker : workers_) threads_.emplace_back([this, &worker] { work_until_stopped(worker); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  for (auto& worker : workers_) worker.called.notify_one();
  threads_.clear();
}

bool WorkerPool::submit(std::function<void()> work) {
  std::unique_lock lock(mutex_);
  if (queue_.size() >= queue_length_) return false;
  queue_.push_back(std::move(work));
  call_one(std::move(lock));
  return true;
}

void WorkerPool::resume(std::function<void()> work) {
  std::unique_lock lock(mutex_);
  queue_.push_back(std::move(work));
  call_one(std::move(lock));
}

void WorkerPool::call_one(std::unique_lock<std::mutex> lock) {
  if (resting_.empty()) return;
  auto& worker = *resting_.back();
  resting_.pop_back();
  worker.rests = false;
  lock.unlock();
  worker.called.notify_one();
}

void WorkerPool::work_until_stopped(Worker& self) {
  while (auto work = next(self)) work();
}

std::function<void()> WorkerPool::next(Worker& self) {
  std::unique_lock lock(mutex_);
  while (queue_.empty() && !stopping_) {
    self.rests = true;
    resting_.push_back(&self);
    self.called.wait(lock, [&] { return !self.rests || stopping_; });
  }
  if (queue_.empty()) return nullptr;
  auto work = std::move(queue_.front());
  queue_.pop_front();
  return work;
}

}  // namespace treatygraph::server
