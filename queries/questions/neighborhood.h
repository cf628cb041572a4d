#pragma once
// The nodes around one node, and what connects them.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"

namespace treatygraph::queries {

struct NeighborhoodRequest {
  std::string of;
  std::size_t depth = 1;  ///< at most kMaxDepth
  Direction direction = Direction::Both;
  std::vector<std::string> types;  ///< empty: all
  std::vector<std::string> avoid;  ///< keys and labels of nodes that are not entered
  Scope scope;
  std::size_t limit = 1'000;  ///< nodes in the answer
  static constexpr std::size_t kMaxDepth = 16;
};

struct Neighborhood {
  NodeId of{};
  Subgraph graph;                   ///< with all relationships of the requested types between its nodes, by id
  std::vector<RelationshipId> cut;  ///< relationships not followed because of `avoid`, by id
};

/// The nodes within `depth` hops. InvalidArgument if the depth exceeds kMaxDepth.
[[nodiscard]] Result<Neighborhood> neighborhood_of(const Graph& graph, const NeighborhoodRequest& request,
                                                   Budget budget);

}  // namespace treatygraph::queries
