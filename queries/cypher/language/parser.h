#pragma once
// Parses text into a Query: recursive descent, with precedence climbing for expressions.

#include <memory>
#include <string_view>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Throws CypherError with what was found and expected. Nesting is limited. Writing clauses are recognized and refused.
[[nodiscard]] std::unique_ptr<Query> parse(std::string_view text);

/// Parses JSON, which equals Cypher's literals except for the quotes around names. Throws CypherError.
[[nodiscard]] Value parse_json(std::string_view text);

}  // namespace treatygraph::queries::cypher
