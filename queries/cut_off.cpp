#include "queries/cut_off.h"

#include <algorithm>

#include "queries/breadth_first.h"
#include "queries/carriers.h"
#include "queries/dominators.h"
#include "queries/lifted_references.h"

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

  /// Whether something leads to `node` that is not in `led_to`, which holds all that `of` leads to.
  [[nodiscard]] bool is_led_to_from_outside(NodeId node, const WalkScratch& led_to) const {
    bool found = holds_of(node);
    const auto from = [&](NodeId source) { found |= !led_to.is_marked(index(stands_for(source))); };
    carriers_.each_carrier(node, [&](Hop hop) { from(hop.node); });
    references_.each_written(own_words(node), Direction::In, [&](NodeId target, Hop hop) {
      if (stands_for(target) == node) from(hop.node);
    });
    for (auto above = graph_.parent(node); above && !found; above = graph_.parent(*above)) {
      if (led_to.is_marked(index(*above)) || !references_.is_walked_into(*above)) continue;
      references_.each_written(alone(*above), Direction::In, [&](NodeId target, Hop hop) {
        if (stands_for(hop.node) != target) from(hop.node);  // a chapter that names itself leads nowhere new
      });
    }
    return found;
  }

  static std::uint32_t index(NodeId node) { return static_cast<std::uint32_t>(node); }

 private:
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

/// Of what was led to, what nothing else leads to; `of` is not among it. Nothing when the budget is spent.
std::optional<std::vector<NodeId>> unreached_otherwise(const Leads& leads, const WalkScratch& led_to,
                                                       std::size_t node_count, Budget& budget) {
  WalkScratch kept(node_count);
  const auto queue = led_to.queue();
  for (std::size_t i = 1; i < queue.size(); ++i) {
    if (leads.is_led_to_from_outside(NodeId{queue[i]}, led_to)) kept.push(queue[i]);
    if (!budget.spend()) return std::nullopt;
  }
  const auto of = queue[0];
  const auto walk = breadth_first(
      kept, {}, budget,
      [&](std::uint32_t node) {
        leads.each(NodeId{node}, [&](NodeId to) {
          if (Leads::index(to) != of) kept.push(Leads::index(to));
        });
      },
      NoFetch());
  if (walk.end != WalkEnd::Complete) return std::nullopt;
  std::vector<NodeId> cut;
  for (std::size_t i = 1; i < queue.size(); ++i) {
    if (!kept.is_marked(queue[i])) cut.push_back(NodeId{queue[i]});
  }
  std::ranges::sort(cut);
  return cut;
}

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
  const auto node_count = references.graph().node_count();
  CutOffs answer;
  WalkScratch led_to(node_count);
  led_to.push(Leads::index(of));
  const auto walk = breadth_first(
      led_to, {}, budget,
      [&](std::uint32_t node) { leads.each(NodeId{node}, [&](NodeId to) { led_to.push(Leads::index(to)); }); },
      NoFetch());
  std::optional<std::vector<NodeId>> cut;
  if (walk.end == WalkEnd::Complete) cut = unreached_otherwise(leads, led_to, node_count, budget);
  auto nodes = cut ? with_dominators(of, leads, *cut, budget) : std::nullopt;
  if (nodes) {
    answer.nodes = std::move(*nodes);
  } else {
    answer.truncated = cut_by(budget);
  }
  return answer;
}

}  // namespace treatygraph::queries
