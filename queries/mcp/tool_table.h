#pragma once
// The tools, from what the questions of the catalogue say of themselves: the question after each, its parameters, and
// how its answer is paged.

#include <span>
#include <string_view>

#include "queries/catalogue/catalogue.h"

namespace treatygraph::queries::mcp {

struct Tool : ToolSpec {
  std::string_view question = {};  ///< a question of the catalogue; empty for Cypher
};

[[nodiscard]] std::span<const Tool> tools();
[[nodiscard]] const Tool* find_tool(std::string_view name);
/// The parameters of the tool's question.
[[nodiscard]] const ParameterSpec& parameter_of(const Tool& tool, std::string_view name);

}  // namespace treatygraph::queries::mcp
