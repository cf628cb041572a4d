#pragma once
// The table of tools. It is made from the questions of the catalogue, which say their parameters and how their answers
// are paged.

#include <span>
#include <string_view>

#include "queries/catalogue/catalogue.h"

namespace treatygraph::queries::mcp {

struct Tool : ToolSpec {
  std::string_view question = {};  ///< a question of the catalogue; empty for Cypher
};

/// All tools, in the order of their `place`.
[[nodiscard]] std::span<const Tool> tools();
/// Null if there is no such tool.
[[nodiscard]] const Tool* find_tool(std::string_view name);
/// A parameter of the tool's question, which must have it.
[[nodiscard]] const ParameterSpec& parameter_of(const Tool& tool, std::string_view name);

}  // namespace treatygraph::queries::mcp
