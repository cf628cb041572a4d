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
  std::chrono::seconds time{120};                   ///< of processor; four times that by the clock
  std::size_t output_bytes = std::size_t{256} << 20;
  std::size_t file_bytes = 0;  ///< of each file that it writes
};

/// The task of a child. `work` runs in the child.
struct LimitedWork {
  ChildLimits limits;
  std::function<Result<std::string>()> work;
};

using ChildResult = std::optional<Result<std::string>>;

/// What the work of each child returned, by its number; nothing where `next` gave no work for that number. `next(i)` is
/// called just before the i-th child begins, so that what its work needs is not kept for long; as many run at the same
/// time as there are cores. An error of a work comes back as it is; a crash, a lack of memory or time is an error that
/// says which limit was met. `meanwhile` is called again and again while this waits. Call it while no other thread
/// runs: a child has the locks of its parent as they were.
[[nodiscard]] std::vector<ChildResult> in_limited_children(
    std::size_t count, const std::function<std::optional<LimitedWork>(std::size_t)>& next,
    const std::function<void()>& meanwhile = {});

/// The same for one.
[[nodiscard]] Result<std::string> in_limited_child(const ChildLimits& limits,
                                                   const std::function<Result<std::string>()>& work,
                                                   const std::function<void()>& meanwhile = {});

}  // namespace treatygraph::ingest
