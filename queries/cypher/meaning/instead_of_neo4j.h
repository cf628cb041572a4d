#pragma once
// What to write instead of functions and procedures of Neo4j and its libraries that are not here.

#include <string_view>

namespace treatygraph::queries::cypher {

/// Advice for an unknown function, as "apoc.coll.sum"; empty if there is none.
[[nodiscard]] std::string_view instead_of_function(std::string_view name);
/// The same for a procedure.
[[nodiscard]] std::string_view instead_of_procedure(std::string_view name);

}  // namespace treatygraph::queries::cypher
