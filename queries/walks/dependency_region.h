#pragma once
// From where dependencies may lead to given nodes: the steps of dependency_steps.h, walked back.

#include <vector>

#include "queries/treaty/dependency_steps.h"
#include "queries/walks/path_space.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {

/// Holds every node from which the steps lead there, and also what need not be told apart for that: parts of divisions
/// whose own words refer there, and nodes that a walk does not go into.
class DependencyRegion : public ArrivalRegion {
 public:
  /// To one of `ends`, to a part of it, or to what contains it. `steps` must lead outward, and outlive the region.
  DependencyRegion(const DependencySteps& steps, const std::vector<NodeId>& ends);

  [[nodiscard]] bool holds(NodeId node) const override { return held_.is_marked(static_cast<std::uint32_t>(node)); }
  [[nodiscard]] std::size_t radius() const override { return radius_; }
  [[nodiscard]] std::size_t rim() const override { return held_.size() - head_; }
  [[nodiscard]] bool widen(Budget& budget) override;

 private:
  void hold(NodeId node) { held_.push(static_cast<std::uint32_t>(node)); }
  void hold_whole(NodeId node);
  /// Holds whatever is read with `words`, and is governed with it.
  void hold_readers(NodeId words);

  const DependencySteps& steps_;
  const Graph& graph_;
  WalkScratch held_;
  WalkScratch looked_at_;  ///< by hold_readers
  std::size_t head_ = 0;   ///< of held_: where the rim begins
  std::size_t radius_ = 0;
};

}  // namespace treatygraph::queries
