// Two implementations of one walk. walk_by_rule() takes the steps from DependencySteps and handles every rule and
// filter. walk_by_lists() handles the common case, all references without a filter, from precomputed ranges of the
// graph's hop arrays (reading_lists.h): a node costs two memory accesses, which are prefetched, and no checks. Both
// reach the same nodes in the same order.

#include "queries/walks/dependency_walk.h"

#include <algorithm>

#include "queries/treaty/reading_lists.h"

namespace treatygraph::queries {
namespace {

/// Runs one walk.
class Walker {
 public:
  Walker(NodeId origin, const DependencySteps& steps)
      : origin_(origin),
        inside_(steps.graph().subtree(origin)),
        steps_(steps),
        graph_(steps.graph()),
        scratch_(graph_.node_count()),
        looked_at_(graph_.node_count()) {}

  DependencyWalk run(const WalkLimits& limits, Budget& budget) {
    scratch_.push(static_cast<std::uint32_t>(origin_), 0, DependencyWalk::kNone);
    auto bounds = steps_.is_plain() ? walk_by_lists(limits, budget) : walk_by_rule(limits, budget);
    return {graph_, steps_.rule(), scratch_.queue(), scratch_.arrivals(), std::move(bounds)};
  }

 private:
  /// breadth_first() expands the nodes in the order of the queue, so counting the calls gives the position.
  Walk walk_by_rule(const WalkLimits& limits, Budget& budget) {
    std::uint32_t expanded = 0;
    return breadth_first(
        scratch_, limits, budget, [&](std::uint32_t) { expand(expanded++); }, NoFetch());
  }
  /// Takes the steps of one node. Parts of the origin are not reached: they were read with it.
  void expand(std::uint32_t position) {
    const auto take = [&](const DependencyHop& hop) {
      if (inside_.contains(hop.to)) return;
      const bool is_new = scratch_.push(static_cast<std::uint32_t>(hop.to), position, hop.reference);
      // A division is entered once, when it is first reached.
      if (!is_new || !steps_.rule().into_divisions) return;
      if (steps_.reading().role_of(hop.to) == ReadingRole::Division) enter(hop.to);
    };
    steps_.each(NodeId{scratch_[position]}, origin_, take, [&](NodeId whole) { return is_first_look_at(whole); });
  }
  /// A reference to a whole, or on an introduction, applies to each of its parts. All of these references were followed
  /// from the first part that the walk met, so following them again from the next part would find nothing new.
  bool is_first_look_at(NodeId whole) { return looked_at_.push(static_cast<std::uint32_t>(whole)); }

  /// Prefetches what a step will read.
  struct Fetch {
    const ReadingLists& lists;
    const std::uint32_t* others;
    void index(std::uint32_t node) const { __builtin_prefetch(&lists[node]); }
    void list(std::uint32_t node) const { __builtin_prefetch(others + lists[node].first); }
  };
  /// The common case: all references, without a filter. Equal to walk_by_rule(), but without its checks. The origin
  /// itself is expanded by rule, because it may be a division or treaty, whose list is empty.
  Walk walk_by_lists(const WalkLimits& limits, Budget& budget) {
    const auto& lists = ReadingLists::of(graph_, steps_.rule().direction);
    std::uint32_t expanded = 0;
    const auto expand_next = [&](std::uint32_t node) {
      expanded == 0 ? expand(0) : expand_by_lists(lists, node, expanded);
      ++expanded;
    };
    constexpr std::size_t kHeldInCache = 16'384;  // nodes whose lists are near in any case
    if (graph_.node_count() < kHeldInCache) return breadth_first(scratch_, limits, budget, expand_next, NoFetch());
    return breadth_first(scratch_, limits, budget, expand_next, Fetch{lists, lists.hops().raw_nodes()});
  }
  void expand_by_lists(const ReadingLists& lists, std::uint32_t node, std::uint32_t position) {
    const auto entry = lists[node];
    take_all(lists.hops(), entry.first, entry.last, position);
    for (auto at = node, above = entry.above; above != at; above = lists[at].above) {
      at = above;
      if (!is_first_look_at(NodeId{at})) return;  // nor is it the first at what is above that
      take_all(lists.hops(), lists[at].first, lists.own_end(at), position);
    }
  }
  /// Pushes the targets at [first, last) of `hops`, except parts of the origin. The unsigned difference tests both ends
  /// of the origin's range at once.
  void take_all(const HopRange& hops, std::uint32_t first, std::uint32_t last, std::uint32_t position) {
    const auto start = static_cast<std::uint32_t>(inside_.first);
    const auto own = static_cast<std::uint32_t>(inside_.size());
    scratch_.push_each(
        hops.raw_nodes(), first, last, position, [&](std::uint32_t i) { return hops.relationship(i); },
        [=](std::uint32_t node) { return node - start >= own; });
  }

  /// Pushes the outermost provisions (the articles) of an entered division, as reached from it. Its inner divisions are
  /// passed through.
  void enter(NodeId division) {
    const auto at = static_cast<std::uint32_t>(scratch_.size() - 1);
    const auto parts = graph_.subtree(division);
    for (auto part = static_cast<std::uint32_t>(parts.first) + 1; part < static_cast<std::uint32_t>(parts.last);) {
      const NodeId node{part};
      if (!steps_.reading().is_provision(node)) {
        ++part;
        continue;
      }
      const bool is_seen = steps_.filter().scope_filter().sees(node);
      if (!inside_.contains(node) && is_seen) scratch_.push(part, at, DependencyWalk::kNone);
      // The parts of an article are read with it.
      part = static_cast<std::uint32_t>(graph_.subtree(node).last);
    }
  }

  NodeId origin_;
  NodeRange inside_;
  const DependencySteps& steps_;
  const Graph& graph_;
  WalkScratch scratch_;
  WalkScratch looked_at_;  ///< wholes and introductions whose references were all followed
};

}  // namespace

bool is_by_containing(const Graph& graph, const ReachedProvision& reached) {
  if (reached.in_division || reached.depth == 0 || !is_by_containing(graph, reached.hop)) return reached.in_division;
  const bool is_whole_of_origin = reached.depth == 1;
  return is_whole_of_origin || !Reading::of(graph).is_provision(graph.target(reached.hop.reference));
}

DependencyWalk::DependencyWalk(const Graph& graph, DependencySteps::Rule rule, std::span<const std::uint32_t> nodes,
                               std::span<const Arrival> arrivals, Walk bounds)
    : graph_(&graph),
      rule_(rule),
      nodes_(nodes.begin(), nodes.end()),
      arrivals_(arrivals.begin(), arrivals.end()),
      bounds_(std::move(bounds)) {}

/// Used if the walk itself is not part of the question.
DependencyWalk DependencyWalk::of(const Graph& graph, NodeId origin) {
  Walk bounds;
  bounds.level_ends.push_back(1);
  const auto node = static_cast<std::uint32_t>(origin);
  const Arrival none{0, kNone};
  return {graph, {}, {&node, 1}, {&none, 1}, std::move(bounds)};
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
    if (arrivals_[position].over != kNone) chain.push_back((*this)[position].hop);
  }
  std::ranges::reverse(chain);
  return chain;
}

DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                 Budget& budget) {
  return Walker(origin, steps).run(limits, budget);
}

}  // namespace treatygraph::queries
