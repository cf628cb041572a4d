#pragma once
// Functions of nodes, relationships and paths: labels(), type(), properties(), nodes() and so on.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_element_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
