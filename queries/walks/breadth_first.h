#pragma once
// The loop of every outward walk: breadth-first search level by level. The queue is a flat array and the visited nodes
// are a bitmap (walk_memory.h), because walks over large graphs are bound by memory latency.

#include <cstddef>
#include <cstdint>

#include <boost/container/small_vector.hpp>

#include "queries/request/budget.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {

/// Why a walk ended.
enum class WalkEnd : std::uint8_t { Complete, NodeLimit, BudgetSpent };

/// How far a walk goes.
struct WalkLimits {
  std::uint32_t depth = 0xffffffff;
  std::size_t nodes = 0xffffffff;  ///< including the start
};

/// The result of a walk; its nodes are in the WalkScratch, in the order in which they were reached.
struct Walk {
  WalkEnd end = WalkEnd::Complete;
  boost::container::small_vector<std::uint32_t, 16>
      level_ends;  ///< per depth: how many nodes of the queue are at most that deep

  /// The depth of the node at that position of the queue. Linear in the depth.
  [[nodiscard]] std::uint32_t depth_of(std::size_t position) const {
    std::uint32_t depth = 0;
    while (position >= level_ends[depth]) ++depth;
    return depth;
  }
};

/// No prefetching.
struct NoFetch {
  void index(std::uint32_t) const {}
  void list(std::uint32_t) const {}
};

/// Walks outward from the nodes that are in `scratch`. `expand(node)` pushes the neighbours of a node into `scratch`;
/// the nodes are expanded in the order of the queue. When a limit is reached, what was found so far stays in `scratch`.
///
/// `fetch` may prefetch the memory that `expand` will read, which hides the latency of large walks: fetch.index(node),
/// sixteen nodes ahead, for the row index of the node; fetch.list(node), eight nodes ahead, for its list of neighbours.
/// The list can only be prefetched once its index has arrived, hence the two distances.
template <typename Expand, typename Fetch>
Walk breadth_first(WalkScratch& scratch, const WalkLimits& limits, Budget& budget, Expand expand, Fetch fetch) {
  constexpr std::size_t kIndexAhead = 16;
  constexpr std::size_t kListAhead = 8;
  constexpr std::size_t kBetweenLooks = 64;
  Walk walk;
  walk.level_ends.push_back(static_cast<std::uint32_t>(scratch.size()));
  std::size_t head = 0;
  while (head < scratch.size()) {
    if (walk.level_ends.size() > limits.depth) return walk;
    const auto level_end = scratch.size();
    const bool is_last_level = walk.level_ends.size() == limits.depth;  // the nodes reached here will not be expanded
    for (; head < level_end; ++head) {
      const auto expandable = is_last_level ? level_end : scratch.size();
      if (head + kIndexAhead < expandable) fetch.index(scratch[head + kIndexAhead]);
      if (head + kListAhead < expandable) fetch.list(scratch[head + kListAhead]);
      expand(scratch[head]);
      if (scratch.size() > limits.nodes) {
        scratch.cut(limits.nodes);
        walk.level_ends.push_back(static_cast<std::uint32_t>(limits.nodes));
        walk.end = WalkEnd::NodeLimit;
        return walk;
      }
      if (head % kBetweenLooks == 0 && !budget.spend(kBetweenLooks)) {
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
