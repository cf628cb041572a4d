#pragma once
// Dependencies from own words to own words, for algorithms that look at the whole graph.
//
// A vertex is what a provision says outside its parts. It rests on another by a reference that hangs on it, or on an
// introduction that it stands under, and whose target is read (reading.h) with that other. A division that is referred
// to is a vertex of its own, and not gone into.

#include <functional>
#include <memory>

#include "graph/graph.h"
#include "graph/topology.h"
#include "queries/treaty/reading.h"
#include "queries/treaty/reference_filter.h"

namespace treatygraph::queries {

/// Which nodes stand in it; empty: all.
using Population = std::function<bool(NodeId)>;

/// Valid while the graph and `filter` are.
class OwnWordsGraph {
 public:
  OwnWordsGraph(const Graph& graph, const ReferenceFilter& filter, Population population = {});

  /// Calls `visit(RelationshipId, NodeId target)` for each reference of the own words of `node` and of the
  /// introductions that it stands under.
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
  /// Calls `visit(NodeId target)` for each reference of the own words of `node` alone; of a division, too.
  template <typename Visit>
  void each_own_reference(NodeId node, Visit visit) const {
    if (!refers_to_) return;
    for (const auto hop : graph_.out(node, *refers_to_)) {
      if (counts(hop)) visit(hop.node);
    }
  }
  /// Calls `visit(NodeId)` with each vertex that is read with `target`; a division stands for itself.
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

  /// Who rests on whom, for finding rings: the own words of node n are vertex n; n with all its parts is vertex n plus
  /// the number of nodes, a way-station that stands for nothing, so that a reference is one edge however much is read.
  /// Without a population and with a filter that admits everything it is made once for a snapshot.
  [[nodiscard]] std::shared_ptr<const OutCsr> with_way_stations() const;

  [[nodiscard]] bool has(NodeId node) const {
    return reading_.standing(node) != Standing::Other && reading_.standing(node) != Standing::Treaty &&
           filter_.sight().sees(node) && (!population_ || population_(node));
  }
  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }

 private:
  /// Whether the reference joins two vertices.
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
