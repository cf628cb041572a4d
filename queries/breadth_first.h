#pragma once
// The one loop below every walk outward: a flat queue and a bitmap over CSRs, level by level.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "queries/budget.h"
#include "queries/walk_scratch.h"

namespace treatygraph::queries {

enum class WalkEnd : std::uint8_t { Complete, NodeLimit, BudgetSpent };

struct WalkLimits {
  std::uint32_t depth = 0xffffffff;
  std::size_t nodes = 0xffffffff;  ///< with the start
};

struct Walk {
  WalkEnd end = WalkEnd::Complete;
  std::vector<std::uint32_t> level_ends;  ///< by depth: how many nodes of the queue are at most that deep

  [[nodiscard]] std::uint32_t depth_of(std::size_t position) const {
    std::uint32_t depth = 0;
    while (position >= level_ends[depth]) ++depth;
    return depth;
  }
};

/// Walks outward from what `scratch` holds. `expand(node)` pushes the neighbours of a node into `scratch`;
/// `fetch(node)` may ask the processor for the memory that expand will read: it is called eight nodes ahead, which
/// hides the latency of large walks.
template <typename Expand, typename Fetch>
Walk breadth_first(WalkScratch& scratch, const WalkLimits& limits, Budget& budget, Expand expand, Fetch fetch) {
  constexpr std::size_t kAhead = 8;
  Walk walk;
  walk.level_ends.push_back(static_cast<std::uint32_t>(scratch.size()));
  std::size_t head = 0;
  while (head < scratch.size()) {
    if (walk.level_ends.size() > limits.depth) return walk;
    const auto level_end = scratch.size();
    for (; head < level_end; ++head) {
      if (head + kAhead < scratch.size()) fetch(scratch[head + kAhead]);
      expand(scratch[head]);
      if (scratch.size() > limits.nodes) {
        scratch.cut(limits.nodes);
        walk.level_ends.push_back(static_cast<std::uint32_t>(limits.nodes));
        walk.end = WalkEnd::NodeLimit;
        return walk;
      }
      if (!budget.spend()) {
        walk.level_ends.push_back(static_cast<std::uint32_t>(scratch.size()));
        walk.end = WalkEnd::BudgetSpent;
        return walk;
      }
    }
    if (scratch.size() > level_end) walk.level_ends.push_back(static_cast<std::uint32_t>(scratch.size()));
  }
  return walk;
}

}  // namespace treatygraph::queries
