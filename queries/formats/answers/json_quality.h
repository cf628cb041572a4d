#pragma once
// How far treaties and answers can be trusted, as JSON.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void quality_members(JsonText& json, const Graph& graph, const Quality& quality);
/// "quality" of an answer, if requested.
void quality_member(JsonText& json, const AnswerQuality& quality);

}  // namespace treatygraph::queries::formats
