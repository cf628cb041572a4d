#pragma once
// Advice in syntax errors for readers who write SQL, the commands of a client, or a misspelled keyword.

#include <string>
#include <string_view>

namespace treatygraph::queries::cypher {

/// The expectation in an error at a place at which a clause may begin.
inline constexpr std::string_view kClauses = "MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL, RETURN or UNION";

/// The expectation in an error after SHOW.
inline constexpr std::string_view kShown = "FUNCTIONS, PROCEDURES, INDEXES, CONSTRAINTS, DATABASES or SETTINGS";

/// Advice to append to the error: "; write AND". `found` is the unexpected token, `before` the token before it, and
/// `wanted` the text of the expectation. Empty if no advice is known.
[[nodiscard]] std::string remedy_for(std::string_view before, std::string_view found, std::string_view wanted);

}  // namespace treatygraph::queries::cypher
