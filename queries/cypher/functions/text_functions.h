#pragma once
// trim(), btrim(), normalize(), char_length() and similar functions.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_text_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
