#pragma once
// The walk over dependencies: finds what is reached from a provision, nearest first, each with the hop that first
// reached it.

#include <span>
#include <vector>

#include "queries/request/budget.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/walks/breadth_first.h"

namespace treatygraph::queries {

/// A reached node.
struct ReachedProvision {
  NodeId node{};
  std::uint32_t depth = 0;   ///< references on a shortest chain
  std::uint32_t from = 0;    ///< position in the walk of the node that the hop started from
  DependencyHop hop;         ///< none for the origin and for provisions inside an entered division
  bool in_division = false;  ///< reached with the division at `from`, which was entered
};

/// Whether it was reached through a whole: by a reference to something that contains the origin, to a division, or
/// inside an entered division.
[[nodiscard]] bool is_by_containing(const Graph& graph, const ReachedProvision& reached);

/// The result of a walk: the origin first, then the reached nodes in breadth-first order, without parts of the origin.
/// Valid while the graph exists.
class DependencyWalk {
 public:
  /// How the walk reached a node: eight bytes, for walks that reach very many.
  using Arrival = WalkScratch::Arrival;
  /// An arrival without a reference: the origin, or a provision inside an entered division.
  static constexpr RelationshipId kNone{0xffffffff};

  DependencyWalk() = default;
  DependencyWalk(const Graph& graph, DependencySteps::Rule rule, std::span<const std::uint32_t> nodes,
                 std::span<const Arrival> arrivals, Walk bounds);
  /// The walk of an origin without any hops.
  [[nodiscard]] static DependencyWalk of(const Graph& graph, NodeId origin);

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] NodeId node(std::size_t position) const { return NodeId{nodes_[position]}; }
  [[nodiscard]] std::uint32_t depth(std::size_t position) const { return bounds_.depth_of(position); }
  /// The node at `position` with its hop, put together on demand from its Arrival.
  [[nodiscard]] ReachedProvision operator[](std::size_t position) const;
  [[nodiscard]] const Arrival& arrival(std::size_t position) const { return arrivals_[position]; }
  [[nodiscard]] WalkEnd end() const { return bounds_.end; }

  /// The hops from the origin to the node at `position`, in order.
  [[nodiscard]] std::vector<DependencyHop> chain_to(std::size_t position) const;

 private:
  const Graph* graph_ = nullptr;
  DependencySteps::Rule rule_;
  std::vector<std::uint32_t> nodes_;
  std::vector<Arrival> arrivals_;
  Walk bounds_;
};

/// Walks the steps from `origin`. `limits.nodes` includes the origin. If the budget is spent, the walk ends early with
/// WalkEnd::BudgetSpent and contains what was reached.
[[nodiscard]] DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                               Budget& budget);

}  // namespace treatygraph::queries
