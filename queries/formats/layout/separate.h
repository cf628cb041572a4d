#pragma once
// Room between nodes.

#include <vector>

#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

/// Pushes apart what stands too near, for some rounds: in crowds some stay nearer than they should.
void separate(std::vector<Position>& positions);

}  // namespace treatygraph::queries::formats
