#pragma once
// Runs independent work on all cores.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace treatygraph::ingest {

/// Calls work(0) .. work(count - 1) once each and returns when all are done; rethrows the first exception. Calls must
/// not share mutable state, so the result does not depend on their order.
template <typename Work>
void for_each_in_parallel(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex mutex;
  const auto take_turns = [&] {
    try {
      for (auto i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!thrown) thrown = std::current_exception();
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

}  // namespace treatygraph::ingest
