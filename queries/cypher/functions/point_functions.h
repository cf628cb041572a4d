#pragma once
// point(), point.distance() and point.withinBBox().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_point_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
