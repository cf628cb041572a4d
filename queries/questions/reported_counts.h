#pragma once
// What events tell of numbers of signatories and ratifications, held against the list of acts.

#include <vector>

#include "queries/questions/participation.h"

namespace treatygraph::queries {

/// Of the events of the treaty that are in sight, by their dates.
[[nodiscard]] std::vector<ReportedCount> reported_counts(const Graph& graph, const Participation& participation,
                                                         const ScopeFilter& sight);

}  // namespace treatygraph::queries
