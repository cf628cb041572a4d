#pragma once
// The tools by name: which question each asks, with which of its parameters, and how its answer is paged.

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
  std::string_view question;  ///< of the catalogue; empty of Cypher
  std::span<const std::string_view> parameters;
  ViewShape shape = {};
  std::size_t limit = 20;  ///< of a page, where the client does not say
  std::size_t most = 100;
  ToolKind kind = ToolKind::Question;
  bool has_own_cursor = false;  ///< the question pages by itself
};

[[nodiscard]] std::span<const Tool> tools();
[[nodiscard]] const Tool* find_tool(std::string_view name);
/// Of the tool's question.
[[nodiscard]] const ParameterSpec& parameter_of(const Tool& tool, std::string_view name);

}  // namespace treatygraph::queries::mcp
