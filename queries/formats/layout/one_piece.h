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

/// By Boost.Graph's springs and repulsion (Fruchterman and Reingold 1991), from rings around the middle, with a number
/// of rounds that depends on the size alone.
[[nodiscard]] std::vector<Position> forced(const DrawingPlan& plan);

}  // namespace treatygraph::queries::formats
