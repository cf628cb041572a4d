#pragma once
// What is read and cited, as JSON: continuous text, citations in the styles of footnotes.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void text_members(JsonText& json, const Graph& graph, const ProvisionText& answer);

void citation_members(JsonText& json, const Graph& graph, const Citation& citation);

/// A node where it is named beside others: {key, title, citation, treaty}, the treaty by its slug.
void write_place(JsonText& json, const Graph& graph, NodeId node);

}  // namespace treatygraph::queries::formats
