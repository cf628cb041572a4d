#pragma once
// toString(), toInteger(), toFloat() and toBoolean(), with their forms for lists and those that return null instead of
// an error.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

/// Like the other functions of this kind, adds its entries to the table of functions.
void add_conversions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
