#pragma once
// The shortest path between two nodes by search from both ends (Pohl 1971): each turn goes to the side that has fewer
// edges to look at, which on graphs with hubs reads a small part of what a search from one end reads.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// The nodes of a shortest path from `from` to `to`, both included. `symmetric` holds each edge in both directions.
/// Nothing when no path of at most `max_length` hops connects them, or when the budget is spent: ask the budget.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> shortest_connection(const OutCsr& symmetric, std::uint32_t from,
                                                                            std::uint32_t to, std::size_t max_length,
                                                                            Budget& budget);

}  // namespace treatygraph::queries
