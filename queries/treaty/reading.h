#pragma once
// What is read together with a provision: its parts, and the introductions above it.
//
//   read(T) = T and its parts, and the own words of each article, paragraph or point that contains T
//
// A point is not a sentence without the introduction of its list; its siblings are other sentences. The own words of a
// provision are its words outside its parts. A reference belongs to the provision whose own words contain the citation.
// Divisions (parts, chapters, annexes) and treaties introduce nothing.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// What a node is to a reader.
enum class ReadingRole : std::uint8_t {
  Provision,  ///< an article, a recital, or a part of one: read
  Division,   ///< reached as a whole
  Treaty,     ///< reached as a whole
  Other,      ///< not a provision
};

/// Computed once per graph and kept with it. Valid while the graph exists.
class Reading {
 public:
  /// The reading of a graph, computed at the first call.
  [[nodiscard]] static const Reading& of(const Graph& graph);
  explicit Reading(const Graph& graph);

  [[nodiscard]] ReadingRole role_of(NodeId node) const { return roles_[index_of(node)]; }
  [[nodiscard]] bool is_provision(NodeId node) const { return role_of(node) == ReadingRole::Provision; }

  /// Calls `visit(NodeId)` with each provision that introduces `node`, nearest first.
  template <typename Visit>
  void each_introduction(NodeId node, Visit visit) const {
    for_each_above(node, introductions_, visit);
  }
  /// The same, but only those whose own words contain a reference.
  template <typename Visit>
  void each_citing_introduction(NodeId node, Visit visit) const {
    for_each_above(node, citing_introductions_, visit);
  }
  /// Calls `visit(NodeId)` with each node that contains `node` and is the target of a reference, nearest first, except
  /// treaties.
  template <typename Visit>
  void each_cited_whole(NodeId node, Visit visit) const {
    for_each_above(node, cited_wholes_, visit);
  }
  /// Whether reading `node` includes the own words of `other`.
  [[nodiscard]] bool reads(NodeId node, NodeId other) const;

 private:
  /// Per node: the nearest ancestor of some kind, or the node itself if there is none.
  using Above = std::vector<std::uint32_t>;

  template <typename Visit>
  static void for_each_above(NodeId node, const Above& above, Visit& visit) {
    for (auto at = index_of(node); above[at] != at;) {
      at = above[at];
      visit(NodeId{static_cast<std::uint32_t>(at)});
    }
  }

  const Graph* graph_;
  std::vector<ReadingRole> roles_;
  Above introductions_;
  Above citing_introductions_;
  Above cited_wholes_;
};

}  // namespace treatygraph::queries
