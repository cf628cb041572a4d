#pragma once
// Which treaties lead to which, over any references. Most treaties cite only older ones, so a path between two
// provisions often cannot exist; if it can, few treaties lie between them. Searches use this to skip whole treaties.

#include <cstdint>
#include <vector>

#include "graph/graph.h"
#include "graph/topology.h"

namespace treatygraph::queries {

/// The transitive closure of citations between treaties, as a bit matrix of strongly connected components ("rings").
class TreatyReach {
 public:
  /// Computed once per graph and kept with it.
  [[nodiscard]] static const TreatyReach& of(const Graph& graph);
  explicit TreatyReach(const Graph& graph);

  /// The outermost node that contains `node`: its treaty or draft.
  [[nodiscard]] static NodeId root_of(const Graph& graph, NodeId node);

  /// The treaty that a path is to end in.
  struct Destination {
    NodeRange tree;
    std::uint16_t ring;
    bool operator==(const Destination& other) const { return tree.first == other.tree.first; }
  };
  [[nodiscard]] Destination destination(const Graph& graph, NodeId node) const;
  /// False only if no chain of references leads from the treaty of `node` to that treaty; governing references may be
  /// walked in either direction. May be true although no path exists.
  [[nodiscard]] bool leads(NodeId node, const Destination& to) const {
    if (to.tree.contains(node)) return true;
    if (leads_.empty()) return are_too_many_;
    const auto ring = rings_[index_of(node)];
    return ring != kNoRing && to.ring != kNoRing && ring_leads(ring, to.ring);
  }

 private:
  static constexpr std::uint16_t kNoRing = 0xffff;
  [[nodiscard]] bool ring_leads(std::size_t from, std::size_t to) const {
    return (leads_[from * row_words_ + to / 64] >> (to % 64) & 1U) != 0;
  }
  void list_leads(const OutCsr& citing, const std::vector<std::uint32_t>& rings, std::size_t ring_count);
  void add_row(std::size_t to, std::size_t from);

  std::vector<std::uint16_t> rings_;  ///< by node: treaties that lead to each other are one; kNoRing: no reference
                                      ///< enters or leaves its treaty
  std::size_t row_words_ = 0;         ///< of a row of leads_
  std::vector<std::uint64_t> leads_;  ///< by ring, a bit for each ring; empty if there are none, or too many to list
  bool are_too_many_ = false;
};

}  // namespace treatygraph::queries
