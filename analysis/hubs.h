#pragma once
// A hub of each treaty: provisions that all rest on one another, so that whoever reaches one reaches the same nodes.

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/part.h"

namespace treatygraph::analysis {

/// Of the treaties of a part, whose references are followed in one direction. A hub is a strongly connected component
/// of the relation "is reached from", as far as it lies in one treaty.
class Hubs {
 public:
  static constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();

  Hubs(const Part& part, Direction direction);

  /// One provision of each hub, in document order.
  [[nodiscard]] const std::vector<std::uint32_t>& pivots() const { return pivots_; }
  /// The pivot of the hub in the node's treaty, if the node is in that hub or reaches it inside the treaty; else kNone.
  [[nodiscard]] std::uint32_t pivot_from(NodeId node) const { return pivot_from_[part_.at(node)]; }

 private:
  void find_in(NodeRange treaty);

  const Part& part_;
  Direction direction_;
  std::vector<std::uint32_t> pivots_;
  std::vector<std::uint32_t> pivot_from_;  ///< by position
};

}  // namespace treatygraph::analysis
