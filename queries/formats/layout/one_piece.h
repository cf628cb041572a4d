#pragma once
// Layouts of a graph in which everything is connected.

#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

/// Nodes with their neighbours, whichever way the edges point. No loops, and no edge twice.
using Neighbours = std::vector<std::vector<std::uint32_t>>;
[[nodiscard]] Neighbours neighbours_in(const DrawingPlan& plan);

/// Layers from left to right, as the plan says or else by the hops from where no edge ends; in each the order that
/// crosses fewest edges, by barycentres (Sugiyama, Tagawa and Toda 1981). A full layer takes several columns.
[[nodiscard]] std::vector<Position> layered(const DrawingPlan& plan);

/// What is connected stands as near as it is connected: stress by stochastic gradient descent (Zheng, Pawar and Goodman
/// 2018) with a fixed seed and number of rounds; then nodes that stand too near are pushed apart.
[[nodiscard]] std::vector<Position> forced(const DrawingPlan& plan);

}  // namespace treatygraph::queries::formats
