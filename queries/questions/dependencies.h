#pragma once
// What a provision rests on, what rests on it, and what governs it, all the way, with the words that show it.
// dependency_steps.h defines the steps. A level groups what was reached for showing, and never changes what is reached.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/treaty/provision_level.h"
#include "queries/walks/dependency_walk.h"

namespace treatygraph::queries {

struct DependenciesRequest {
  std::string of;
  Direction direction = Direction::Out;  ///< Out: what it rests on. In: what rests on it. Both is refused.
  Relation relation = Relation::RestsOn;
  bool into_divisions = false;  ///< also the articles of a division that is referred to, and what they rest on
  Level level = Level::Article;
  std::size_t depth = kAllTheWay;
  std::vector<std::string> modes;  ///< of references, vocabulary.h's kModes; empty: all
  Scope scope;
  std::size_t limit = 1'000;  ///< nodes in the answer
  static constexpr std::size_t kAllTheWay = 0xffffffff;
};

struct Dependencies {
  NodeId of;
  Direction direction = Direction::Out;
  Relation relation = Relation::RestsOn;
  Level level = Level::Article;
  /// `of` with depth 0 among its nodes, and what stands at the level for what was reached, each with the least depth.
  /// Connections run from what rests on the other, or governs it.
  LiftedSubgraph graph;
  std::vector<RelationshipId> within;     ///< references of chains that join parts of one node
  DependencyWalk walk;                    ///< what was reached, as it is written
  std::vector<std::uint32_t> grouped;     ///< positions in walk, node by node, each nearest first
  std::vector<std::uint32_t> group_ends;  ///< beside graph.nodes: where in `grouped` each node's end
  /// What governs `of` in one step, where that was not asked for.
  std::size_t governed_by = 0;
  std::string explanation;  ///< for an empty answer: what was searched

  /// Positions in walk of what graph.nodes[position] stands for, nearest first.
  [[nodiscard]] std::span<const std::uint32_t> provisions_of(std::size_t position) const;
  /// The hops from `of` to the nearest provision that graph.nodes[position] stands for: a shortest chain.
  [[nodiscard]] std::vector<DependencyHop> chain_to(std::size_t position) const;
  /// The same to walk[position]. With direction In chains lead the other way, to `of`.
  [[nodiscard]] std::vector<DependencyHop> chain_to_reached(std::size_t position) const;
};

[[nodiscard]] Result<Dependencies> dependencies_of(const Graph& graph, const DependenciesRequest& request,
                                                   Budget budget);

/// The references of a chain, in its order.
[[nodiscard]] std::vector<RelationshipId> references_of(std::span<const DependencyHop> chain);

}  // namespace treatygraph::queries
