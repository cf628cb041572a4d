#pragma once
// toString(), toInteger(), toFloat(), toBoolean(), of lists too, and with null instead of an error.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_conversions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
