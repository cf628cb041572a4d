#pragma once
// What is read and cited, as JSON: continuous text.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void text_members(JsonText& json, const Graph& graph, const ProvisionText& answer);

/// A node where it is named beside others: {key, title, citation, treaty}, the treaty by its slug.
void write_place(JsonText& json, const Graph& graph, NodeId node);

}  // namespace treatygraph::queries::formats
