#pragma once
// Formats query errors for people: the message, with the place in the query.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {

struct Position {
  std::size_t line = 1;
  std::size_t column = 1;  ///< in characters
};
/// The line and column of the byte at `offset`.
[[nodiscard]] Position position_of(std::size_t offset, std::string_view query);

/// The line of the error; for a long line, the part around it.
struct QueryExcerpt {
  Position position;
  std::string line;
  std::size_t before = 0;  ///< characters of `line` before the place
  std::size_t marked = 1;  ///< length of the place in characters
};

/// Nothing if the error has no place in the query.
[[nodiscard]] std::optional<QueryExcerpt> excerpt_of(const Span& span, std::string_view query);

/// Type, message, and the line with the place marked below; of limited length.
[[nodiscard]] std::string explain(const CypherError& error, std::string_view query);

}  // namespace treatygraph::queries::cypher
