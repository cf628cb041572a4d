#pragma once
// JSON for text and citations: continuous text, and footnote styles.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void text_members(JsonText& json, const Graph& graph, const ProvisionText& answer);

void citation_members(JsonText& json, const Graph& graph, const Citation& citation);

/// A node in a list: {key, title, citation, treaty}, the treaty by its slug.
void write_place(JsonText& json, const Graph& graph, NodeId node);

}  // namespace treatygraph::queries::formats
