#pragma once
// Which treaties lead to which, over any references: most treaties cite older ones alone, so a path between two
// provisions often cannot exist, and where it can, few treaties lie between them.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class TreatyReach {
 public:
  /// Made once for a graph.
  [[nodiscard]] static const TreatyReach& of(const Graph& graph);
  explicit TreatyReach(const Graph& graph);

  /// What a node stands in and nothing contains: its treaty, or its draft.
  [[nodiscard]] static NodeId root_of(const Graph& graph, NodeId node);
  /// False only where no chain of references, governing ones in either direction, leads from what stands in one root to
  /// what stands in the other.
  [[nodiscard]] bool leads(NodeId from_root, NodeId to_root) const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> ring_of(NodeId root) const;
  [[nodiscard]] bool ring_leads(std::size_t from, std::size_t to) const {
    return (leads_[from * row_words_ + to / 64] >> (to % 64) & 1U) != 0;
  }
  void add_row(std::size_t to, std::size_t from);

  std::vector<NodeId> roots_;         ///< those that references leave or enter, in order
  std::vector<std::uint32_t> rings_;  ///< beside roots_: those that lead to each other are one
  std::size_t row_words_ = 0;         ///< of a row of leads_
  std::vector<std::uint64_t> leads_;  ///< by ring, a bit for each ring; empty if there are too many to list
};

}  // namespace treatygraph::queries
