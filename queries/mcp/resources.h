#pragma once
// Resources: treaties and their provisions as readable texts at treaty:// addresses.

#include <string>
#include <string_view>
#include <vector>

#include "queries/formats/text/json_text.h"
#include "queries/mcp/tools.h"

namespace treatygraph::queries::mcp {

/// The treaties whose provisions are loaded, and the schema.
void write_resources(formats::JsonText& json, const Graph& graph);
void write_resource_templates(formats::JsonText& json);
/// The member "contents". NotFound if `uri` does not exist.
[[nodiscard]] Result<void> write_resource(formats::JsonText& json, const Asking& asking, std::string_view uri);
/// Completions for the value of a template's or prompt's argument.
[[nodiscard]] std::vector<std::string> completions(const Graph& graph, std::string_view argument,
                                                   std::string_view typed);

}  // namespace treatygraph::queries::mcp
