#pragma once
// Functions of numbers: abs(), round(), sqrt(), sin(), rand() and so on.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_number_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
