#pragma once
// labels(), type(), properties(), nodes() and their kin: of nodes, relationships and paths.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_element_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
