#pragma once
// What is known to be missing or unsure in what the graph holds of a treaty, in sentences.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

struct TreatyQuality;

/// From what was counted and what the treaty's node says of itself.
[[nodiscard]] std::vector<std::string> known_limits(const Graph& graph, const TreatyQuality& quality);

}  // namespace treatygraph::queries
