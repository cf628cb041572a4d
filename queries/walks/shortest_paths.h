#pragma once
// The k shortest loopless paths of a PathSpace (Yen 1971, over breadth-first search: every step costs one hop).

#include <functional>
#include <vector>

#include "queries/request/budget.h"
#include "queries/walks/path_space.h"

namespace treatygraph::queries {

using NodePath = std::vector<NodeId>;

struct PathLimits {
  std::size_t k = 1;
  std::size_t max_length = 32;  ///< hops
  /// The representative of each node when a path is shown. Paths that look the same count once. Empty: each node
  /// itself.
  std::function<NodeId(NodeId)> shown_as = {};
};

struct ShortestPaths {
  std::vector<NodePath> paths;  ///< shortest first, equal lengths in document order of their nodes
  Truncated truncated;          ///< if the budget ended before k paths were found
};

[[nodiscard]] ShortestPaths shortest_paths(const PathSpace& space, std::size_t node_count, const PathLimits& limits,
                                           Budget& budget);

}  // namespace treatygraph::queries
