#pragma once
// How sure a chain of relationships is: as its least sure one.

#include <span>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// high, medium or low; empty where one of them does not say.
[[nodiscard]] std::string_view lowest_confidence(const Graph& graph, std::span<const RelationshipId> chain);
/// The next lower one; of low, and of what is not said, itself.
[[nodiscard]] std::string_view lowered(std::string_view confidence);

}  // namespace treatygraph::queries
