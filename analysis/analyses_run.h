#pragma once
// The analyses that treatygraph-analyze offers, by name. Each is computed by all ranks (processes that MPI started
// together) and gathered on the first.

#include <array>
#include <string>
#include <string_view>

#include "analysis/ranks.h"
#include "graph/analyses.h"

namespace treatygraph::analysis {

inline constexpr std::array<std::string_view, 4> kAnalysisNames = {"rank", "components", "closures", "betweenness"};

/// Computes `name`, one of kAnalysisNames; all ranks call it with the same name. On the first rank `found` gets the
/// values of all nodes. Returns one line about them, without a line end.
std::string run_analysis(std::string_view name, const Ranks& ranks, const Graph& graph, AnalysesToWrite& found);

}  // namespace treatygraph::analysis
