#pragma once
// The space that paths run in: which steps leave a node, and which of them arrive. The search (shortest_paths.h) knows
// nothing else of the graph, so stored relationships and dependencies are searched by the same code.

#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"
#include "queries/treaty/avoidance.h"
#include "queries/treaty/dependency_steps.h"

namespace treatygraph::queries {

/// A step from one node to the next. All relationships that lead to the same node are one step.
struct Step {
  NodeId to{};
  RelationshipId relationship{};
  bool against = false;  ///< the relationship runs the other way
  bool arrives = false;  ///< `to` is the destination
};

/// The nodes from which a path may still arrive, for a search from both ends: all nodes from which at most radius()
/// steps lead to the destination, and perhaps others.
class ArrivalRegion {
 public:
  virtual ~ArrivalRegion() = default;
  [[nodiscard]] virtual bool holds(NodeId node) const = 0;
  [[nodiscard]] virtual std::size_t radius() const = 0;
  /// How many nodes the next step back starts from; 0: nothing else leads there, from however far.
  [[nodiscard]] virtual std::size_t rim() const = 0;
  /// One step further back. False when the budget is spent.
  [[nodiscard]] virtual bool widen(Budget& budget) = 0;
};

/// Sorts by target, so that among equally short paths the first in document order is found first.
void sort_steps(std::vector<Step>& steps);

/// The steps of one search. Implementations are created by path_space().
class PathSpace {
 public:
  virtual ~PathSpace() = default;
  /// The starts of paths, in document order.
  [[nodiscard]] virtual const std::vector<NodeId>& starts() const = 0;
  /// The steps from `node`, in any order; see sort_steps().
  virtual void steps_from(NodeId node, std::vector<Step>& steps) const = 0;
  /// The steps from `from` that lead to `to`.
  virtual void steps_between(NodeId from, NodeId to, std::vector<Step>& steps) const;
  /// The region around the destinations, with radius 0. Null if paths are only searched from their starts. Valid while
  /// the space exists.
  [[nodiscard]] virtual std::unique_ptr<ArrivalRegion> arrival_region() const { return nullptr; }
};

/// The nodes that `name` means: one key, or all nodes with a label.
[[nodiscard]] Result<std::vector<NodeId>> find_ends(const Graph& graph, const std::string& name);

/// Which relationships paths may use.
struct PathRule {
  std::vector<std::string> types;         ///< types of stored relationships; empty: dependencies
  Direction direction = Direction::Both;  ///< direction of stored relationships, seen from the start
  Relation relation = Relation::Both;     ///< for dependencies
  bool into_divisions = false;            ///< for dependencies
  std::vector<std::string> modes;         ///< of references; empty: all
  Scope scope;
};

/// Where paths begin and end, and what they must avoid. `from` and `to` are in document order.
struct PathEnds {
  std::vector<NodeId> from;
  std::vector<NodeId> to;
  const Avoidance* avoidance;  ///< nullptr: none
  bool ignore_direction = false;
};
/// The space of a rule: stored relationships, or dependencies if the rule has no types. Dependencies without direction
/// are stored references and HAS_PART. `graph` and the avoidance must outlive it.
[[nodiscard]] Result<std::unique_ptr<PathSpace>> path_space(const Graph& graph, const PathRule& rule, PathEnds ground);

}  // namespace treatygraph::queries
