#pragma once
// Where the references of everything that is read with a provision are in the graph's lists. It is for walks that meet
// very many provisions: twelve bytes a node, so that a step reads one entry here and the list itself.

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Works because nodes are in document order: the references of a node and its parts are one range of the hop list.
class ReadingLists {
 public:
  /// Direction::Out: the references that are read with a provision. Direction::In: those to it, to its parts and to the
  /// provisions that contain it. Computed once per graph and direction, and kept with it.
  [[nodiscard]] static const ReadingLists& of(const Graph& graph, Direction direction);
  ReadingLists(const Graph& graph, Direction direction);

  /// Positions in hops(). The list of a division or a treaty is empty, since a walk does not enter them.
  struct Entry {
    std::uint32_t first;  ///< where the references of the node's own words begin
    std::uint32_t last;   ///< where those of its last part end
    std::uint32_t above;  ///< nearest provision above with references on its own words; the node itself if none
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
