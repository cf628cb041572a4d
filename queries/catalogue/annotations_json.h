#pragma once
// The answer to "annotations" as JSON.

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/annotations.h"

namespace treatygraph::queries {

/// The name of a group in answers and parameters: "cited_by".
[[nodiscard]] std::string_view name_of(MarginGroup group);
/// Writes the members of the answer.
void write_annotations(formats::AnswerWriter& out, const Annotations& answer);

}  // namespace treatygraph::queries
