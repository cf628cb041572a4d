#pragma once
// Prompts: how to answer from this graph, and no further.

#include <string_view>

#include "graph/result.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::mcp {

/// What a model should know before it calls anything.
extern const std::string_view kInstructions;

/// An array of prompt definitions.
void write_prompts(formats::JsonText& json);
/// The members of a result: "description" and "messages". The error says what is missing.
[[nodiscard]] Result<void> write_prompt(formats::JsonText& json, std::string_view name, const cypher::Map& arguments);

}  // namespace treatygraph::queries::mcp
