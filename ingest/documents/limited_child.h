#pragma once
// Runs work on hostile input in child processes with limited memory and time.

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

struct ChildLimits {
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< in addition to what the child inherits from its parent
  std::chrono::seconds time{120};                   ///< of processor time; four times as much of elapsed time
  std::size_t output_bytes = std::size_t{256} << 20;
  std::size_t file_bytes = 0;  ///< of each file that it writes
};

/// The task of a child. `work` runs in the child.
struct LimitedWork {
  ChildLimits limits;
  std::function<Result<std::string>()> work;
};

using ChildResult = std::optional<Result<std::string>>;

/// The results of the children, by number. `next(i)` is called just before the i-th child is started, so its work need
/// not keep memory for long; if it returns no work, there is no result for that number. As many children run at a time
/// as there are cores. An error returned by the work is passed on; a crash, lack of memory or lack of time is an error
/// that names the limit. `meanwhile` is called repeatedly during the wait. Call it while no other thread runs, since a
/// child inherits its parent's locks.
[[nodiscard]] std::vector<ChildResult> in_limited_children(
    std::size_t count, const std::function<std::optional<LimitedWork>(std::size_t)>& next,
    const std::function<void()>& meanwhile = {});

/// The same for a single child.
[[nodiscard]] Result<std::string> in_limited_child(const ChildLimits& limits,
                                                   const std::function<Result<std::string>()>& work,
                                                   const std::function<void()>& meanwhile = {});

}  // namespace treatygraph::ingest
