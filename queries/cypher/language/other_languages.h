#pragma once
// What to write instead of words of SQL, commands of clients, and slips.

#include <string>
#include <string_view>

namespace treatygraph::queries::cypher {

/// What is expected where a clause may begin.
inline constexpr std::string_view kClauses = "MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL, RETURN or UNION";

/// What SHOW shows.
inline constexpr std::string_view kShown = "FUNCTIONS, PROCEDURES, INDEXES, CONSTRAINTS, DATABASES or SETTINGS";

/// "; write ..." for an unexpected token after another, or nothing.
[[nodiscard]] std::string remedy_for(std::string_view before, std::string_view found, std::string_view wanted);

}  // namespace treatygraph::queries::cypher
