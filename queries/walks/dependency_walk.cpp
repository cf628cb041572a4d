#include "queries/walks/dependency_walk.h"

#include <algorithm>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

using Arrival = DependencyWalk::Arrival;

class Walker {
 public:
  Walker(NodeId origin, const DependencySteps& steps)
      : origin_(origin),
        inside_(steps.graph().subtree(origin)),
        steps_(steps),
        graph_(steps.graph()),
        scratch_(graph_.node_count()),
        refers_to_(graph_.types().find(type::kRefersTo)) {}

  DependencyWalk run(const WalkLimits& limits, Budget& budget) {
    scratch_.push(static_cast<std::uint32_t>(origin_));
    arrivals_.resize(kFirstRoom);
    const bool is_plain = steps_.is_plain() && refers_to_;
    const auto expand = [&](std::uint32_t) { is_plain ? expand_plainly(expanded_++) : expand_by_rule(expanded_++); };
    auto bounds = breadth_first(scratch_, limits, budget, expand, NoFetch());
    arrivals_.resize(scratch_.size());
    return {graph_, steps_.rule(), scratch_.queue(), std::move(arrivals_), std::move(bounds)};
  }

 private:
  static constexpr std::size_t kFirstRoom = 256;

  void make_room(std::size_t more) {
    const auto needed = scratch_.size() + more + 1;
    if (arrivals_.size() < needed) arrivals_.resize(std::max(needed, 2 * arrivals_.size()));
  }

  /// What nearly every walk asks for: all references outward. The same as expand_by_rule, which may not assume it.
  void expand_plainly(std::uint32_t position) {
    const NodeId node{scratch_[position]};
    if (node != origin_ && !steps_.is_entered(node)) return;
    take_all(position, graph_.out(graph_.subtree(node), *refers_to_));
    steps_.reading().each_citing_introduction(
        node, [&](NodeId above) { take_all(position, graph_.out(above, *refers_to_)); });
  }
  void take_all(std::uint32_t position, const HopRange& hops) {
    make_room(hops.size());
    const auto* targets = hops.raw_nodes();
    const auto first = hops.first_outgoing();
    const auto start = static_cast<std::uint32_t>(inside_.first);
    const auto own = static_cast<std::uint32_t>(inside_.size());
    auto* arrivals = arrivals_.data();
    for (std::uint32_t i = 0; i < hops.size(); ++i) {
      if (targets[i] - start < own) continue;
      arrivals[scratch_.size()] = {position, RelationshipId{first + i}};  // overwritten where it is not new
      scratch_.push(targets[i]);
    }
  }

  void expand_by_rule(std::uint32_t position) {
    const auto take = [&](const DependencyHop& hop) {
      if (inside_.contains(hop.to)) return;
      arrive(hop.to, {position, hop.reference});
      if (!is_new_ || !steps_.rule().into_divisions) return;
      if (steps_.reading().standing(hop.to) == Standing::Division) enter(hop.to);
    };
    steps_.each(NodeId{scratch_[position]}, origin_, take, [&](NodeId whole) { return is_first_look_at(whole); });
  }
  /// Whoever cites a whole has arrived with the first of its parts.
  bool is_first_look_at(NodeId whole) {
    if (looked_at_.empty()) looked_at_.resize(graph_.node_count());
    const auto index = index_of(whole);
    if (looked_at_[index]) return false;
    return looked_at_[index] = true;
  }
  void arrive(NodeId node, Arrival arrival) {
    make_room(1);
    arrivals_[scratch_.size()] = arrival;
    is_new_ = scratch_.push(static_cast<std::uint32_t>(node));
  }

  /// The articles of a division come with it.
  void enter(NodeId division) {
    const auto at = static_cast<std::uint32_t>(scratch_.size() - 1);
    const auto parts = graph_.subtree(division);
    for (auto part = static_cast<std::uint32_t>(parts.first) + 1; part < static_cast<std::uint32_t>(parts.last);) {
      const NodeId node{part};
      if (!steps_.reading().is_provision(node)) {
        ++part;
        continue;
      }
      const bool is_seen = steps_.filter().sight().sees(node);
      if (!inside_.contains(node) && is_seen) arrive(node, {at, DependencyWalk::kNone});
      part = static_cast<std::uint32_t>(graph_.subtree(node).last);
    }
  }

  NodeId origin_;
  NodeRange inside_;
  const DependencySteps& steps_;
  const Graph& graph_;
  WalkScratch scratch_;
  std::optional<TypeId> refers_to_;
  std::vector<Arrival> arrivals_;  ///< beside the queue of scratch_, with room for more
  std::vector<bool> looked_at_;    ///< wholes whose citations were followed back
  std::uint32_t expanded_ = 0;
  bool is_new_ = false;  ///< whether the last arrival was the first at its node
};

}  // namespace

bool is_by_containing(const Graph& graph, const ReachedProvision& reached) {
  if (reached.in_division || reached.depth == 0 || !is_by_containing(graph, reached.hop)) return reached.in_division;
  const bool is_whole_of_origin = reached.depth == 1;
  return is_whole_of_origin || !Reading::of(graph).is_provision(graph.target(reached.hop.reference));
}

DependencyWalk::DependencyWalk(const Graph& graph, DependencySteps::Rule rule, std::span<const std::uint32_t> nodes,
                               std::vector<Arrival> arrivals, Walk bounds)
    : graph_(&graph),
      rule_(rule),
      nodes_(nodes.begin(), nodes.end()),
      arrivals_(std::move(arrivals)),
      bounds_(std::move(bounds)) {}

DependencyWalk DependencyWalk::of(const Graph& graph, NodeId origin) {
  Walk bounds;
  bounds.level_ends.push_back(1);
  const auto node = static_cast<std::uint32_t>(origin);
  return {graph, {}, {&node, 1}, {Arrival()}, std::move(bounds)};
}

ReachedProvision DependencyWalk::operator[](std::size_t position) const {
  const auto [from, reference] = arrivals_[position];
  ReachedProvision reached{node(position), depth(position), from, {}, position != 0 && reference == kNone};
  if (reference == kNone) return reached;
  const bool against = graph_->target(reference) != reached.node;
  const bool governs = against == (rule_.direction == Direction::Out);
  reached.hop = {node(from), reached.node, reference, against, governs};
  return reached;
}

std::vector<DependencyHop> DependencyWalk::chain_to(std::size_t position) const {
  std::vector<DependencyHop> chain;
  for (; position != 0; position = arrivals_[position].from) {
    if (arrivals_[position].reference != kNone) chain.push_back((*this)[position].hop);
  }
  std::ranges::reverse(chain);
  return chain;
}

DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                 Budget& budget) {
  return Walker(origin, steps).run(limits, budget);
}

}  // namespace treatygraph::queries
