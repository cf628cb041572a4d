#pragma once
// The walk over dependencies: what is reached from a provision, as it is written, nearest first, each with the hop that
// first reached it.

#include <span>
#include <vector>

#include "queries/request/budget.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/walks/breadth_first.h"

namespace treatygraph::queries {

/// Something that was reached.
struct ReachedProvision {
  NodeId node;
  std::uint32_t depth = 0;   ///< references on a shortest chain
  std::uint32_t from = 0;    ///< position in the walk of where the hop began
  DependencyHop hop;         ///< of the origin, and of what stands in a division: nothing
  bool in_division = false;  ///< reached with the division at `from`, which was gone into
};

/// Whether it was reached through what something stands in: by a reference to what the origin stands in, or to a
/// division; or with a division.
[[nodiscard]] bool is_by_containing(const Graph& graph, const ReachedProvision& reached);

/// The origin first, then what was reached, in breadth-first order; no part of the origin. Valid while the graph is.
class DependencyWalk {
 public:
  /// How the walk came to a node: from which position, over which reference.
  using Arrival = WalkScratch::Arrival;
  static constexpr RelationshipId kNone{0xffffffff};

  DependencyWalk() = default;
  DependencyWalk(const Graph& graph, DependencySteps::Rule rule, std::span<const std::uint32_t> nodes,
                 std::span<const Arrival> arrivals, Walk bounds);
  /// That of an origin from which nothing is sought.
  [[nodiscard]] static DependencyWalk of(const Graph& graph, NodeId origin);

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] NodeId node(std::size_t position) const { return NodeId{nodes_[position]}; }
  [[nodiscard]] std::uint32_t depth(std::size_t position) const { return bounds_.depth_of(position); }
  [[nodiscard]] ReachedProvision operator[](std::size_t position) const;
  [[nodiscard]] const Arrival& arrival(std::size_t position) const { return arrivals_[position]; }
  [[nodiscard]] WalkEnd end() const { return bounds_.end; }

  /// The hops from the origin to what stands at `position`, in their order.
  [[nodiscard]] std::vector<DependencyHop> chain_to(std::size_t position) const;

 private:
  const Graph* graph_ = nullptr;
  DependencySteps::Rule rule_;
  std::vector<std::uint32_t> nodes_;
  std::vector<Arrival> arrivals_;
  Walk bounds_;
};

/// `limits.nodes` counts what is reached.
[[nodiscard]] DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                               Budget& budget);

}  // namespace treatygraph::queries
