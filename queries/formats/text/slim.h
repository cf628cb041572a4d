#pragma once
// Slim answers: nodes and relationships with only the requested properties.

#include <set>
#include <string>
#include <string_view>

namespace treatygraph::queries::formats {

/// Copies `json`, reducing each object that is a member named "properties" to the members in `fields`. Everything else
/// keeps its value, numbers to the last digit. `json` must be valid.
[[nodiscard]] std::string slim(std::string_view json, const std::set<std::string, std::less<>>& fields);

}  // namespace treatygraph::queries::formats
