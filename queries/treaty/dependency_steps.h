#pragma once
// The one definition of what rests on what, and of what governs what: the steps of every walk over references.
//
//   P rests on T    a reference hangs on what is read with P (reading.h) and points to T. Seen from T: it points to T,
//   to
//                   a part of T, or to what T stands in ("subject to section 3" rests on each article of section 3).
//   G governs P     G applies to P, to a part of it or to what it stands in, or prevails over it (the modes applies_to,
//                   where what cites applies, and notwithstanding). Where what is cited applies ("article 46 shall
//                   apply"), whoever cites it rests on it, and governs nothing.
//
// From what is reached one goes on with all that is read with it. A division or a treaty that is referred to is reached
// as a whole and not gone into; into divisions one goes on request. "What T stands in" means, at the first step, the
// divisions too, but never the treaty; later steps follow the same rule from the other end, so that A is found among
// what B rests on exactly when B is found among what rests on A.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "graph/graph.h"
#include "queries/treaty/governing_references.h"
#include "queries/treaty/reading.h"
#include "queries/treaty/reference_filter.h"

namespace treatygraph::queries {

enum class Relation : std::uint8_t { RestsOn, GovernedBy, Both };
inline constexpr std::array<std::string_view, 3> kRelationNames = {"rests_on", "governed_by", "both"};
[[nodiscard]] Result<Relation> relation_called(std::string_view name);

/// One step of a walk.
struct DependencyHop {
  NodeId from;  ///< what was read, as it was reached
  NodeId to;    ///< what is reached, as the reference has it
  RelationshipId reference;
  bool against = false;  ///< walked from its target to its source
  bool governs = false;  ///< because one governs the other
};

/// Valid while the graph is.
class DependencySteps {
 public:
  /// What to walk.
  struct Rule {
    Direction direction = Direction::Out;  ///< Out: to what it rests on or is governed by. In: the other way
    Relation relation = Relation::RestsOn;
    bool into_divisions = false;
  };
  DependencySteps(const Graph& graph, ReferenceFilter filter, Rule rule);

  /// Every whole counts.
  struct AllWholes {
    bool operator()(NodeId) const { return true; }
  };

  /// Calls `visit(DependencyHop)` with each step from `node`, those over its own parts first. The walk began at
  /// `origin`: a division or treaty is read there. References to a whole that `node` stands in are passed over where
  /// `takes_whole(NodeId)` is false: whoever met them before for a part of the same whole need not meet them again.
  template <typename Visit, typename TakesWhole = AllWholes>
  void each(NodeId node, NodeId origin, Visit visit, TakesWhole takes_whole = {}) const {
    if (!refers_to_ || (node != origin && !is_entered(node))) return;
    const bool out = rule_.direction == Direction::Out;
    if (rule_.relation != Relation::GovernedBy) {
      const bool from_divisions = rule_.into_divisions || node == origin;
      out ? forward(node, visit) : backward(node, from_divisions, visit, takes_whole);
    }
    if (rule_.relation == Relation::RestsOn) return;
    out ? to_what_governs(node, visit, takes_whole) : to_what_is_governed(node, visit);
  }

  /// Walked back, where the rule's direction is Out: calls `visit(NodeId words)` with that whose readers, or parts, or
  /// wholes may step to `node` exactly.
  template <typename Visit>
  void each_to(NodeId node, Visit visit) const {
    if (!refers_to_) return;
    if (rule_.relation != Relation::GovernedBy) {
      for (const auto hop : graph_->in(node, *refers_to_)) {
        if (admits_all_ || filter_.admits(hop)) visit(hop.node);
      }
    }
    if (rule_.relation == Relation::RestsOn) return;
    for (const auto& end : governing_->out(alone(node))) visit(end.hop.node);
  }

  /// Whether the walk goes on from `node` with what is read with it.
  [[nodiscard]] bool is_entered(NodeId node) const {
    const auto standing = reading_->standing(node);
    return standing == Standing::Provision || (rule_.into_divisions && standing == Standing::Division);
  }
  /// Over all references, into no division.
  [[nodiscard]] bool is_plain() const {
    return admits_all_ && rule_.relation == Relation::RestsOn && !rule_.into_divisions;
  }
  [[nodiscard]] const Rule& rule() const { return rule_; }
  [[nodiscard]] const Reading& reading() const { return *reading_; }
  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const ReferenceFilter& filter() const { return filter_; }

 private:
  /// Over the references of all that is read with `node`, to where they point.
  template <typename Visit>
  void forward(NodeId node, Visit& visit) const {
    const auto over = [&](const HopRange& hops) {
      for (std::size_t i = 0; i < hops.size(); ++i) take({node, hops[i].node, hops[i].relationship}, visit);
    };
    over(graph_->out(graph_->subtree(node), *refers_to_));
    reading_->each_citing_introduction(node, [&](NodeId above) { over(graph_->out(above, *refers_to_)); });
  }
  /// Over the references to `node`, to its parts and to what it stands in, back to where they hang.
  template <typename Visit, typename TakesWhole>
  void backward(NodeId node, bool from_divisions, Visit& visit, TakesWhole& takes_whole) const {
    const auto over = [&](const HopRange& hops) {
      for (std::size_t i = 0; i < hops.size(); ++i) take({node, hops[i].node, hops[i].relationship, true}, visit);
    };
    over(graph_->in(graph_->subtree(node), *refers_to_));
    reading_->each_cited_whole(node, [&](NodeId whole) {
      if (!from_divisions && !reading_->is_provision(whole)) return;
      if (takes_whole(whole)) over(graph_->in(whole, *refers_to_));
    });
  }
  template <typename Visit>
  void to_what_is_governed(NodeId node, Visit& visit) const {
    const auto over = [&](NodeRange words) {
      for (const auto& end : governing_->out(words)) {
        take({node, end.hop.node, end.hop.relationship, false, true}, visit);
      }
    };
    over(graph_->subtree(node));
    reading_->each_citing_introduction(node, [&](NodeId above) { over(alone(above)); });
  }
  template <typename Visit, typename TakesWhole>
  void to_what_governs(NodeId node, Visit& visit, TakesWhole& takes_whole) const {
    const auto over = [&](NodeRange targets) {
      for (const auto& end : governing_->in(targets)) {
        take({node, end.hop.node, end.hop.relationship, true, true}, visit);
      }
    };
    over(graph_->subtree(node));
    reading_->each_cited_whole(node, [&](NodeId whole) {
      if (takes_whole(whole)) over(alone(whole));
    });
  }
  template <typename Visit>
  void take(const DependencyHop& hop, Visit& visit) const {
    if (admits_all_ || filter_.admits({hop.reference, hop.to})) visit(hop);
  }
  static NodeRange alone(NodeId node) { return {node, NodeId{static_cast<std::uint32_t>(node) + 1}}; }

  const Graph* graph_;
  const Reading* reading_;
  const GoverningReferences* governing_;
  std::optional<TypeId> refers_to_;
  ReferenceFilter filter_;
  Rule rule_;
  bool admits_all_;
};

/// Whether the reference counts for `hop.from` because it points to what that stands in.
[[nodiscard]] bool is_by_containing(const Graph& graph, const DependencyHop& hop);

}  // namespace treatygraph::queries
