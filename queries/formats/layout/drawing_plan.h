#pragma once
// The input of a layout, and the resulting positions.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace treatygraph::queries::formats {

/// In pixels at full size; y grows downwards.
struct Position {
  double x = 0;
  double y = 0;
  bool operator==(const Position&) const = default;
};

/// Nodes by number. The order of nodes and edges breaks ties, so equal plans have equal layouts.
struct DrawingPlan {
  std::size_t node_count = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  /// Parallel to the nodes: the layer that each must have, starting at 0; empty, or absent for a node, if the edges
  /// decide.
  std::vector<std::optional<std::uint32_t>> layers;
};

enum class LayoutKind : std::uint8_t {
  Layered,  ///< from left to right by layer, for graphs with a start
  Force,    ///< connected nodes are near each other
};

/// One position per node. Components are laid out separately and packed side by side. Checks BudgetInForce.
[[nodiscard]] std::vector<Position> positions_of(const DrawingPlan& plan, LayoutKind kind);

/// The position of the node with that number in a spiral that fills a disc; for exports of any size, which know only
/// how many nodes came before.
[[nodiscard]] Position position_in_spiral(std::size_t number);

}  // namespace treatygraph::queries::formats
