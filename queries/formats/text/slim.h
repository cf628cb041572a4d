#pragma once
// Slim answers: of the properties of nodes and relationships only those that were asked for.

#include <set>
#include <string>
#include <string_view>

namespace treatygraph::queries::formats {

/// `json` with each object called "properties" reduced to the members in `fields`; all else as it was, to the digit.
[[nodiscard]] std::string slim(std::string_view json, const std::set<std::string, std::less<>>& fields);

}  // namespace treatygraph::queries::formats
