#pragma once
// The same work on many things, on all cores.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace treatygraph::ingest {

/// Calls work(0) .. work(count - 1), each once, and returns when all are done; the first that throws ends it, with what
/// it threw. `work` touches nothing that another call touches, so what comes out does not depend on which was first.
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
      // No room for another thread: those that are here do it all.
    }
    take_turns();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace treatygraph::ingest
