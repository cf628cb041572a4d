#pragma once
// The nodes from which dependencies may lead to given nodes: the steps of dependency_steps.h, walked backward. A search
// for paths uses it to skip nodes from which the destination cannot be reached in time.

#include <vector>

#include "queries/treaty/dependency_steps.h"
#include "queries/walks/path_space.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {

/// Contains every node from which at most radius() steps lead to the ends. It may also contain others, since a superset
/// is cheaper and only costs time: parts of divisions whose own words refer there, and nodes that a walk does not
/// enter.
class DependencyRegion : public ArrivalRegion {
 public:
  /// The region of steps to one of `ends`, to a part of it, or to what contains it. `steps` must lead outward
  /// (Direction::Out) and outlive the region.
  DependencyRegion(const DependencySteps& steps, const std::vector<NodeId>& ends);

  [[nodiscard]] bool holds(NodeId node) const override { return held_.is_marked(static_cast<std::uint32_t>(node)); }
  [[nodiscard]] std::size_t radius() const override { return radius_; }
  [[nodiscard]] std::size_t rim() const override { return held_.size() - head_; }
  [[nodiscard]] bool widen(Budget& budget) override;

 private:
  void hold(NodeId node) { held_.push(static_cast<std::uint32_t>(node)); }
  void hold_whole(NodeId node);
  /// Adds everything that is read with `words`, or governed together with them.
  void hold_readers(NodeId words);

  const DependencySteps& steps_;
  const Graph& graph_;
  WalkScratch held_;
  WalkScratch looked_at_;  ///< by hold_readers
  std::size_t head_ = 0;   ///< where the rim begins in held_
  std::size_t radius_ = 0;
};

}  // namespace treatygraph::queries
