#pragma once
// Known gaps and uncertainties in the data about a treaty, as sentences.

#include <string>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

struct TreatyQuality;

/// The sentences for one treaty, from its counts and the properties of its node. Empty if nothing is known to be
/// missing.
[[nodiscard]] std::vector<std::string> known_limits(const Graph& graph, const TreatyQuality& quality);

}  // namespace treatygraph::queries
