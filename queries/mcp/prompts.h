#pragma once
// Prompts that tell a model to answer from this graph only.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::mcp {

/// Instructions that a model gets before it calls any tool.
extern const std::string_view kInstructions;

/// Writes the array of prompt definitions.
void write_prompts(formats::JsonText& json);
/// Writes the members of a result: "description" and "messages". NotFound if there is no such prompt; InvalidArgument
/// if an argument is missing.
[[nodiscard]] Result<void> write_prompt(formats::JsonText& json, std::string_view name, const cypher::Map& arguments);

}  // namespace treatygraph::queries::mcp
