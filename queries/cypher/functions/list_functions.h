#pragma once
// head(), tail(), range(), coalesce() and their kin.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_list_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
