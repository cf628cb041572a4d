#pragma once
// The input of a layout, and the resulting positions. Layouts know only numbers, not the graph.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace treatygraph::queries::formats {

/// A place in pixels at full size; y grows downwards.
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

/// The two ways to lay out a graph.
enum class LayoutKind : std::uint8_t {
  Layered,  ///< from left to right by layer, for graphs with a start
  Force,    ///< connected nodes are near each other
};

/// Lays out the graph: one position per node, around (0, 0). Connected components are laid out separately and packed
/// side by side. Charges the budget in force; throws OutOfBudget.
[[nodiscard]] std::vector<Position> positions_of(const DrawingPlan& plan, LayoutKind kind);

/// The position of a node by its number, in a spiral that fills a disc evenly. For exports of any size, which know only
/// how many nodes came before.
[[nodiscard]] Position position_in_spiral(std::size_t number);

}  // namespace treatygraph::queries::formats
