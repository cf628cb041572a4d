#pragma once
// How far facts can be trusted, as JSON.

#include "queries/answer/answer_quality.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// "extracted", "curated", "unstated"
void basis_members(JsonText& json, const BasisCount& count);
void confidence_member(JsonText& json, const ConfidenceCount& count);
/// "quality" of an answer, if requested.
void quality_member(JsonText& json, const AnswerQuality& quality);

}  // namespace treatygraph::queries::formats
