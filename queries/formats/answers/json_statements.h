#pragma once
// JSON for statements, events and acts, of which several questions tell.

#include <vector>

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/statements.h"

namespace treatygraph::queries::formats {

/// An object: what somebody did towards a treaty.
void write_acts(AnswerWriter& out, const Acts& acts);
/// A statement with one of its targets.
void statement_members(AnswerWriter& out, const StatementHit& hit);
/// "statements"
void statement_list(AnswerWriter& out, const std::vector<StatementHit>& hits);
/// "events"
void event_list(AnswerWriter& out, const std::vector<EventHit>& events);

}  // namespace treatygraph::queries::formats
