#pragma once
// Functions on any value: valueType(), nullIf(), isNaN(); and randomUUID().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_value_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
