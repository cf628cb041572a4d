#pragma once
// How many nodes each outermost provision rests on, and how many rest on it, transitively
// (queries/treaty/dependency_steps.h), over all ranks.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Closures {
  /// Of the nodes of this rank; Analyses::kNone for nodes that are no outermost provision.
  std::vector<std::uint32_t> sizes;
  std::uint64_t provisions = 0;  ///< outermost ones, of all ranks
};

/// What `dependencies` reaches from each outermost provision: Out, what it rests on; In, what rests on it. Without the
/// provision's own parts.
[[nodiscard]] Closures closures_of(const Ranks& ranks, const Part& part, Direction direction);

}  // namespace treatygraph::analysis
