#include "queries/walks/dependency_region.h"

#include <optional>

namespace treatygraph::queries {

DependencyRegion::DependencyRegion(const DependencySteps& steps, const std::vector<NodeId>& ends)
    : steps_(steps), graph_(steps.graph()), held_(graph_.node_count()), looked_at_(graph_.node_count()) {
  for (const auto end : ends) {
    hold_whole(end);
    for (auto above = graph_.parent(end); above; above = graph_.parent(*above)) {
      if (steps.reading().role_of(*above) != ReadingRole::Treaty)
        hold(*above);  // a treaty reaches none of its provisions
    }
  }
}

/// Takes one step back from the rim, the part of held_ that the last step added. References count as work, because a
/// node may have very many.
bool DependencyRegion::widen(Budget& budget) {
  ++radius_;
  for (const auto rim_end = held_.size(); head_ < rim_end; ++head_) {
    const NodeId node{held_[head_]};
    const bool leads_on = radius_ == 1 || steps_.is_entered(node);  // the others only begin or end a path
    std::size_t references = 1;
    const auto hold_those = [&](NodeId words) {
      ++references;
      hold_readers(words);
    };
    if (leads_on) steps_.each_to(node, hold_those);
    if (!budget.spend(references)) return false;
  }
  return true;
}

/// Adds a node with all its parts.
void DependencyRegion::hold_whole(NodeId node) {
  const auto inside = graph_.subtree(node);
  for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) hold(part);
}

void DependencyRegion::hold_readers(NodeId words) {
  if (!looked_at_.push(static_cast<std::uint32_t>(words))) return;
  const auto role = steps_.reading().role_of(words);
  role == ReadingRole::Provision || role == ReadingRole::Division ? hold_whole(words) : hold(words);
  for (auto above = graph_.parent(words); above; above = graph_.parent(*above)) hold(*above);
}

}  // namespace treatygraph::queries
