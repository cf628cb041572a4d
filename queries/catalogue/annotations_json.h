#pragma once
// The margin of a provision as JSON.

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/annotations.h"

namespace treatygraph::queries {

[[nodiscard]] std::string_view name_of(MarginGroup group);
void write_annotations(formats::AnswerWriter& out, const Annotations& answer);

}  // namespace treatygraph::queries
