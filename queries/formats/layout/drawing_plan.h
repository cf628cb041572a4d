#pragma once
// What a layout needs to know of a graph, and where it puts the nodes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace treatygraph::queries::formats {

/// In pixels of a drawing at full size; y grows downwards.
struct Position {
  double x = 0;
  double y = 0;
  bool operator==(const Position&) const = default;
};

/// Nodes by number. The order of nodes and edges decides where equals are equal, so that one plan has one layout.
struct DrawingPlan {
  std::size_t node_count = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  /// Beside the nodes: the layer that each must have, from 0 on; empty, or with a gap, where the edges decide.
  std::vector<std::optional<std::uint32_t>> layers;
};

enum class LayoutKind : std::uint8_t {
  Layered,  ///< from left to right by layer: for what begins somewhere
  Force,    ///< what is connected stands together
};

/// One position for each node. What is not connected is laid out apart and packed side by side. Asks BudgetInForce.
[[nodiscard]] std::vector<Position> positions_of(const DrawingPlan& plan, LayoutKind kind);

/// Where the node of that number stands in a spiral that fills a disc: for graphs of any size, of which no more is
/// known than how many nodes came before.
[[nodiscard]] Position position_in_spiral(std::size_t number);

}  // namespace treatygraph::queries::formats
