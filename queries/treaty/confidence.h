#pragma once
// The confidence of a chain of relationships: that of its weakest one.

#include <span>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries {

/// high, medium or low; empty if a relationship does not say.
[[nodiscard]] std::string_view lowest_confidence(const Graph& graph, std::span<const RelationshipId> chain);
/// The next lower level; low and unknown stay the same.
[[nodiscard]] std::string_view lowered(std::string_view confidence);

}  // namespace treatygraph::queries
