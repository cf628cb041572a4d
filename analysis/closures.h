#pragma once
// How many nodes each outermost provision rests on, and how many rest on it, through any number of references
// (queries/treaty/dependency_steps.h), computed by all ranks.

#include <cstdint>
#include <vector>

#include "analysis/part.h"
#include "analysis/ranks.h"

namespace treatygraph::analysis {

struct Closures {
  /// By position in the part of this rank; Analyses::kNone for nodes that are not outermost provisions.
  std::vector<std::uint32_t> sizes;
  std::uint64_t provisions = 0;  ///< the number of outermost provisions of all ranks
};

/// Counts what the question `dependencies` reaches from each outermost provision, without the provision's own parts.
/// Out: what it rests on; In: what rests on it. All ranks call it.
[[nodiscard]] Closures closures_of(const Ranks& ranks, const Part& part, Direction direction);

}  // namespace treatygraph::analysis
