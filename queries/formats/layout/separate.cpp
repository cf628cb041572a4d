// Each round sorts the nodes into squares as wide as the minimum distance, so only nodes of nearby squares are
// compared: a round takes n log n instead of n² steps. Moving a node does not update the squares until the next round.

#include "queries/formats/layout/separate.h"

#include <algorithm>
#include <cmath>

#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

constexpr double kNearest = 56;  // minimum distance of two nodes, in pixels
constexpr int kMostPasses = 40;  // rounds at most

/// The nodes in each square of side kNearest: nodes that are too close are in the same or an adjacent square.
class Squares {
 public:
  explicit Squares(const std::vector<Position>& positions) {
    for (std::uint32_t node = 0; node < positions.size(); ++node) {
      entries_.push_back({square_of(positions[node].x), square_of(positions[node].y), node});
    }
    std::ranges::sort(entries_);
  }

  /// Calls `each` with the nodes of three squares in one column: those around `position`, or `columns` to its right.
  template <typename Each>
  void for_each_near(const Position& position, std::int64_t columns, Each each) const {
    const auto x = square_of(position.x) + columns;
    const auto y = square_of(position.y);
    const Entry first{x, y - 1, 0};
    for (auto at = std::ranges::lower_bound(entries_, first); at != entries_.end(); ++at) {
      if (at->x != x || at->y > y + 1) break;
      each(at->node);
    }
  }

 private:
  struct Entry {
    std::int64_t x;
    std::int64_t y;
    std::uint32_t node;
    auto operator<=>(const Entry&) const = default;
  };
  static std::int64_t square_of(double coordinate) {
    return static_cast<std::int64_t>(std::floor(coordinate / kNearest));
  }
  std::vector<Entry> entries_;
};

/// Pushes two nodes apart if they are too close, and returns whether they were. Two nodes at the same place are
/// separated in a direction that is derived from their numbers.
bool push_apart(std::uint32_t left, std::uint32_t right, std::vector<Position>& positions) {
  auto& a = positions[left];
  auto& b = positions[right];
  double x = b.x - a.x;
  double y = b.y - a.y;
  double length = std::sqrt(x * x + y * y);
  if (length >= kNearest) return false;
  if (length < 1e-3) {
    x = std::cos(left + right);
    y = std::sin(left + right);
    length = 1;
    a.x -= x;
    a.y -= y;
  }
  const double share = (kNearest - length) / (2 * length);
  a.x -= share * x;
  a.y -= share * y;
  b.x += share * x;
  b.y += share * y;
  return true;
}

}  // namespace

void separate(std::vector<Position>& positions) {
  for (int round = 0; round < kMostPasses; ++round) {
    BudgetInForce::spend(4 * positions.size());
    bool has_moved = false;
    const Squares squares(positions);
    for (std::uint32_t node = 0; node < positions.size(); ++node) {
      const auto place = positions[node];
      for (const auto columns : {-1, 0, 1}) {
        squares.for_each_near(place, columns, [&](std::uint32_t other) {
          if (other > node && push_apart(node, other, positions)) has_moved = true;
        });
      }
    }
    if (!has_moved) return;
  }
}

}  // namespace treatygraph::queries::formats
