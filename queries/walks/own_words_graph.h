#pragma once
// Dependencies between own words, for algorithms over the whole graph (cycles, ranks).
//
// A vertex is a provision's own words: its words outside its parts. It rests on another vertex if one of its
// references, or one of an introduction above it, has a target that is read (reading.h) with that vertex. A division
// that is referred to is a vertex of its own and not entered.

#include <functional>
#include <memory>

#include "graph/graph.h"
#include "graph/topology.h"
#include "queries/treaty/reading.h"
#include "queries/treaty/reference_filter.h"

namespace treatygraph::queries {

/// Which nodes belong to the graph; empty: all of them.
using Population = std::function<bool(NodeId)>;

/// Valid while the graph and `filter` exist.
class OwnWordsGraph {
 public:
  OwnWordsGraph(const Graph& graph, const ReferenceFilter& filter, Population population = {});

  /// Calls `visit(RelationshipId, NodeId target)` for each reference of the own words of `node` and of the
  /// introductions above it.
  template <typename Visit>
  void each_reference(NodeId node, Visit visit) const {
    if (!refers_to_ || !reading_.is_provision(node)) return;
    const auto over = [&](NodeId words) {
      for (const auto hop : graph_.out(words, *refers_to_)) {
        if (counts(hop)) visit(hop.relationship, hop.node);
      }
    };
    over(node);
    reading_.each_citing_introduction(node, over);
  }
  /// Calls `visit(NodeId target)` for each reference of the own words of `node` only; also for divisions.
  template <typename Visit>
  void each_own_reference(NodeId node, Visit visit) const {
    if (!refers_to_) return;
    for (const auto hop : graph_.out(node, *refers_to_)) {
      if (counts(hop)) visit(hop.node);
    }
  }
  /// Calls `visit(NodeId)` with each vertex that is read with `target`; a division is a single vertex.
  template <typename Visit>
  void each_read(NodeId target, Visit visit) const {
    if (!reading_.is_provision(target)) {
      visit(target);
      return;
    }
    const auto inside = graph_.subtree(target);
    for (auto part = static_cast<std::uint32_t>(inside.first); part < static_cast<std::uint32_t>(inside.last); ++part) {
      visit(NodeId{part});
    }
    reading_.each_introduction(target, visit);
  }

  /// The dependency graph for finding rings. Vertex n is the own words of node n; vertex n plus the number of nodes is
  /// n with all its parts, an intermediate vertex, so that a reference is one edge however much is read. Without a
  /// population and with a filter that admits everything it is made once per snapshot.
  [[nodiscard]] std::shared_ptr<const OutCsr> with_way_stations() const;

  /// Whether `node` is a vertex: a provision or a division that is visible and in the population.
  [[nodiscard]] bool has(NodeId node) const {
    return reading_.role_of(node) != ReadingRole::Other && reading_.role_of(node) != ReadingRole::Treaty &&
           filter_.scope_filter().sees(node) && (!population_ || population_(node));
  }
  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }

 private:
  /// Whether the reference connects two vertices.
  [[nodiscard]] bool counts(Hop hop) const {
    return (filter_.admits_all() || filter_.admits(hop)) && has(hop.node) && has(graph_.source(hop.relationship));
  }
  [[nodiscard]] OutCsr make() const;

  const Graph& graph_;
  const Reading& reading_;
  const ReferenceFilter& filter_;
  Population population_;
  std::optional<TypeId> refers_to_;
};

}  // namespace treatygraph::queries
