#pragma once
// The references of a provision and all its parts, their other ends lifted to a level: the dependency graph, walked in
// place.

#include <optional>
#include <span>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/treaty/provision_level.h"
#include "queries/treaty/reference_filter.h"

namespace treatygraph::queries {

/// One reference seen from a provision that it leaves (or enters).
struct LiftedHop {
  std::uint32_t node;  ///< what stands for the other end at the level
  RelationshipId reference;
  NodeId written;  ///< the other end as it is written
};

/// Valid while the graph is.
class LiftedReferences {
 public:
  LiftedReferences(const Graph& graph, Level level, ReferenceFilter filter)
      : graph_(&graph),
        refers_to_(graph.types().find(type::kRefersTo)),
        treaty_(graph.labels().find(label::kTreaty)),
        lifted_(lifted_nodes(graph, level)),
        filter_(std::move(filter)),
        admits_all_(filter_.admits_all()) {}

  /// Calls `visit(LiftedHop)` for each reference between `node` or its parts and anything outside it, in document order
  /// of the end inside. Out: references that leave; In: references that enter.
  template <typename Visit>
  void each(NodeId node, Direction direction, Visit visit) const {
    if (!refers_to_) return;
    const auto inside = graph_->subtree(node);
    const auto hops = direction == Direction::Out ? graph_->out(inside, *refers_to_) : graph_->in(inside, *refers_to_);
    for (std::size_t i = 0; i < hops.size(); ++i) {
      const auto written = hops.node(i);
      if (inside.contains(written)) continue;
      const auto reference = hops.relationship(i);
      if (!admits_all_ && !filter_.admits({reference, written})) continue;
      visit(LiftedHop{lifted_[index_of(written)], reference, written});
    }
  }

  /// Calls `visit(NodeId own, Hop hop)` for each reference that leaves (or enters) a node of `nodes` as it is written:
  /// `own` is that node, `hop.node` the other end, which may be among `nodes` too.
  template <typename Visit>
  void each_written(NodeRange nodes, Direction direction, Visit visit) const {
    if (!refers_to_) return;
    const bool out = direction == Direction::Out;
    for (const auto hop : out ? graph_->out(nodes, *refers_to_) : graph_->in(nodes, *refers_to_)) {
      if (!admits_all_ && !filter_.admits(hop)) continue;
      visit(out ? graph_->source(hop.relationship) : graph_->target(hop.relationship), hop);
    }
  }

  /// Whether parts of `node` stand for themselves at the level: a chapter is coarser than articles.
  [[nodiscard]] bool is_coarser_than_level(NodeId node) const {
    const auto parts = graph_->subtree(node);
    return parts.size() > 1 && lifted_[index_of(node) + 1] != index_of(node);
  }
  /// A treaty that is referred to as a whole is reached, but what all of it refers to is not what the provision rests
  /// on.
  [[nodiscard]] bool is_walked_into(NodeId node) const { return !treaty_ || !graph_->has_label(node, *treaty_); }
  [[nodiscard]] std::uint32_t lifted(NodeId node) const { return lifted_[index_of(node)]; }
  [[nodiscard]] const ReferenceFilter& filter() const { return filter_; }
  [[nodiscard]] const Graph& graph() const { return *graph_; }

 private:
  const Graph* graph_;
  std::optional<TypeId> refers_to_;
  std::optional<LabelId> treaty_;
  std::span<const std::uint32_t> lifted_;
  ReferenceFilter filter_;
  bool admits_all_;
};

}  // namespace treatygraph::queries
