#pragma once
// Compares reported numbers of signatories and ratifications with the list of acts.

#include <vector>

#include "queries/questions/participation.h"

namespace treatygraph::queries {

/// From the visible events of the treaty, by date.
[[nodiscard]] std::vector<ReportedCount> reported_counts(const Graph& graph, const Participation& participation,
                                                         const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
