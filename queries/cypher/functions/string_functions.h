#pragma once
// substring(), split(), toUpper() and their kin, by code points; and what strings and lists share: size(), reverse().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_string_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
