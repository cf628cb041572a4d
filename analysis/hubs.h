#pragma once
// A hub of each treaty: provisions that all rest on one another, so that a walk that reaches one of them reaches the
// same nodes as a walk that reaches another.

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/part.h"

namespace treatygraph::analysis {

/// The hubs of the treaties of a part, with references followed in one direction. A hub is a strongly connected
/// component of the relation "is reached from" inside one treaty. Each treaty has at most one here, the one with the
/// busiest provision. A hub is named by its pivot, one of its provisions.
class Hubs {
 public:
  /// No pivot.
  static constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();

  /// `part` must outlive it. Needs no other rank.
  Hubs(const Part& part, Direction direction);

  /// The pivots of all hubs, in document order.
  [[nodiscard]] const std::vector<std::uint32_t>& pivots() const { return pivots_; }
  /// The pivot of the hub of the node's treaty, if the node is in the hub or reaches it inside the treaty; otherwise
  /// kNone.
  [[nodiscard]] std::uint32_t pivot_from(NodeId node) const { return pivot_from_[part_.at(node)]; }

 private:
  void find_in(NodeRange treaty);

  const Part& part_;
  Direction direction_;
  std::vector<std::uint32_t> pivots_;
  std::vector<std::uint32_t> pivot_from_;  ///< by position in the part
};

}  // namespace treatygraph::analysis
