#pragma once
// Makes room between nodes that a layout has put too close to each other.

#include <vector>

#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

/// Pushes apart nodes that are too close, for a limited number of rounds; where it is crowded, some remain too close.
/// Equal input gives equal output.
void separate(std::vector<Position>& positions);

}  // namespace treatygraph::queries::formats
