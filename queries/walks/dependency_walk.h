#pragma once
// The walk over dependencies: what is reached from a provision, as it is written, nearest first, each with the hop that
// first reached it.

#include <vector>

#include "queries/request/budget.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/walks/breadth_first.h"

namespace treatygraph::queries {

/// Something that was reached.
struct ReachedProvision {
  NodeId node;
  std::uint32_t depth = 0;   ///< references on a shortest chain
  std::uint32_t from = 0;    ///< position in DependencyWalk::reached of where the hop began
  DependencyHop hop;         ///< of the origin, and of what stands in a division: nothing
  bool in_division = false;  ///< reached with the division at `from`, which was gone into
};

/// Whether it was reached through what something stands in: by a reference to what the origin stands in, or to a
/// division; or with a division.
[[nodiscard]] bool is_by_containing(const Graph& graph, const ReachedProvision& reached);

struct DependencyWalk {
  /// The origin first, then in breadth-first order; no part of the origin.
  std::vector<ReachedProvision> reached;
  WalkEnd end = WalkEnd::Complete;

  /// The hops from the origin to reached[position], in their order.
  [[nodiscard]] std::vector<DependencyHop> chain_to(std::size_t position) const;
};

/// `limits.nodes` counts what is reached.
[[nodiscard]] DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                               Budget& budget);

}  // namespace treatygraph::queries
