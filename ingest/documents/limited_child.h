#pragma once
// Runs work on untrusted input in child processes with limited memory and time. A crash or an endless loop in a library
// then costs one document and not the build.

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The limits of one child. The work ends with an error when one of them is exceeded.
struct ChildLimits {
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< in addition to what the child inherits from its parent
  std::chrono::seconds time{120};                   ///< of processor time; four times as much of elapsed time
  std::size_t output_bytes = std::size_t{256} << 20;
  std::size_t file_bytes = 0;  ///< of each file that it writes; by default it cannot write files
};

/// The task of a child. `work` runs in the child, so nothing that it changes in memory reaches the parent. Only its
/// result does.
struct LimitedWork {
  ChildLimits limits;
  std::function<Result<std::string>()> work;
};

/// What a child returned; empty if no child was started.
using ChildResult = std::optional<Result<std::string>>;

/// Runs up to `count` tasks and returns their results by number. As many children run at a time as there are cores.
/// `next(i)` is called in the parent just before the i-th child is started, so the data of a task need not be in memory
/// for long. If it returns nothing, there is no result for that number. `meanwhile`, if given, is called about every 20
/// ms during the wait.
/// An error returned by the work is passed on as InvalidArgument with its words. A crash, lack of memory and lack of
/// time are errors that name the limit. Call it only while no other thread runs: the child inherits the locks of its
/// parent, and locks of other threads would never be released in it.
[[nodiscard]] std::vector<ChildResult> in_limited_children(
    std::size_t count, const std::function<std::optional<LimitedWork>(std::size_t)>& next,
    const std::function<void()>& meanwhile = {});

/// Runs a single task in the same way.
[[nodiscard]] Result<std::string> in_limited_child(const ChildLimits& limits,
                                                   const std::function<Result<std::string>()>& work,
                                                   const std::function<void()>& meanwhile = {});

}  // namespace treatygraph::ingest
