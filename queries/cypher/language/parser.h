#pragma once
// Parses text into a Query: recursive descent, with precedence climbing for expressions.

#include <memory>
#include <string_view>

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Throws CypherError with the token that was found and what was expected. Length and nesting are limited, because
/// queries come from clients. Clauses that write, such as CREATE, are recognized and refused with an explanation.
[[nodiscard]] std::unique_ptr<Query> parse(std::string_view text);

/// Parses JSON with the same lexer: JSON differs from Cypher's literals only in the quotes around names. Throws
/// CypherError.
[[nodiscard]] Value parse_json(std::string_view text);

}  // namespace treatygraph::queries::cypher
