#pragma once
// Work on hostile input in a child process that may take only so much memory and time, so that whatever it does to
// itself it cannot take the program down.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "graph/result.h"

namespace treatygraph::ingest {

struct ChildLimits {
  std::size_t memory_bytes = std::size_t{2} << 30;
  std::chrono::seconds time{120};
  std::size_t output_bytes = std::size_t{256} << 20;
};

/// What `work` returns, made in the child. An error of `work` comes back as it is; a crash, a lack of memory or time is
/// an error that says so. Call it while no other thread runs.
[[nodiscard]] Result<std::string> in_limited_child(const ChildLimits& limits,
                                                   const std::function<Result<std::string>()>& work);

}  // namespace treatygraph::ingest
