#pragma once
// Chains without a jump: where one relationship of a chain ends on a provision and the next begins on a part of it, or
// on what contains it, the HAS_PART between them is put in.

#include <span>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// `chain` with what joins its relationships, walked from `start` either way. A chain that
/// cannot be joined stays as it is.
[[nodiscard]] std::vector<RelationshipId> unbroken(const Graph& graph, NodeId start,
                                                   std::span<const RelationshipId> chain);

}  // namespace treatygraph::queries
