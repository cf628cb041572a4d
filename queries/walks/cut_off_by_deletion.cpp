// How the cut-off nodes are found, without computing dominators of the whole graph:
//
// 1. CutOffSearch walks forward from the deleted provision. For each node that it meets, it walks backward over the
//    sources that are not known to be cut off. If it meets a node that nothing leads to, that contains the deleted
//    provision, or that is known to stay, the chain from there to the node stays.
// 2. If it meets none, all sources belong to a closed set. part() divides that set: nodes that only circle among
//    themselves stay, with everything that they lead to; the others are cut off.
// 3. with_dominators() computes immediate dominators on the cut-off nodes alone (dominators.h).
// 4. LevelGrouping groups them at the requested level.

#include "queries/walks/cut_off_by_deletion.h"

#include <algorithm>
#include <map>

#include "queries/treaty/carriers.h"
#include "queries/treaty/reading.h"
#include "queries/treaty/reference_filter.h"
#include "queries/walks/dominators.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

/// The steps defined in the header. `of` represents itself and all its parts.
class Leads {
 public:
  Leads(NodeId of, const Graph& graph, const ReferenceFilter& filter, const Carriers& carriers)
      : graph_(graph),
        of_(of),
        gone_(graph.subtree(of)),
        reading_(Reading::of(graph)),
        refers_to_(graph.types().find(type::kRefersTo)),
        filter_(filter),
        carriers_(carriers) {}

  /// Whether `node` contains the deleted provision.
  [[nodiscard]] bool holds_of(NodeId node) const { return node != of_ && graph_.subtree(node).contains(of_); }

  /// Calls `visit(NodeId)` with each node that `node` leads to.
  template <typename Visit>
  void each(NodeId node, Visit visit) const {
    const auto own = node == of_ ? gone_ : alone(node);
    if (node != of_ && reading_.role_of(node) == ReadingRole::Treaty) return;
    if (refers_to_) {
      over(graph_.out(own, *refers_to_), [&](Hop hop) { each_read(hop.node, node, visit); });
    }
    carriers_.each_thing(own, [&](Hop hop) { visit(hop.node); });
    if (node != of_ && reading_.role_of(node) == ReadingRole::Division) each_part(node, node, visit);
  }

  /// Calls `visit(NodeId)` with each node that leads to `node`: those whose words refer to what it is read with, what
  /// carries it, and each referenced division that contains it.
  template <typename Visit>
  void each_source(NodeId node, Visit visit) const {
    carriers_.each_carrier(node, [&](Hop hop) { visit(stands_for(hop.node)); });
    if (!refers_to_) return;
    const auto from = [&](const HopRange& hops) {
      over(hops, [&](Hop hop) {
        if (stands_for(hop.node) != node) visit(stands_for(hop.node));
      });
    };
    from(graph_.in(reading_.is_provision(node) ? graph_.subtree(node) : alone(node), *refers_to_));
    reading_.each_cited_whole(node, [&](NodeId whole) {
      if (reading_.is_provision(whole)) {
        from(graph_.in(whole, *refers_to_));
      } else if (is_referred_to(whole)) {
        visit(whole);
      }
    });
  }

  static std::uint32_t index(NodeId node) { return static_cast<std::uint32_t>(node); }

 private:
  [[nodiscard]] NodeId stands_for(NodeId node) const { return gone_.contains(node) ? of_ : node; }
  static NodeRange alone(NodeId node) { return {node, NodeId{index(node) + 1}}; }

  /// Calls `visit(Hop)` with each admitted reference.
  template <typename Visit>
  void over(const HopRange& hops, Visit visit) const {
    for (const auto hop : hops) {
      if (filter_.admits_all() || filter_.admits(hop)) visit(hop);
    }
  }
  /// Whether another node refers to the division. Otherwise nothing leads to its provisions by way of it.
  [[nodiscard]] bool is_referred_to(NodeId whole) const {
    bool found = false;
    over(graph_.in(whole, *refers_to_), [&](Hop hop) { found |= hop.node != whole; });
    return found;
  }

  /// Everything read with `target`, except `except`.
  template <typename Visit>
  void each_read(NodeId target, NodeId except, Visit& visit) const {
    if (gone_.contains(target)) {
      if (except != of_) visit(of_);
      return;
    }
    if (target != except) visit(target);
    if (!reading_.is_provision(target)) return;
    each_part(target, except, visit);
    reading_.each_introduction(target, [&](NodeId above) {
      if (above != except) visit(stands_for(above));
    });
  }
  template <typename Visit>
  void each_part(NodeId whole, NodeId except, Visit& visit) const {
    const auto inside = graph_.subtree(whole);
    for (auto part = index(inside.first) + 1; part < index(inside.last); ++part) {
      if (NodeId{part} != except) visit(stands_for(NodeId{part}));
    }
  }

  const Graph& graph_;
  NodeId of_;
  NodeRange gone_;
  const Reading& reading_;
  std::optional<TypeId> refers_to_;
  const ReferenceFilter& filter_;
  const Carriers& carriers_;
};

/// Finds what only `of` leads to. It looks forward only from cut-off nodes, and backward from each found node only
/// until it meets one that stays. So a question about one provision does not walk the whole graph.
class CutOffSearch {
 public:
  CutOffSearch(NodeId of, const Leads& leads, std::size_t node_count, Budget& budget)
      : of_(of), leads_(leads), node_count_(node_count), budget_(budget), cut_(node_count), kept_(node_count) {}

  /// In document order, without `of`; nothing if the budget is spent.
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
  /// A node is decided once it is known to be cut off or to stay.
  [[nodiscard]] bool is_decided(NodeId node) const {
    return cut_.is_marked(Leads::index(node)) || kept_.is_marked(Leads::index(node));
  }

  /// Decides whether `node`, which a cut-off node leads to, is cut off as well, and marks it. False if the budget is
  /// spent.
  bool decide(NodeId node) {
    WalkScratch after(node_count_);
    after.push(Leads::index(node), 0);
    for (std::size_t at = 0; at < after.size(); ++at) {
      if (!budget_.spend()) return false;
      const NodeId from{after[at]};
      bool has_source = false;
      leads_.each_source(from, [&](NodeId source) {
        has_source = true;
        if (!cut_.is_marked(Leads::index(source))) after.push(Leads::index(source), at);
      });
      // The end of the backward search: a node that stays for certain.
      if (kept_.is_marked(Leads::index(from)) || !has_source || leads_.holds_of(from)) {
        keep_chain(after, at);
        return true;
      }
    }
    part(after);
    return true;
  }

  /// Marks the chain from position `at` back to the start of the search: something that remains leads over each of its
  /// nodes to the next.
  void keep_chain(const WalkScratch& after, std::size_t at) {
    for (; at != 0; at = after.came_from(at)) kept_.push(after[at]);
    kept_.push(after[0]);
  }

  /// Divides a closed set: everything that leads to its nodes is in the set or cut off. Nodes that no cut-off node
  /// leads to form rings of their own; they stay, with everything that they lead to. The others are cut off.
  void part(const WalkScratch& after) {
    WalkScratch reached(node_count_);
    for (const auto node : after.queue()) {
      leads_.each_source(NodeId{node}, [&](NodeId source) {
        if (cut_.is_marked(Leads::index(source))) reached.push(node);
      });
    }
    // First what cut-off nodes lead to, then, starting from the rest, what stays.
    walk_within(after, reached);
    WalkScratch staying(node_count_);
    for (const auto node : after.queue()) {
      if (!reached.is_marked(node)) staying.push(node);
    }
    walk_within(after, staying);
    for (const auto node : after.queue()) (staying.is_marked(node) ? kept_ : cut_).push(node);
  }

  /// Adds to `walked` what its nodes lead to within `after`.
  void walk_within(const WalkScratch& after, WalkScratch& walked) const {
    for (std::size_t at = 0; at < walked.size(); ++at) {
      leads_.each(NodeId{walked[at]}, [&](NodeId to) {
        if (after.is_marked(Leads::index(to))) walked.push(Leads::index(to));
      });
    }
  }

  NodeId of_;
  const Leads& leads_;
  std::size_t node_count_;
  Budget& budget_;
  WalkScratch cut_;   ///< in the order found; `of` is first
  WalkScratch kept_;  ///< of the examined nodes
};

/// The immediate dominator of each node of `cut`, computed on `of` and `cut` only: every chain to a cut-off node stays
/// among them. Nothing if the budget is spent.
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
  // Vertex i is cut[i]; the root, which is `of`, is the last.
  if (!dominators) return std::nullopt;
  std::vector<CutOff> nodes;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const auto dominator = (*dominators)[i];
    nodes.push_back({cut[i], dominator == root ? of : cut[dominator], {}});
  }
  return nodes;
}

/// Groups cut-off nodes by their representative at a level.
class LevelGrouping {
 public:
  LevelGrouping(const Graph& graph, const Leads& leads, Level level, NodeId of, const std::vector<CutOff>& cut)
      : graph_(graph), leads_(leads), lifted_(lifted_nodes(graph, level)), of_(of), cut_(cut) {}

  [[nodiscard]] std::vector<CutOff> gather() const {
    std::vector<CutOff> shown;
    for (std::size_t first = 0; first < cut_.size();) {
      const auto group = stands_for(cut_[first].node);
      auto last = first + 1;
      while (last < cut_.size() && stands_for(cut_[last].node) == group) ++last;
      for (auto i = first; i < last; ++i) {
        const auto node = shown_as(cut_[i].node);
        if (shown.empty() || shown.back().node != node) shown.push_back({node, through(cut_[i].through), {}});
        add(cut_[i].node, shown.back().provisions);
      }
      first = last;
    }
    return shown;
  }

 private:
  [[nodiscard]] NodeId stands_for(NodeId node) const { return NodeId{lifted_[index_of(node)]}; }
  [[nodiscard]] bool is_cut(NodeId node) const { return std::ranges::binary_search(cut_, node, {}, &CutOff::node); }
  /// Whether something that stays leads to a part of `group`.
  [[nodiscard]] bool is_partly_kept(NodeId group) const {
    const auto [known, is_new] = partly_kept_.try_emplace(group, false);
    if (is_new) known->second = has_kept_part(group);
    return known->second;
  }
  /// A part stays if something still leads to it and it is not cut off, or if it contains the deleted provision.
  [[nodiscard]] bool has_kept_part(NodeId group) const {
    const auto parts = graph_.subtree(group);
    for (auto part = Leads::index(parts.first); part < Leads::index(parts.last); ++part) {
      const NodeId node{part};
      bool is_led_to = leads_.holds_of(node);
      if (!is_led_to && !is_cut(node)) leads_.each_source(node, [&](NodeId) { is_led_to = true; });
      if (is_led_to) return true;
    }
    return false;
  }
  /// A group is shown as a whole only if no part of it stays.
  [[nodiscard]] NodeId shown_as(NodeId node) const {
    const auto group = stands_for(node);
    return group == node || is_partly_kept(group) ? node : group;
  }
  [[nodiscard]] NodeId through(NodeId dominator) const {
    return dominator == of_ || !is_cut(dominator) ? dominator : shown_as(dominator);
  }
  /// Parts of a listed node that is cut off entirely are not listed.
  void add(NodeId node, std::vector<NodeId>& provisions) const {
    const bool is_named = !provisions.empty() && graph_.subtree(provisions.back()).contains(node);
    if (!is_named || !is_cut_whole(provisions.back())) provisions.push_back(node);
  }
  [[nodiscard]] bool is_cut_whole(NodeId node) const {
    const auto parts = graph_.subtree(node);
    const auto first = std::ranges::lower_bound(cut_, parts.first, {}, &CutOff::node);
    const auto last = std::ranges::lower_bound(cut_, parts.last, {}, &CutOff::node);
    return static_cast<std::size_t>(last - first) == parts.size();
  }

  const Graph& graph_;
  const Leads& leads_;
  std::span<const std::uint32_t> lifted_;
  NodeId of_;
  const std::vector<CutOff>& cut_;
  mutable std::map<NodeId, bool> partly_kept_;  ///< by group
};

}  // namespace

CutOffs cut_off_without(NodeId of, Level level, const ReferenceFilter& filter, const Carriers& carriers,
                        const Graph& graph, Budget& budget) {
  const Leads leads(of, graph, filter, carriers);
  CutOffs answer;
  const auto cut = CutOffSearch(of, leads, graph.node_count(), budget).run();
  const auto nodes = cut ? with_dominators(of, leads, *cut, budget) : std::nullopt;
  if (nodes) {
    answer.nodes = LevelGrouping(graph, leads, level, of, *nodes).gather();
  } else {
    answer.truncated = cut_by(budget);
  }
  return answer;
}

}  // namespace treatygraph::queries
