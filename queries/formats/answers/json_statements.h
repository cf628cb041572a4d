#pragma once
// JSON for statements and speakers.

#include "queries/catalogue/answer.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// A statement with one of its targets.
void statement_members(JsonText& json, FactWriter& facts, const Graph& graph, const StatementHit& hit);
void statements_members(JsonText& json, FactWriter& facts, const Graph& graph, const StatementsAnswer& answer);
void critics_members(JsonText& json, FactWriter& facts, const Graph& graph, const CriticsAnswer& answer);

}  // namespace treatygraph::queries::formats
