#pragma once
// Room between nodes.

#include <vector>

#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

/// Pushes apart nodes that are too close, for a number of rounds; in crowds some remain too close.
void separate(std::vector<Position>& positions);

}  // namespace treatygraph::queries::formats
