#pragma once
// Where paths run: which steps lead on from a node, and which of them arrive.

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

/// From one node to the next. Steps to the same node count as one, with several relationships as its evidence.
struct Step {
  NodeId to;
  RelationshipId relationship;
  bool against = false;  ///< the relationship runs the other way
  bool arrives = false;  ///< `to` is where the path was to lead
};

/// Where a path may still arrive from, for a search from both ends: all nodes from which at most radius() steps lead to
/// where it was to lead, and perhaps others.
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

class PathSpace {
 public:
  virtual ~PathSpace() = default;
  /// Where paths begin, in document order.
  [[nodiscard]] virtual const std::vector<NodeId>& starts() const = 0;
  /// The steps from `node`, sorted by where they lead: among equally short paths the first in document order is found
  /// first.
  virtual void steps_from(NodeId node, std::vector<Step>& steps) const = 0;
  /// With radius 0. Nothing where paths are only searched from their starts. Valid while the space is.
  [[nodiscard]] virtual std::unique_ptr<ArrivalRegion> arrival_region() const { return nullptr; }
};

/// The nodes that `name` means: a key's node, or all nodes with a label.
[[nodiscard]] Result<std::vector<NodeId>> find_ends(const Graph& graph, const std::string& name);

/// Which relationships a path may take.
struct PathRule {
  std::vector<std::string> types;         ///< of stored relationships; empty: dependencies
  Direction direction = Direction::Both;  ///< of stored relationships, seen from where the path begins
  Relation relation = Relation::Both;     ///< of dependencies
  bool into_divisions = false;            ///< of dependencies
  std::vector<std::string> modes;         ///< of references; empty: all
  Scope scope;
};

/// Stored relationships, or dependencies if the rule has no types; dependencies whose direction is ignored are stored
/// references and HAS_PART. `graph` and `avoidance` must outlive it.
struct PathEnds {
  std::vector<NodeId> from;
  std::vector<NodeId> to;
  const Avoidance* avoidance;  ///< nullptr: none
  bool ignore_direction = false;
};
[[nodiscard]] Result<std::unique_ptr<PathSpace>> path_space(const Graph& graph, const PathRule& rule, PathEnds ground);

}  // namespace treatygraph::queries
