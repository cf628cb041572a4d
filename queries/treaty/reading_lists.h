#pragma once
// Where the references of all that is read with a provision are in the graph's lists, for walks that come to very
// many provisions: twelve bytes a node, so that a step costs one look here and one at the list itself.

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class ReadingLists {
 public:
  /// Out: of the references that are read with a provision. In: of those to it, to its parts and to the provisions that
  /// contain it. Made once for a graph and a direction.
  [[nodiscard]] static const ReadingLists& of(const Graph& graph, Direction direction);
  ReadingLists(const Graph& graph, Direction direction);

  /// Positions in hops(). Of a division or a treaty, which a walk does not go into, an empty list.
  struct Entry {
    std::uint32_t first;  ///< where the references of the node's own words begin
    std::uint32_t last;   ///< where those of its last part end
    std::uint32_t above;  ///< the nearest provision above that has references of its own words; the node itself if none
  };
  [[nodiscard]] const Entry& operator[](std::uint32_t node) const { return entries_[node]; }
  /// Where the references of the node's own words end.
  [[nodiscard]] std::uint32_t own_end(std::uint32_t node) const { return entries_[node + 1].first; }
  /// All references of the graph, node by node.
  [[nodiscard]] const HopRange& hops() const { return hops_; }

 private:
  std::vector<Entry> entries_;  ///< by node, and one more
  HopRange hops_;
};

}  // namespace treatygraph::queries
