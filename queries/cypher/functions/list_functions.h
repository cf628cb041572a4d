#pragma once
// Functions of lists: head(), last(), tail() and range(); and coalesce().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_list_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
