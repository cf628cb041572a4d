#pragma once
// From text to Query: recursive descent, with precedence climbing for expressions.

#include <memory>
#include <string_view>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Throws CypherError: what was found, what was expected. Nesting is limited; writing clauses are named and refused.
[[nodiscard]] std::unique_ptr<Query> parse(std::string_view text);

/// JSON is what Cypher's literals are, but for the quotes around names. Throws CypherError.
[[nodiscard]] Value parse_json(std::string_view text);

}  // namespace treatygraph::queries::cypher
