#include "queries/walks/dependency_walk.h"

#include <algorithm>

namespace treatygraph::queries {
namespace {

class Walker {
 public:
  Walker(NodeId origin, const DependencySteps& steps)
      : origin_(origin), inside_(steps.graph().subtree(origin)), steps_(steps), scratch_(steps.graph().node_count()) {}

  DependencyWalk run(const WalkLimits& limits, Budget& budget) {
    scratch_.push(static_cast<std::uint32_t>(origin_));
    walk_.reached.push_back({origin_, 0, 0, {}, false});
    const auto bounds = breadth_first(
        scratch_, limits, budget, [&](std::uint32_t) { expand(expanded_++); }, NoFetch());
    walk_.end = bounds.end;
    walk_.reached.resize(scratch_.size());
    return std::move(walk_);
  }

 private:
  void expand(std::uint32_t position) {
    const auto node = walk_.reached[position].node;
    const auto depth = walk_.reached[position].depth + 1;
    steps_.each(node, origin_, [&](const DependencyHop& hop) {
      if (inside_.contains(hop.to) || !scratch_.push(static_cast<std::uint32_t>(hop.to))) return;
      walk_.reached.push_back({hop.to, depth, position, hop, false});
      if (steps_.rule().into_divisions && steps_.reading().standing(hop.to) == Standing::Division) enter(hop.to, depth);
    });
  }

  /// The articles of a division come with it.
  void enter(NodeId division, std::uint32_t depth) {
    const auto at = static_cast<std::uint32_t>(walk_.reached.size() - 1);
    const auto parts = steps_.graph().subtree(division);
    for (auto part = static_cast<std::uint32_t>(parts.first) + 1; part < static_cast<std::uint32_t>(parts.last);) {
      const NodeId node{part};
      if (!steps_.reading().is_provision(node)) {
        ++part;
        continue;
      }
      if (!inside_.contains(node) && steps_.filter().sight().sees(node) && scratch_.push(part)) {
        walk_.reached.push_back({node, depth, at, {}, true});
      }
      part = static_cast<std::uint32_t>(steps_.graph().subtree(node).last);
    }
  }

  NodeId origin_;
  NodeRange inside_;
  const DependencySteps& steps_;
  WalkScratch scratch_;
  DependencyWalk walk_;
  std::uint32_t expanded_ = 0;
};

}  // namespace

bool is_by_containing(const Graph& graph, const ReachedProvision& reached) {
  if (reached.in_division || reached.depth == 0 || !is_by_containing(graph, reached.hop)) return reached.in_division;
  const bool is_whole_of_origin = reached.depth == 1;
  return is_whole_of_origin || !Reading::of(graph).is_provision(graph.target(reached.hop.reference));
}

std::vector<DependencyHop> DependencyWalk::chain_to(std::size_t position) const {
  std::vector<DependencyHop> chain;
  for (; position != 0; position = reached[position].from) {
    if (!reached[position].in_division) chain.push_back(reached[position].hop);
  }
  std::ranges::reverse(chain);
  return chain;
}

DependencyWalk walk_dependencies(NodeId origin, const DependencySteps& steps, const WalkLimits& limits,
                                 Budget& budget) {
  return Walker(origin, steps).run(limits, budget);
}

}  // namespace treatygraph::queries
