#pragma once
// What a rank knows of its nodes: which are provisions, which words are read together, and the references.
//
// The definitions are those of queries/treaty/reading.h and queries/walks/own_words_graph.h, restated for a range of
// nodes, so that a rank needs no memory for the nodes of others. The tests compare the two.

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::analysis {

/// Valid while the graph exists. Every NodeId that it is asked about must be in its range; only the ends of references
/// may be outside. Immutable. Memory: 5 bytes for each node of the range.
class Part {
 public:
  /// `nodes` must contain each treaty completely or not at all, as Partition divides them.
  Part(const Graph& graph, NodeRange nodes);

  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] NodeRange nodes() const { return nodes_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] bool has(NodeId node) const { return nodes_.contains(node); }
  /// The position of a node in arrays of this part.
  [[nodiscard]] std::size_t at(NodeId node) const { return index_of(node) - index_of(nodes_.first); }
  [[nodiscard]] NodeId node(std::size_t at) const {
    return NodeId{static_cast<std::uint32_t>(index_of(nodes_.first) + at)};
  }

  /// What the node is: a provision, a division (a chapter, a part), or neither. A treaty is neither.
  [[nodiscard]] bool is_provision(NodeId node) const { return roles_[at(node)] == Role::Provision; }
  [[nodiscard]] bool is_division(NodeId node) const { return roles_[at(node)] == Role::Division; }
  /// Whether it is a vertex of the graph of own words: a provision or a division.
  [[nodiscard]] bool is_vertex(NodeId node) const { return roles_[at(node)] != Role::Other; }
  /// Whether it is a vertex that has words outside its parts, as far as the graph shows: it has no parts, it is a
  /// division, or it has a reference.
  [[nodiscard]] bool has_own_words(NodeId node) const;
  /// Whether it is a provision that no other provision contains, such as an article, a recital or a rule.
  [[nodiscard]] bool is_outermost(NodeId node) const { return is_provision(node) && above_[at(node)] == at(node); }

  /// The references (REFERS_TO) that leave the node itself, without those of its parts; and those that point to it.
  [[nodiscard]] HopRange references(NodeId node) const {
    return refers_to_ ? graph_.out(node, *refers_to_) : HopRange();
  }
  [[nodiscard]] HopRange references_to(NodeId node) const {
    return refers_to_ ? graph_.in(node, *refers_to_) : HopRange();
  }

  /// Calls `visit(NodeId)` with each provision that contains `node`, nearest first.
  template <typename Visit>
  void each_introduction(NodeId node, Visit visit) const {
    for (auto position = at(node); above_[position] != position;) {
      position = above_[position];
      visit(this->node(position));
    }
  }
  /// Calls `visit(NodeId)` with `node`, its parts, and each provision that contains it.
  template <typename Visit>
  void each_read(NodeId node, Visit visit) const {
    const auto parts = graph_.subtree(node);
    for (auto part = parts.first; part < parts.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) visit(part);
    each_introduction(node, visit);
  }
  /// Calls `visit(NodeId)` with each provision that `words` are read with: the inverse of each_read().
  template <typename Visit>
  void each_reader(NodeId words, Visit visit) const {
    each_introduction(words, visit);
    if (!is_provision(words)) return;  // a part is read with the provisions that contain it, not with divisions
    const auto parts = graph_.subtree(words);
    for (auto part = parts.first; part < parts.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      if (is_provision(part)) visit(part);
    }
  }

 private:
  enum class Role : std::uint8_t { Other, Provision, Division };

  void find_standings();
  void find_introductions();

  const Graph& graph_;
  NodeRange nodes_;
  std::optional<TypeId> refers_to_;
  std::vector<Role> roles_;
  std::vector<std::uint32_t>
      above_;  ///< the position of the nearest containing provision, or its own if nothing contains it
};

}  // namespace treatygraph::analysis
