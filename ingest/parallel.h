#pragma once
// The same work on many things, on all cores.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace treatygraph::ingest {

/// Calls work(0) .. work(count - 1), each once, and returns when all are done. `work` does not throw and touches
/// nothing that another call touches, so what comes out does not depend on which was first.
template <typename Work>
void for_each_in_parallel(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (auto i = next++; i < count; i = next++) work(i);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(take_turns);
  take_turns();
}

}  // namespace treatygraph::ingest
