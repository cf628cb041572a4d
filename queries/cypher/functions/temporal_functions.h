#pragma once
// Functions of temporal values: date(), datetime.truncate(), duration.between() and so on, and timestamp().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_temporal_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
