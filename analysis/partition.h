#pragma once
// The division of the nodes among the ranks.

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::analysis {

/// Consecutive nodes for each rank, with about the same number of nodes plus references. A treaty with all its
/// provisions belongs to one rank. A rank may have no nodes. Every rank computes the same partition from the graph.
class Partition {
 public:
  Partition(const Graph& graph, int ranks);

  [[nodiscard]] int ranks() const { return static_cast<int>(starts_.size()) - 1; }
  [[nodiscard]] NodeRange of(int rank) const {
    return {NodeId{starts_[static_cast<std::size_t>(rank)]}, NodeId{starts_[static_cast<std::size_t>(rank) + 1]}};
  }
  /// The rank that has the node. A binary search.
  [[nodiscard]] int owner(NodeId node) const;

 private:
  std::vector<std::uint32_t> starts_;  ///< by rank: its first node; then the number of nodes
};

}  // namespace treatygraph::analysis
