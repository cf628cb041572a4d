#include "queries/walks/path_space.h"

#include <algorithm>
#include <tuple>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/walks/dependency_region.h"
#include "queries/walks/treaty_reach.h"

namespace treatygraph::queries {

void sort_steps(std::vector<Step>& steps) {
  std::ranges::sort(steps, {}, [](const Step& step) { return std::tuple(step.to, step.against, step.relationship); });
}

void PathSpace::steps_between(NodeId from, NodeId to, std::vector<Step>& steps) const {
  steps_from(from, steps);
  std::erase_if(steps, [&](const Step& step) { return step.to != to; });
}

namespace {

/// Ends are in document order, so they are searched by bisection.
bool is_one_of(const std::vector<NodeId>& sorted, NodeId node) {
  return std::ranges::binary_search(sorted, node);
}

/// Paths over stored relationships.
class StoredSpace : public PathSpace {
 public:
  StoredSpace(const Graph& graph, std::vector<TypeId> types, Direction direction, ScopeFilter scope_filter,
              PathEnds ground)
      : graph_(graph),
        types_(std::move(types)),
        direction_(direction),
        scope_filter_(std::move(scope_filter)),
        ground_(std::move(ground)) {}

  /// No path passes a node with `label`, but it may begin or end there.
  void close(std::string_view label) { closed_ = graph_.labels().find(label); }

  [[nodiscard]] const std::vector<NodeId>& starts() const override { return ground_.from; }

  void steps_from(NodeId node, std::vector<Step>& steps) const override {
    steps.clear();
    each_hop(node, [&](Hop hop, bool against) { add(hop, against, steps); });
  }
  /// A hub has many steps, few of which lead to any one node, so the others are not collected.
  void steps_between(NodeId from, NodeId to, std::vector<Step>& steps) const override {
    steps.clear();
    each_hop(from, [&](Hop hop, bool against) {
      if (hop.node == to) add(hop, against, steps);
    });
  }

 private:
  template <typename Visit>
  void each_hop(NodeId node, Visit visit) const {
    for (const auto type : types_) {
      if (direction_ != Direction::In) {
        for (const auto hop : graph_.out(node, type)) visit(hop, false);
      }
      if (direction_ != Direction::Out) {
        for (const auto hop : graph_.in(node, type)) visit(hop, true);
      }
    }
  }
  /// Adds the step if it is visible and either arrives or leads to a node that may be passed.
  void add(Hop hop, bool against, std::vector<Step>& steps) const {
    if (!scope_filter_.sees(hop)) return;
    const bool arrives = is_one_of(ground_.to, hop.node);
    if (arrives || is_open(hop.node)) steps.push_back({hop.node, hop.relationship, against, arrives});
  }

  [[nodiscard]] bool is_open(NodeId node) const {
    if (closed_ && graph_.has_label(node, *closed_)) return false;
    return ground_.avoidance == nullptr || !ground_.avoidance->avoids(node);
  }

  const Graph& graph_;
  std::vector<TypeId> types_;
  Direction direction_;
  ScopeFilter scope_filter_;
  PathEnds ground_;
  std::optional<LabelId> closed_;
};

/// Paths over dependencies (dependency_steps.h). A step reaches a destination when it reaches the node, a part of it,
/// or something that contains it. Treaties from which no chain of references leads to the destination's treaty are not
/// entered (treaty_reach.h).
class DependencySpace : public PathSpace {
 public:
  DependencySpace(DependencySteps steps, PathEnds ground)
      : steps_(std::move(steps)), ground_(std::move(ground)), reach_(TreatyReach::of(steps_.graph())) {
    const auto& graph = steps_.graph();
    for (const auto start : ground_.from) start_trees_.push_back(graph.subtree(start));
    for (const auto end : ground_.to) {
      const auto treaty = reach_.destination(graph, end);
      if (std::ranges::find(treaties_, treaty) == treaties_.end()) treaties_.push_back(treaty);
    }
    // The common case of one destination is tested without walking up the tree for each node.
    if (ground_.to.size() != 1) return;
    end_tree_ = graph.subtree(ground_.to.front());
    for (auto above = graph.parent(ground_.to.front()); above; above = graph.parent(*above))
      above_end_.push_back(*above);
  }

  [[nodiscard]] const std::vector<NodeId>& starts() const override { return ground_.from; }
  /// Backward steps of dependencies are known, so searches may run from both ends.
  [[nodiscard]] std::unique_ptr<ArrivalRegion> arrival_region() const override {
    return std::make_unique<DependencyRegion>(steps_, ground_.to);
  }

  void steps_from(NodeId node, std::vector<Step>& steps) const override {
    steps.clear();
    // No step from here can lead to the treaty of a destination.
    if (!leads_on(node)) return;
    const auto origin = is_one_of(ground_.from, node) ? node : ground_.from.front();
    steps_.each(node, origin, [&](const DependencyHop& hop) {
      const auto goal = goal_of(hop.to);
      // A step that arrives ends the path, even if the node must not be passed.
      if (goal && !is_in_one_start(*goal, hop.to)) {
        steps.push_back({*goal, hop.reference, hop.against, true});
      } else if (leads_on(hop.to) && is_open(hop.to)) {
        steps.push_back({hop.to, hop.reference, hop.against, false});
      }
    });
  }

 private:
  /// Where a path that reaches `node` ends: at `node` if that is a part of the destination; at the destination if
  /// `node` contains it. Nothing if the path does not end. A treaty is reached as a whole, which does not reach its
  /// provisions.
  [[nodiscard]] std::optional<NodeId> goal_of(NodeId node) const {
    const auto& graph = steps_.graph();
    if (ground_.to.size() == 1 && !end_tree_.contains(node) &&
        std::ranges::find(above_end_, node) == above_end_.end()) {
      return std::nullopt;
    }
    for (std::optional<NodeId> whole = node; whole; whole = graph.parent(*whole)) {
      if (is_one_of(ground_.to, *whole)) return node;
    }
    if (steps_.reading().role_of(node) == ReadingRole::Treaty) return std::nullopt;
    const auto inside = graph.subtree(node);
    const auto first = std::ranges::lower_bound(ground_.to, inside.first);
    return first != ground_.to.end() && *first < inside.last ? std::optional(*first) : std::nullopt;
  }

  /// Whether a path may go from `node` to a destination.
  [[nodiscard]] bool leads_on(NodeId node) const {
    return std::ranges::any_of(treaties_, [&](const auto& treaty) { return reach_.leads(node, treaty); });
  }

  /// Whether both nodes are inside one start. Such a step does not leave the start, so it is not a path; unless the
  /// start is a destination, too.
  [[nodiscard]] bool is_in_one_start(NodeId goal, NodeId reached) const {
    for (std::size_t i = 0; i < start_trees_.size(); ++i) {
      const bool is_inside = start_trees_[i].contains(goal) && start_trees_[i].contains(reached);
      if (is_inside && !is_one_of(ground_.to, ground_.from[i])) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_open(NodeId node) const {
    const auto holds_node = [&](const NodeRange& start) { return start.contains(node); };
    return std::ranges::none_of(start_trees_, holds_node) &&
           (ground_.avoidance == nullptr || ground_.avoidance->empty() || !ground_.avoidance->avoids_carrier(node));
  }

  DependencySteps steps_;
  PathEnds ground_;
  const TreatyReach& reach_;
  std::vector<TreatyReach::Destination> treaties_;  ///< of the destinations
  std::vector<NodeRange> start_trees_;              ///< parallel to ground_.from
  NodeRange end_tree_{};                            ///< of the destination, if it is one
  std::vector<NodeId> above_end_;                   ///< what contains it
};

}  // namespace

/// A key is tried before a label. The error is that of an unknown key.
Result<std::vector<NodeId>> find_ends(const Graph& graph, const std::string& name) {
  if (const auto node = graph.find(name)) return std::vector{*node};
  if (const auto label = graph.labels().find(name)) {
    const auto nodes = graph.nodes_with(*label);
    return std::vector(nodes.begin(), nodes.end());
  }
  return fail(find_node(graph, name).error());
}

namespace {

/// Undirected connections between provisions: references, and being in the same division.
Result<std::unique_ptr<PathSpace>> connections(const Graph& graph, const PathRule& rule, PathEnds ground) {
  auto scope_filter = ScopeFilter::of(graph, rule.scope);
  if (!scope_filter) return fail(scope_filter.error());
  std::vector<TypeId> types;
  for (const auto name : {type::kRefersTo, type::kHasPart}) {
    if (const auto found = graph.types().find(name)) types.push_back(*found);
  }
  auto space = std::make_unique<StoredSpace>(graph, std::move(types), Direction::Both, std::move(*scope_filter),
                                             std::move(ground));
  // A treaty contains all its provisions, so a path over it would connect any two of them.
  space->close(label::kTreaty);
  return space;
}

}  // namespace

/// Dependencies are only walked outward: the question's direction is that of its two ends.
Result<std::unique_ptr<PathSpace>> path_space(const Graph& graph, const PathRule& rule, PathEnds ground) {
  if (rule.types.empty() && ground.ignore_direction) return connections(graph, rule, std::move(ground));
  if (rule.types.empty()) {
    auto filter = ReferenceFilter::of(graph, rule.modes, rule.scope);
    if (!filter) return fail(filter.error());
    const DependencySteps::Rule steps{Direction::Out, rule.relation, rule.into_divisions};
    return std::make_unique<DependencySpace>(DependencySteps(graph, std::move(*filter), steps), std::move(ground));
  }
  auto types = find_types(graph, rule.types);
  if (!types) return fail(types.error());
  auto scope_filter = ScopeFilter::of(graph, rule.scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto direction = ground.ignore_direction ? Direction::Both : rule.direction;
  return std::make_unique<StoredSpace>(graph, std::move(*types), direction, std::move(*scope_filter),
                                       std::move(ground));
}

}  // namespace treatygraph::queries
