#pragma once
// Values as the TCK writes them.

#include <string>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::testing {

[[nodiscard]] std::string literal_of(const queries::cypher::Value& value, const Graph& graph);
/// Throws std::runtime_error if the text is not a literal.
[[nodiscard]] queries::cypher::Value value_of_literal(const std::string& literal);

}  // namespace treatygraph::testing
