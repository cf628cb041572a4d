#pragma once
// Layouts of one connected graph; drawing_plan.cpp puts several together.

#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

/// Neighbours of each node, ignoring direction. No loops and no duplicate edges.
using Neighbours = std::vector<std::vector<std::uint32_t>>;
/// Charges no budget: linear in the edges, apart from sorting.
[[nodiscard]] Neighbours neighbours_in(const DrawingPlan& plan);

/// Layers from left to right, given by the plan or by the hops from nodes without incoming edges. The order in each
/// layer reduces crossings by barycentres (Sugiyama, Tagawa and Toda 1981). A full layer takes several columns.
[[nodiscard]] std::vector<Position> layered(const DrawingPlan& plan);

/// Distances on screen follow graph distances: stress by stochastic gradient descent (Zheng, Pawar and Goodman 2018)
/// with a fixed seed and number of rounds; then nodes that are too close are pushed apart.
[[nodiscard]] std::vector<Position> forced(const DrawingPlan& plan);

}  // namespace treatygraph::queries::formats
