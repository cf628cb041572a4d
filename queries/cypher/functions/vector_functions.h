#pragma once
// vector.similarity.cosine() and vector.similarity.euclidean() of two lists of numbers.

#include <vector>

#include "queries/cypher/functions/functions.h"

namespace treatygraph::queries::cypher {

void add_vector_functions(std::vector<FunctionEntry>& table);

}  // namespace treatygraph::queries::cypher
