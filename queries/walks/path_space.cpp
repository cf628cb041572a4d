#include "queries/walks/path_space.h"

#include <algorithm>
#include <tuple>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/walks/dependency_region.h"
#include "queries/walks/treaty_reach.h"

namespace treatygraph::queries {
namespace {

void sort_steps(std::vector<Step>& steps) {
  std::ranges::sort(steps, {}, [](const Step& step) { return std::tuple(step.to, step.against, step.relationship); });
}

bool is_one_of(const std::vector<NodeId>& sorted, NodeId node) {
  return std::ranges::binary_search(sorted, node);
}

class StoredSpace : public PathSpace {
 public:
  StoredSpace(const Graph& graph, std::vector<TypeId> types, Direction direction, ScopeFilter sight, PathEnds ground)
      : graph_(graph),
        types_(std::move(types)),
        direction_(direction),
        sight_(std::move(sight)),
        ground_(std::move(ground)) {}

  /// No path passes a node with `label`, but it may begin or end there.
  void close(std::string_view label) { closed_ = graph_.labels().find(label); }

  [[nodiscard]] const std::vector<NodeId>& starts() const override { return ground_.from; }

  void steps_from(NodeId node, std::vector<Step>& steps) const override {
    steps.clear();
    for (const auto type : types_) {
      if (direction_ != Direction::In) add(graph_.out(node, type), false, steps);
      if (direction_ != Direction::Out) add(graph_.in(node, type), true, steps);
    }
    sort_steps(steps);
  }

 private:
  void add(const HopRange& hops, bool against, std::vector<Step>& steps) const {
    for (const auto hop : hops) {
      if (!sight_.sees(hop)) continue;
      const bool arrives = is_one_of(ground_.to, hop.node);
      if (arrives || is_open(hop.node)) steps.push_back({hop.node, hop.relationship, against, arrives});
    }
  }

  [[nodiscard]] bool is_open(NodeId node) const {
    if (closed_ && graph_.has_label(node, *closed_)) return false;
    return ground_.avoidance == nullptr || !ground_.avoidance->avoids(node);
  }

  const Graph& graph_;
  std::vector<TypeId> types_;
  Direction direction_;
  ScopeFilter sight_;
  PathEnds ground_;
  std::optional<LabelId> closed_;
};

class DependencySpace : public PathSpace {
 public:
  DependencySpace(DependencySteps steps, PathEnds ground)
      : steps_(std::move(steps)), ground_(std::move(ground)), reach_(TreatyReach::of(steps_.graph())) {
    for (const auto end : ground_.to) {
      const auto root = TreatyReach::root_of(steps_.graph(), end);
      if (std::ranges::find(to_roots_, root) == to_roots_.end()) to_roots_.push_back(root);
      if (ground_.to.size() == 1) {
        for (auto above = steps_.graph().parent(end); above; above = steps_.graph().parent(*above)) {
          above_end_.push_back(*above);
        }
      }
    }
  }

  [[nodiscard]] const std::vector<NodeId>& starts() const override { return ground_.from; }
  [[nodiscard]] std::unique_ptr<ArrivalRegion> arrival_region() const override {
    return std::make_unique<DependencyRegion>(steps_, ground_.to);
  }

  void steps_from(NodeId node, std::vector<Step>& steps) const override {
    steps.clear();
    go_to_treaty_of(node);
    if (!here_leads_on_) return;
    const auto origin = is_one_of(ground_.from, node) ? node : ground_.from.front();
    steps_.each(node, origin, [&](const DependencyHop& hop) {
      const auto goal = goal_of(hop.to);
      if (goal && !is_in_one_start(*goal, hop.to)) {
        steps.push_back({*goal, hop.reference, hop.against, true});
      } else if (is_open(hop.to) &&
                 (here_.contains(hop.to) || leads_on(TreatyReach::root_of(steps_.graph(), hop.to)))) {
        steps.push_back({hop.to, hop.reference, hop.against, false});
      }
    });
    sort_steps(steps);
  }

 private:
  /// Where a path that reaches `node` ends: at `node` if that is a part of the destination; at the destination if that
  /// is inside `node`. A treaty is reached as a whole, which reaches none of its provisions.
  [[nodiscard]] std::optional<NodeId> goal_of(NodeId node) const {
    const auto& graph = steps_.graph();
    if (ground_.to.size() == 1 && !graph.subtree(ground_.to.front()).contains(node) &&
        std::ranges::find(above_end_, node) == above_end_.end()) {
      return std::nullopt;
    }
    for (std::optional<NodeId> whole = node; whole; whole = graph.parent(*whole)) {
      if (is_one_of(ground_.to, *whole)) return node;
    }
    if (steps_.reading().standing(node) == Standing::Treaty) return std::nullopt;
    const auto inside = graph.subtree(node);
    const auto first = std::ranges::lower_bound(ground_.to, inside.first);
    return first != ground_.to.end() && *first < inside.last ? std::optional(*first) : std::nullopt;
  }

  /// Most steps stay within one treaty.
  void go_to_treaty_of(NodeId node) const {
    if (here_.contains(node)) return;
    const auto root = TreatyReach::root_of(steps_.graph(), node);
    here_ = steps_.graph().subtree(root);
    here_leads_on_ = leads_on(root);
  }
  /// Whether a path may go from what stands in that root to a destination.
  [[nodiscard]] bool leads_on(NodeId root) const {
    return std::ranges::any_of(to_roots_, [&](NodeId to) { return reach_.leads(root, to); });
  }

  /// A relationship inside one start does not leave it.
  [[nodiscard]] bool is_in_one_start(NodeId goal, NodeId reached) const {
    return std::ranges::any_of(ground_.from, [&](NodeId from) {
      const auto inside = steps_.graph().subtree(from);
      return inside.contains(goal) && inside.contains(reached) && !is_one_of(ground_.to, from);
    });
  }

  [[nodiscard]] bool is_open(NodeId node) const {
    const auto starts_in = [&](NodeId from) { return steps_.graph().subtree(from).contains(node); };
    return std::ranges::none_of(ground_.from, starts_in) &&
           (ground_.avoidance == nullptr || ground_.avoidance->empty() || !ground_.avoidance->avoids_carrier(node));
  }

  DependencySteps steps_;
  PathEnds ground_;
  const TreatyReach& reach_;
  std::vector<NodeId> to_roots_;
  std::vector<NodeId> above_end_;  ///< what the destination stands in, if it is one
  mutable NodeRange here_{};       ///< the treaty where the last step began
  mutable bool here_leads_on_ = false;
};

}  // namespace

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
  auto sight = ScopeFilter::of(graph, rule.scope);
  if (!sight) return fail(sight.error());
  std::vector<TypeId> types;
  for (const auto name : {type::kRefersTo, type::kHasPart}) {
    if (const auto found = graph.types().find(name)) types.push_back(*found);
  }
  auto space =
      std::make_unique<StoredSpace>(graph, std::move(types), Direction::Both, std::move(*sight), std::move(ground));
  space->close(label::kTreaty);
  return space;
}

}  // namespace

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
  auto sight = ScopeFilter::of(graph, rule.scope);
  if (!sight) return fail(sight.error());
  const auto direction = ground.ignore_direction ? Direction::Both : rule.direction;
  return std::make_unique<StoredSpace>(graph, std::move(*types), direction, std::move(*sight), std::move(ground));
}

}  // namespace treatygraph::queries
