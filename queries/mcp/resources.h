#pragma once
// Resources: treaties and their provisions as texts in Markdown, at treaty:// addresses; other nodes and the schema as
// JSON.

#include <string>
#include <string_view>
#include <vector>

#include "queries/formats/text/json_text.h"
#include "queries/mcp/tools.h"

namespace treatygraph::queries::mcp {

/// Writes the list of resources: the schema, and the treaties whose provisions are loaded.
void write_resources(formats::JsonText& json, const Graph& graph);
/// Writes the templates of addresses: treaty://{slug} and so on.
void write_resource_templates(formats::JsonText& json);
/// Writes the member "contents". NotFound if there is no resource `uri`.
[[nodiscard]] Result<void> write_resource(formats::JsonText& json, const CallContext& context, std::string_view uri);
/// Values that complete what was typed for an argument of a template or prompt: slugs of treaties, or keys of nodes. At
/// most 100.
[[nodiscard]] std::vector<std::string> completions(const Graph& graph, std::string_view argument,
                                                   std::string_view typed);

}  // namespace treatygraph::queries::mcp
