#include "queries/walks/cut_off_by_deletion.h"

#include <algorithm>

#include "queries/treaty/carriers.h"
#include "queries/treaty/lifted_references.h"
#include "queries/walks/dominators.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

/// The steps from node to node as the header defines them. `of` stands for itself and all its parts.
class Leads {
 public:
  Leads(NodeId of, const LiftedReferences& references, const Carriers& carriers)
      : graph_(references.graph()), of_(of), gone_(graph_.subtree(of)), references_(references), carriers_(carriers) {}

  [[nodiscard]] NodeId stands_for(NodeId node) const {
    return gone_.contains(node) ? of_ : NodeId{references_.lifted(node)};
  }
  [[nodiscard]] bool holds_of(NodeId node) const { return node != of_ && graph_.subtree(node).contains(of_); }

  /// Calls `visit(NodeId)` with what `node` leads to.
  template <typename Visit>
  void each(NodeId node, Visit visit) const {
    if (node != of_ && !references_.is_walked_into(node)) return;
    const auto own = own_words(node);
    references_.each_written(own, Direction::Out, [&](NodeId source, Hop hop) {
      if (stands_for(source) == node && stands_for(hop.node) != node) visit(stands_for(hop.node));
    });
    carriers_.each_thing(own, [&](Hop hop) {
      if (stands_for(graph_.source(hop.relationship)) == node) visit(hop.node);
    });
    if (node != of_ && references_.is_coarser_than_level(node)) each_part(graph_.subtree(node), visit);
  }

  /// Calls `visit(NodeId)` with what leads to `node`: what refers to it, carries it, or holds it and is referred to.
  template <typename Visit>
  void each_source(NodeId node, Visit visit) const {
    carriers_.each_carrier(node, [&](Hop hop) { visit(stands_for(hop.node)); });
    references_.each_written(own_words(node), Direction::In, [&](NodeId target, Hop hop) {
      if (stands_for(target) == node && stands_for(hop.node) != node) visit(stands_for(hop.node));
    });
    for (auto above = graph_.parent(node); above; above = graph_.parent(*above)) {
      if (references_.is_walked_into(*above) && is_referred_to(*above)) visit(*above);
    }
  }

  static std::uint32_t index(NodeId node) { return static_cast<std::uint32_t>(node); }

 private:
  [[nodiscard]] bool is_referred_to(NodeId whole) const {
    bool found = false;
    references_.each_written(alone(whole), Direction::In,
                             [&](NodeId, Hop hop) { found |= stands_for(hop.node) != whole; });
    return found;
  }

  static NodeRange alone(NodeId node) { return {node, NodeId{index(node) + 1}}; }
  /// What of `node` is not said by parts that stand for themselves.
  [[nodiscard]] NodeRange own_words(NodeId node) const {
    return node != of_ && references_.is_coarser_than_level(node) ? alone(node) : graph_.subtree(node);
  }

  template <typename Visit>
  void each_part(NodeRange inside, Visit& visit) const {
    for (auto part = index(inside.first) + 1; part < index(inside.last);) {
      const NodeId node{part};
      visit(stands_for(node));
      const bool has_own_parts = stands_for(node) == node && references_.is_coarser_than_level(node);
      part = has_own_parts ? part + 1 : index(graph_.subtree(node).last);
    }
  }

  const Graph& graph_;
  NodeId of_;
  NodeRange gone_;
  const LiftedReferences& references_;
  const Carriers& carriers_;
};

/// What `of` alone leads to. It looks no further ahead than there, and back from each node that it comes to only until
/// it meets one that stays: a question about one provision does not walk the whole graph.
class CutOffSearch {
 public:
  CutOffSearch(NodeId of, const Leads& leads, std::size_t node_count, Budget& budget)
      : of_(of), leads_(leads), node_count_(node_count), budget_(budget), cut_(node_count), kept_(node_count) {}

  /// In document order, without `of`; nothing when the budget is spent.
  std::optional<std::vector<NodeId>> run() {
    cut_.push(Leads::index(of_));
    std::vector<NodeId> led_to;
    for (std::size_t at = 0; at < cut_.size(); ++at) {
      led_to.clear();
      leads_.each(NodeId{cut_[at]}, [&](NodeId to) { led_to.push_back(to); });
      for (const auto node : led_to) {
        if (!is_decided(node) && !decide(node)) return std::nullopt;
      }
    }
    std::vector<NodeId> nodes;
    for (const auto node : cut_.queue().subspan(1)) nodes.push_back(NodeId{node});
    std::ranges::sort(nodes);
    return nodes;
  }

 private:
  [[nodiscard]] bool is_decided(NodeId node) const {
    return cut_.is_marked(Leads::index(node)) || kept_.is_marked(Leads::index(node));
  }

  /// Whether `node`, which something cut off leads to, is cut off, too. False when the budget is spent.
  bool decide(NodeId node) {
    WalkScratch behind(node_count_);
    behind.push(Leads::index(node), 0);
    for (std::size_t at = 0; at < behind.size(); ++at) {
      if (!budget_.spend()) return false;
      const NodeId from{behind[at]};
      bool has_source = false;
      leads_.each_source(from, [&](NodeId source) {
        has_source = true;
        if (!cut_.is_marked(Leads::index(source))) behind.push(Leads::index(source), at);
      });
      if (kept_.is_marked(Leads::index(from)) || !has_source || leads_.holds_of(from)) {
        keep_chain(behind, at);
        return true;
      }
    }
    part(behind);
    return true;
  }

  /// What stays leads over each of these to where the search began.
  void keep_chain(const WalkScratch& behind, std::size_t at) {
    for (; at != 0; at = behind.came_from(at)) kept_.push(behind[at]);
    kept_.push(behind[0]);
  }

  /// All that leads to these is among them or cut off. Those that nothing cut off leads to go round by themselves, and
  /// stay with all that they lead to; the others are cut off.
  void part(const WalkScratch& behind) {
    WalkScratch reached(node_count_);
    for (const auto node : behind.queue()) {
      leads_.each_source(NodeId{node}, [&](NodeId source) {
        if (cut_.is_marked(Leads::index(source))) reached.push(node);
      });
    }
    walk_within(behind, reached);
    WalkScratch staying(node_count_);
    for (const auto node : behind.queue()) {
      if (!reached.is_marked(node)) staying.push(node);
    }
    walk_within(behind, staying);
    for (const auto node : behind.queue()) (staying.is_marked(node) ? kept_ : cut_).push(node);
  }

  void walk_within(const WalkScratch& behind, WalkScratch& walked) const {
    for (std::size_t at = 0; at < walked.size(); ++at) {
      leads_.each(NodeId{walked[at]}, [&](NodeId to) {
        if (behind.is_marked(Leads::index(to))) walked.push(Leads::index(to));
      });
    }
  }

  NodeId of_;
  const Leads& leads_;
  std::size_t node_count_;
  Budget& budget_;
  WalkScratch cut_;   ///< in the order in which they were found; `of` is the first
  WalkScratch kept_;  ///< of what was looked at
};

/// Each of `cut` with its immediate dominator, reckoned on `of` and what it cuts off alone: every chain to one of these
/// stays among them. Nothing when the budget is spent.
std::optional<std::vector<CutOff>> with_dominators(NodeId of, const Leads& leads, const std::vector<NodeId>& cut,
                                                   Budget& budget) {
  const auto root = static_cast<std::uint32_t>(cut.size());
  const auto vertex_of = [&](NodeId node) -> std::optional<std::uint32_t> {
    const auto found = std::ranges::lower_bound(cut, node);
    if (found == cut.end() || *found != node) return std::nullopt;
    return static_cast<std::uint32_t>(found - cut.begin());
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t from = 0; from <= root; ++from) {
    leads.each(from == root ? of : cut[from], [&](NodeId to) {
      if (const auto target = vertex_of(to)) edges.emplace_back(from, *target);
    });
  }
  const OutCsr flow(boost::edges_are_sorted, edges.begin(), edges.end(), root + 1,
                    static_cast<std::uint32_t>(edges.size()));
  const auto dominators = immediate_dominators(flow, root, budget);
  if (!dominators) return std::nullopt;
  std::vector<CutOff> nodes;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const auto dominator = (*dominators)[i];
    nodes.push_back({cut[i], dominator == root ? of : cut[dominator]});
  }
  return nodes;
}

}  // namespace

CutOffs cut_off_without(NodeId of, const LiftedReferences& references, const Carriers& carriers, Budget& budget) {
  const Leads leads(of, references, carriers);
  CutOffs answer;
  const auto cut = CutOffSearch(of, leads, references.graph().node_count(), budget).run();
  auto nodes = cut ? with_dominators(of, leads, *cut, budget) : std::nullopt;
  if (nodes) {
    answer.nodes = std::move(*nodes);
  } else {
    answer.truncated = cut_by(budget);
  }
  return answer;
}

}  // namespace treatygraph::queries
