#pragma once
// Runs independent work on all cores. Each call starts and joins its own threads; there is no pool.

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace treatygraph::ingest {

/// Calls work(0) .. work(count - 1) once each and returns when all are done; rethrows the first exception. Calls must
/// not share mutable state, so the result does not depend on their order.
template <typename Work>
void for_each_in_parallel(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex mutex;
  // Each thread takes the next index that nobody has, so long and short work is balanced.
  const auto take_turns = [&] {
    try {
      for (auto i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!thrown) thrown = std::current_exception();
      // Other threads stop after their current work.
      next = count;
    }
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> helpers;
    try {
      for (std::size_t i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(take_turns);
    } catch (const std::exception&) {
      // No further thread can be started: the existing ones do all the work.
    }
    take_turns();
  }
  if (thrown) std::rethrow_exception(thrown);
}

/// Passes what threads make to one user, in order.
template <typename Made>
class InOrder {
 public:
  /// Returns when few results wait before the i-th; false if nothing is wanted any more.
  bool may_make(std::size_t i) {
    // Bounds memory if one result takes much longer than the next ones.
    constexpr std::size_t kMostWaiting = 8;
    std::unique_lock lock(mutex_);
    is_used_.wait(lock, [&] { return i < used_ + kMostWaiting || !goes_on_; });
    return goes_on_;
  }

  /// Uses all results whose turn it is, unless another thread does.
  template <typename Use>
  void take(std::size_t i, Made made, const Use& use) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(i, std::move(made));
    if (is_using_) return;
    is_using_ = true;
    for (auto next = waiting_.find(used_); goes_on_ && next != waiting_.end(); next = waiting_.find(used_)) {
      auto turn = waiting_.extract(next);
      lock.unlock();
      const bool goes_on = use(turn.key(), std::move(turn.mapped()));
      lock.lock();
      goes_on_ = goes_on_ && goes_on;
      ++used_;
      is_used_.notify_all();
    }
    is_using_ = false;
  }

  void stop() {
    const std::scoped_lock lock(mutex_);
    goes_on_ = false;
    is_used_.notify_all();
  }
  [[nodiscard]] bool goes_on() const { return goes_on_; }

 private:
  std::mutex mutex_;
  std::condition_variable is_used_;
  /// Results whose turn has not come, by index.
  std::map<std::size_t, Made> waiting_;
  /// The number of results that were used, which is the index of the next one.
  std::size_t used_ = 0;
  /// Whether some thread is in use(). Other threads leave their results to it, so use() needs no lock of its own.
  bool is_using_ = false;
  bool goes_on_ = true;
};

/// Calls make(i) for 0 .. count - 1 on all cores, and use(i, made) one at a time and in order, for a result that must
/// not depend on timing. Ends early, with false, if a use() returns false.
template <typename Make, typename Use>
bool for_each_in_order(std::size_t count, const Make& make, const Use& use) {
  InOrder<std::invoke_result_t<const Make&, std::size_t>> in_order;
  for_each_in_parallel(count, [&](std::size_t i) {
    if (!in_order.may_make(i)) return;
    try {
      in_order.take(i, make(i), use);
    } catch (...) {
      in_order.stop();
      throw;
    }
  });
  return in_order.goes_on();
}

}  // namespace treatygraph::ingest
