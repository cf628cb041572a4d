#pragma once
// Known gaps and uncertainties in the data about a treaty, as sentences.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

struct TreatyQuality;

/// From the counts and from the properties of the treaty's node.
[[nodiscard]] std::vector<std::string> known_limits(const Graph& graph, const TreatyQuality& quality);

}  // namespace treatygraph::queries
