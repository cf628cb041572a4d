#pragma once
// The shortest path between two nodes by bidirectional search (Pohl 1971). Each turn expands the side that has fewer
// edges to examine. On graphs with hubs this reads a small part of what a search from one side reads.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/topology.h"
#include "queries/request/budget.h"

namespace treatygraph::queries {

/// The nodes of a shortest path from `from` to `to`, inclusive. `symmetric` contains each edge in both directions.
/// Nothing if no path of at most `max_length` hops connects them, or if the budget is spent; ask the budget which.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> shortest_connection(const OutCsr& symmetric, std::uint32_t from,
                                                                            std::uint32_t to, std::size_t max_length,
                                                                            Budget& budget);

}  // namespace treatygraph::queries
