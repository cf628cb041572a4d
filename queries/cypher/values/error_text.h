#pragma once
// What an error of the query language says to a person: in words, and with the place in the query.

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
/// Of the byte at `offset`.
[[nodiscard]] Position position_of(std::size_t offset, std::string_view query);

/// The line that an error is about; of a long one the part around it.
struct QueryExcerpt {
  Position position;
  std::string line;
  std::size_t before = 0;  ///< characters of `line` that go before the place
  std::size_t marked = 1;  ///< characters that the error is about
};

/// Nothing where the error has no place in the query.
[[nodiscard]] std::optional<QueryExcerpt> excerpt_of(const Span& span, std::string_view query);

/// Type, words, and the line with the place marked below, however long the query and its literals are.
[[nodiscard]] std::string explain(const CypherError& error, std::string_view query);

}  // namespace treatygraph::queries::cypher
