#pragma once
// Analyses as CSV, a row for each node that has a value.

#include <ostream>

#include "graph/analyses.h"

namespace treatygraph::analysis {

/// Writes the values of `analyses`; columns of what it does not have are left out.
void write_csv(const Graph& graph, const AnalysesToWrite& analyses, std::ostream& out);

}  // namespace treatygraph::analysis
