#pragma once
// The definition of "rests on" and "governs": the steps of every walk over references.
//
//   P rests on T    a reference on the words that are read with P (reading.h) points to T. Seen from T: it points to T,
//                   to a part of T, or to what contains T ("subject to section 3" rests on each article of it).
//   G governs P     G applies to P, to a part of it or to what contains it, or prevails over it. These are the modes
//                   notwithstanding, and applies_to if the citing provision is the one that applies. If the cited
//                   provision applies ("article 46 shall apply"), the citing one rests on it, and nothing is governed.
//
// From a reached provision, the walk continues with everything that is read with it. A division or treaty that is
// referred to is reached as a whole and not entered; divisions can be entered on request. At the first step, "what
// contains T" includes divisions but never the treaty. Later steps follow the same rule from the other end, so that A
// is among what B rests on exactly if B is among what rests on A.

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

/// Which steps a walk takes.
enum class Relation : std::uint8_t { RestsOn, GovernedBy, Both };
inline constexpr std::array<std::string_view, 3> kRelationNames = {"rests_on", "governed_by", "both"};
/// The relation with one of these names; the error lists them.
[[nodiscard]] Result<Relation> relation_called(std::string_view name);

/// One step of a walk.
struct DependencyHop {
  NodeId from{};  ///< the provision that was read
  NodeId to{};    ///< the target of the reference
  RelationshipId reference{};
  bool against = false;  ///< walked from its target to its source
  bool governs = false;  ///< the step is one of governing
};

/// The steps of one rule over one graph. Valid while the graph exists.
class DependencySteps {
 public:
  /// Which steps to take.
  struct Rule {
    Direction direction = Direction::Out;  ///< Out: to what it rests on or is governed by; In: the opposite
    Relation relation = Relation::RestsOn;
    bool into_divisions = false;
  };
  DependencySteps(const Graph& graph, ReferenceFilter filter, Rule rule);

  /// The default for `takes_whole`: accepts every whole.
  struct AllWholes {
    bool operator()(NodeId) const { return true; }
  };

  /// Calls `visit(DependencyHop)` with each step from `node`, those over its own parts first. `origin` is where the
  /// walk began: if it is a division or treaty, that is read. References to a whole that contains `node` are skipped if
  /// `takes_whole(NodeId)` is false, because the caller has already met them for another part of the same whole.
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

  /// The steps backward, for a rule with Direction::Out: calls `visit(NodeId words)` with each node whose readers,
  /// parts or wholes may step to `node` exactly.
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

  /// Whether the walk continues from `node` with what is read with it.
  [[nodiscard]] bool is_entered(NodeId node) const {
    const auto role = reading_->role_of(node);
    return role == ReadingRole::Provision || (rule_.into_divisions && role == ReadingRole::Division);
  }
  /// Whether the steps are all references, without a filter, governing steps or entered divisions: the common case.
  [[nodiscard]] bool is_plain() const {
    return admits_all_ && rule_.relation == Relation::RestsOn && !rule_.into_divisions;
  }
  [[nodiscard]] const Rule& rule() const { return rule_; }
  [[nodiscard]] const Reading& reading() const { return *reading_; }
  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const ReferenceFilter& filter() const { return filter_; }

 private:
  /// Follows the references of everything read with `node`, to their targets.
  template <typename Visit>
  void forward(NodeId node, Visit& visit) const {
    const auto over = [&](const HopRange& hops) {
      for (std::size_t i = 0; i < hops.size(); ++i) take({node, hops[i].node, hops[i].relationship}, visit);
    };
    over(graph_->out(graph_->subtree(node), *refers_to_));
    reading_->each_citing_introduction(node, [&](NodeId above) { over(graph_->out(above, *refers_to_)); });
  }
  /// Follows the references to `node`, to its parts and to what contains it, back to their sources.
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
  /// Follows the governing references on everything read with `node`, to what they govern.
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
  /// Follows the governing references to `node`, to its parts and to what contains it, back to what governs.
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

/// Whether the reference applies to `hop.from` because it points to something that contains it.
[[nodiscard]] bool is_by_containing(const Graph& graph, const DependencyHop& hop);

}  // namespace treatygraph::queries
