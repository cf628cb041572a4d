#pragma once
// Chains without gaps. If one relationship of a chain ends on a provision and the next begins on a part of it, or on
// what contains it, the HAS_PART between them are inserted.

#include <span>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// `chain` with the HAS_PART that join its relationships. Each relationship may be walked either way; `start` is where
/// the chain begins. A chain that cannot be joined is returned unchanged.
[[nodiscard]] std::vector<RelationshipId> unbroken(const Graph& graph, NodeId start,
                                                   std::span<const RelationshipId> chain);

}  // namespace treatygraph::queries
