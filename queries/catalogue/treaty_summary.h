#pragma once
// A treaty with its counts, which two questions show: "treaties" and "treaty".

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/treaties.h"

namespace treatygraph::queries {

/// Writes the object of a treaty: its node, whether it is loaded, and its counts. Counts of acts are null if no act is
/// known.
void write_treaty_summary(formats::AnswerWriter& out, const TreatySummary& summary);

}  // namespace treatygraph::queries
