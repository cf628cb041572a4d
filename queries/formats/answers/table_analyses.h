#pragma once
// Answers that weigh and compare, as rows and columns.

#include "queries/catalogue/answer.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {

[[nodiscard]] Table impact_table(const Graph& graph, const Impact& impact);
/// Rows by columns, with the totals of each: what opens in a spreadsheet.
[[nodiscard]] Table coverage_table(const Graph& graph, const Coverage& coverage);
/// One row a hop.
[[nodiscard]] Table cycles_table(const Graph& graph, const Cycles& cycles);
[[nodiscard]] Table rank_table(const Graph& graph, const Rank& rank);
[[nodiscard]] Table comparison_table(const Graph& graph, const Comparison& comparison);
/// One row a sentence.
[[nodiscard]] Table why_table(const Graph& graph, const std::vector<Explanation>& why);

}  // namespace treatygraph::queries::formats
