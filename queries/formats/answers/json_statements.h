#pragma once
// JSON for statements, events and acts, which several questions show.

#include <vector>

#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/statements.h"

namespace treatygraph::queries::formats {

/// An object: what somebody did about a treaty, such as signing it, consenting to it, or voting.
void write_acts(AnswerWriter& out, const Acts& acts);
/// The members of a statement with one of its targets, into the object that is open.
void statement_members(AnswerWriter& out, const StatementHit& hit);
/// The member "statements".
void statement_list(AnswerWriter& out, const std::vector<StatementHit>& hits);
/// The member "events".
void event_list(AnswerWriter& out, const std::vector<EventHit>& events);

}  // namespace treatygraph::queries::formats
