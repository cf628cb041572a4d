#pragma once
// A treaty with its counts, of which two questions tell.

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/treaties.h"

namespace treatygraph::queries {

/// An object.
void write_treaty_summary(formats::AnswerWriter& out, const TreatySummary& summary);

}  // namespace treatygraph::queries
