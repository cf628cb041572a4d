#pragma once
// JSON for analytical answers: impact, coverage, compare and so on.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// All members except `dependents` and `objections`, which are answers of their own.
void impact_members(JsonText& json, const Graph& graph, const Impact& impact);
/// "asked_for", "mentioned", "not_spoken_of".
[[nodiscard]] std::string_view name_of(Objection::Deletion deletion);
void coverage_members(JsonText& json, const Graph& graph, const Coverage& coverage);
void cycles_members(JsonText& json, const Graph& graph, const Cycles& cycles);
void rank_members(JsonText& json, const Graph& graph, const Rank& rank);
void comparison_members(JsonText& json, const Graph& graph, const Comparison& comparison);
/// "why": each node with its sentences; nothing if not requested.
void why_member(JsonText& json, const Graph& graph, const std::vector<Explanation>& why);

}  // namespace treatygraph::queries::formats
