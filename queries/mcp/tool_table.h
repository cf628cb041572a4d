#pragma once
// The table of tools: the question behind each, its parameters, and how its answer is paged.

#include <cstddef>
#include <span>
#include <string_view>

#include "queries/catalogue/catalogue.h"
#include "queries/mcp/model_view.h"

namespace treatygraph::queries::mcp {

enum class ToolKind : unsigned char { Question, Citation, Text, Cypher };

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string_view question;  ///< a question of the catalogue; empty for Cypher
  std::span<const std::string_view> parameters;
  ViewShape shape = {};
  std::size_t limit = 20;  ///< default page size
  std::size_t most = 100;
  ToolKind kind = ToolKind::Question;
  bool has_own_cursor = false;  ///< the question itself has pages
};

[[nodiscard]] std::span<const Tool> tools();
[[nodiscard]] const Tool* find_tool(std::string_view name);
/// The parameters of the tool's question.
[[nodiscard]] const ParameterSpec& parameter_of(const Tool& tool, std::string_view name);

}  // namespace treatygraph::queries::mcp
