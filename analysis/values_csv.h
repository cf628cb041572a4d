#pragma once
// The values of analyses as CSV: a row for each node that has a value, and a column for each analysis.

#include <ostream>

#include "graph/analyses.h"

namespace treatygraph::analysis {

/// Writes the values of `analyses`, which must be of all nodes of `graph`. An analysis that it does not have gets no
/// column. The caller checks the state of `out`.
void write_csv(const Graph& graph, const AnalysesToWrite& analyses, std::ostream& out);

}  // namespace treatygraph::analysis
