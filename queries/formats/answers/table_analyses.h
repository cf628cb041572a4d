#pragma once
// Analytical answers as rows and columns.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

[[nodiscard]] Table impact_table(const Graph& graph, const Impact& impact);
/// A matrix with totals, as for a spreadsheet.
[[nodiscard]] Table coverage_table(const Graph& graph, const Coverage& coverage);
/// One row per hop.
[[nodiscard]] Table cycles_table(const Graph& graph, const Cycles& cycles);
[[nodiscard]] Table rank_table(const Graph& graph, const Rank& rank);
[[nodiscard]] Table comparison_table(const Graph& graph, const Comparison& comparison);
/// One row per sentence.
[[nodiscard]] Table why_table(const Graph& graph, const std::vector<Explanation>& why);

}  // namespace treatygraph::queries::formats
