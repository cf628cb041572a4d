#pragma once
// Formats query errors for readers: the message, and the line of the query with the place marked.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {

/// A place in a text; both numbers count from 1.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;  ///< in characters
};
/// The line and column of the byte at `offset`.
[[nodiscard]] Position position_of(std::size_t offset, std::string_view query);

/// The line of an error; of a long line, the part around the place, with "..." for the rest.
struct QueryExcerpt {
  Position position;
  std::string line;
  std::size_t before = 0;  ///< characters of `line` before the marked place
  std::size_t marked = 1;  ///< length of the marked place in characters, at least 1
};

/// Nothing if `span` is empty: then the error has no place in the query.
[[nodiscard]] std::optional<QueryExcerpt> excerpt_of(const Span& span, std::string_view query);

/// The type, the detail and the message, then the line of the query with the place marked by ^ below it. Long messages
/// and lines are shortened.
[[nodiscard]] std::string explain(const CypherError& error, std::string_view query);

}  // namespace treatygraph::queries::cypher
