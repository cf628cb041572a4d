#pragma once
// What a provision rests on, what rests on it, and what governs it, transitively, with the words that show it.
// dependency_steps.h defines the steps. The level groups reached provisions for display and never changes what is
// reached.

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
  bool into_divisions = false;  ///< also the articles of a referenced division, and what they rest on
  Level level = Level::Article;
  std::size_t depth = kAllTheWay;
  std::vector<std::string> modes;  ///< modes of references (kModes in vocabulary.h); empty: all
  Scope scope;
  std::size_t limit = 1'000;  ///< nodes in the answer
  static constexpr std::size_t kAllTheWay = 0xffffffff;
};

/// The answer: the walk as it was, and the graph that groups it by the level.
struct Dependencies {
  NodeId of{};
  Direction direction = Direction::Out;
  Relation relation = Relation::RestsOn;
  Level level = Level::Article;
  /// Contains `of` with depth 0, and the representatives of what was reached, each with the least depth. Connections
  /// run from what rests on the other, or governs it.
  LiftedSubgraph graph;
  std::vector<RelationshipId> within;     ///< references of chains between parts of one node
  DependencyWalk walk;                    ///< what was reached, before grouping
  std::vector<std::uint32_t> grouped;     ///< positions in `walk` grouped by node, nearest first
  std::vector<std::uint32_t> group_ends;  ///< parallel to graph.nodes: the end of each node's group in `grouped`
  /// What directly governs `of`, if not part of the question.
  std::size_t governed_by = 0;
  std::string explanation;  ///< why the answer is empty

  /// The positions in `walk` that graph.nodes[position] represents, nearest first.
  [[nodiscard]] std::span<const std::uint32_t> provisions_of(std::size_t position) const;
  /// A shortest chain from `of` to a provision that graph.nodes[position] represents.
  [[nodiscard]] std::vector<DependencyHop> chain_to(std::size_t position) const;
  /// The same for walk[position]. With direction In, chains lead the other way, to `of`.
  [[nodiscard]] std::vector<DependencyHop> chain_to_reached(std::size_t position) const;
};

/// Walks the dependencies of request.of. If the budget is spent, the nodes found so far are given without connections.
[[nodiscard]] Result<Dependencies> dependencies_of(const Graph& graph, const DependenciesRequest& request,
                                                   Budget budget);

/// The references of a chain, in order.
[[nodiscard]] std::vector<RelationshipId> references_of(std::span<const DependencyHop> chain);

}  // namespace treatygraph::queries
