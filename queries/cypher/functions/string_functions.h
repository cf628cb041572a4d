#pragma once
// Functions of strings, which count code points: substring(), split(), toUpper() and so on. And functions that strings
// and lists share: size() and reverse().

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_string_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
