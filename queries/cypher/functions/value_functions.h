#pragma once
// Functions of values of any type: valueType(), nullIf() and isNaN(); and randomUUID().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_value_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
