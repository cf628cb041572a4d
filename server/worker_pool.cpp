#include "server/worker_pool.h"

#include <algorithm>
#include <utility>

namespace treatygraph::server {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_length, Pace pace)
    : queue_length_(queue_length), pace_(pace), workers_(threads) {
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
  call_one_if_due(std::move(lock));
  return true;
}

void WorkerPool::resume(std::function<void()> work) {
  std::unique_lock lock(mutex_);
  queue_.push_back(std::move(work));
  call_one_if_due(std::move(lock));
}

bool WorkerPool::relieve() {
  std::unique_lock lock(mutex_);
  const bool is_at_work = resting_.size() < workers_.size();
  call_one_if_due(std::move(lock));
  return is_at_work;
}

bool WorkerPool::is_processor_free() const {
  const auto long_before = Clock::now() - pace_.long_work;
  const auto is_counted = [&](const Worker& worker) { return !worker.rests && worker.since > long_before; };
  return std::cmp_less(std::ranges::count_if(workers_, is_counted), pace_.processors);
}

void WorkerPool::call_one_if_due(std::unique_lock<std::mutex> lock) {
  if (queue_.empty() || resting_.empty() || !is_processor_free()) return;
  auto& worker = *resting_.back();
  resting_.pop_back();
  worker.rests = false;
  worker.since = Clock::now();
  lock.unlock();
  worker.called.notify_one();
}

void WorkerPool::work_until_stopped(Worker& self) {
  while (auto work = next(self)) work();
}

std::function<void()> WorkerPool::next(Worker& self) {
  std::unique_lock lock(mutex_);
  self.since = {};  // what it did is done: it does not count against itself
  while (!stopping_ && (queue_.empty() || !is_processor_free())) {
    self.rests = true;
    resting_.push_back(&self);
    self.called.wait(lock, [&] { return !self.rests || stopping_; });
    self.since = {};
  }
  if (queue_.empty()) return nullptr;
  self.since = Clock::now();
  auto work = std::move(queue_.front());
  queue_.pop_front();
  return work;
}

}  // namespace treatygraph::server
