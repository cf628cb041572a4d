#include "queries/walks/meeting_search.h"

#include <algorithm>

#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

/// The search from one end: the nodes that it has seen, and how far it has expanded them.
struct Side {
  Side(const OutCsr& csr, std::uint32_t end) : scratch(boost::num_vertices(csr)), edges(boost::out_degree(end, csr)) {
    scratch.push(end, 0);
  }

  [[nodiscard]] bool is_exhausted() const { return head == scratch.size(); }

  /// The nodes from queue position `at` back to this side's end.
  [[nodiscard]] std::vector<std::uint32_t> trail(std::size_t at) const {
    std::vector<std::uint32_t> nodes;
    for (; at != 0; at = scratch.came_from(at)) nodes.push_back(scratch[at]);
    nodes.push_back(scratch[0]);
    return nodes;
  }

  WalkScratch scratch;
  std::size_t head = 0;   ///< everything before it has been expanded
  std::size_t edges = 0;  ///< that the next level will examine
};

/// Expands one level of `side`. True if its last node was seen by `other`.
bool meets(const OutCsr& csr, Side& side, const Side& other) {
  side.edges = 0;
  for (const auto level_end = side.scratch.size(); side.head < level_end; ++side.head) {
    const auto [first, last] = boost::adjacent_vertices(side.scratch[side.head], csr);
    for (auto neighbour = first; neighbour != last; ++neighbour) {
      // Only nodes that are new on this side can be the first that both have seen.
      if (!side.scratch.push(*neighbour, side.head)) continue;
      if (other.scratch.is_marked(*neighbour)) return true;
      side.edges += boost::out_degree(*neighbour, csr);
    }
  }
  return false;
}

/// The path through the last node of `side`.
std::vector<std::uint32_t> joined(const Side& side, const Side& other) {
  auto nodes = side.trail(side.scratch.size() - 1);
  std::ranges::reverse(nodes);
  const auto queue = other.scratch.queue();
  const auto meeting = std::ranges::find(queue, nodes.back()) - queue.begin();
  const auto rest = other.trail(static_cast<std::size_t>(meeting));
  nodes.insert(nodes.end(), rest.begin() + 1, rest.end());
  return nodes;
}

}  // namespace

/// Whole levels are expanded, and the first node that both sides have seen ends the search. Before that level, the
/// sides had no node in common, so no shorter path exists.
std::optional<std::vector<std::uint32_t>> shortest_connection(const OutCsr& symmetric, std::uint32_t from,
                                                              std::uint32_t to, std::size_t max_length,
                                                              Budget& budget) {
  if (from == to) return std::vector{from};
  Side near(symmetric, from);
  Side far(symmetric, to);
  for (std::size_t length = 0; length < max_length && !near.is_exhausted() && !far.is_exhausted(); ++length) {
    // The number of edges is known before they are read: it was summed while the level was found.
    const bool from_near = near.edges <= far.edges;
    auto& side = from_near ? near : far;
    const auto& other = from_near ? far : near;
    if (!budget.spend(side.edges)) return std::nullopt;
    if (!meets(symmetric, side, other)) continue;
    auto nodes = joined(side, other);
    if (!from_near) std::ranges::reverse(nodes);
    return nodes;
  }
  return std::nullopt;
}

}  // namespace treatygraph::queries
