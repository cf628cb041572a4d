#pragma once
// Advice in errors for functions and procedures that exist in Neo4j, APOC, GDS or GenAI, but not here.

#include <string_view>

namespace treatygraph::queries::cypher {

/// Advice for an unknown function such as "apoc.coll.sum"; empty if there is none. Valid for the life of the program.
[[nodiscard]] std::string_view instead_of_function(std::string_view name);
/// The same for a procedure.
[[nodiscard]] std::string_view instead_of_procedure(std::string_view name);

}  // namespace treatygraph::queries::cypher
