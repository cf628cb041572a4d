#pragma once
// How far facts can be trusted, as JSON.

#include "queries/answer/answer_quality.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// Members of an open object: "extracted", "curated", "unstated".
void basis_members(JsonText& json, const BasisCount& count);
/// "confidence": how many facts have which.
void confidence_member(JsonText& json, const ConfidenceCount& count);
/// "quality": that of the whole answer.
void quality_member(JsonText& json, const AnswerQuality& quality);

}  // namespace treatygraph::queries::formats
