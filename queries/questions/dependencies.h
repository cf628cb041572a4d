#pragma once
// What a provision rests on, or what rests on it, all the way, with the words that show it.
//
// A depends on B when A, or a part of A, has a REFERS_TO to B, or to a part of B, that is not itself in A. Both ends
// are lifted to a level; what is coarser than the level (a chapter that is referred to as a whole) stands as it is. A
// treaty that is referred to as a whole is a node of the answer and not walked into.

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

struct DependenciesRequest {
  std::string of;
  Direction direction = Direction::Out;  ///< Out: what it rests on. In: what rests on it. Both is refused.
  Level level = Level::Article;
  std::size_t depth = kAllTheWay;
  std::vector<std::string> modes;  ///< of references, vocabulary.h's kModes; empty: all
  Scope scope;
  std::size_t limit = 1'000;  ///< nodes in the answer
  static constexpr std::size_t kAllTheWay = 0xffffffff;
};

struct Dependencies {
  /// The reference by which the walk first came to a node, and the node that it came from.
  struct Arrival {
    NodeId from;
    RelationshipId reference;
  };
  NodeId of;
  Direction direction = Direction::Out;
  Level level = Level::Article;
  LiftedSubgraph graph;           ///< `of` with depth 0 among its nodes; connections in the direction of the references
  std::vector<Arrival> arrivals;  ///< beside graph.nodes; of `of` itself means nothing
  std::string explanation;        ///< for an empty answer: what was searched

  /// The references from `of` to graph.nodes[position], hop by hop: a shortest chain.
  [[nodiscard]] std::vector<RelationshipId> chain_to(std::size_t position) const;
};

[[nodiscard]] Result<Dependencies> dependencies_of(const Graph& graph, const DependenciesRequest& request,
                                                   Budget budget);

}  // namespace treatygraph::queries
