// How the hub of a treaty is found. Most provisions of a treaty reach one ring of provisions in it, so a guess replaces
// a search for all components:
// 1. The pivot is the provision with the most ways through it: references that leave it or its parts, times references
// that point to it.
// 2. A search forward from the pivot tells whether it reaches itself. If not, the treaty is treated as having no hub.
// 3. A search backward from the pivot finds the nodes from which it is reached.
// All searches stay inside the treaty, so they need no other rank. If the guess in step 1 misses the ring, nothing is
// wrong: walks then take longer, because they do not end at a hub's nodes.

#include "analysis/hubs.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace treatygraph::analysis {
namespace {

/// Searches in one treaty. Positions count from its first node.
class TreatyHub {
 public:
  TreatyHub(const Part& part, NodeRange treaty, Direction direction)
      : part_(part), treaty_(treaty), direction_(direction) {}

  /// The provision with the most ways through it; nothing if no provision has one.
  [[nodiscard]] std::optional<NodeId> pivot() const {
    std::vector<std::size_t> onward(treaty_.size());  // references of each node and its parts
    for (std::size_t i = 0; i < treaty_.size(); ++i) {
      const auto ways = inside(forward(node(i)));
      if (ways == 0) continue;
      for (std::optional at = node(i); at && treaty_.contains(*at); at = part_.graph().parent(*at)) {
        onward[position(*at)] += ways;
      }
    }
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (std::size_t i = 0; i < treaty_.size(); ++i) {
      if (part_.is_provision(node(i))) most = std::max(most, {onward[i] * inside(backward(node(i))), i});
    }
    return most.first > 0 ? std::optional(node(most.second)) : std::nullopt;
  }

  /// Whether a walk from `start` comes back to it inside the treaty. The steps are those of Walks: from a reached
  /// provision, over the references of everything that is read with it.
  [[nodiscard]] bool is_in_ring(NodeId start) {
    Marks reached(treaty_.size());
    Marks read(treaty_.size());
    std::vector<NodeId> queue = {start};
    while (!queue.empty()) {
      const auto at = take(queue);
      if (!part_.is_provision(at)) continue;
      part_.each_read(at, [&](NodeId words) {
        if (mark(read, words)) each_inside(forward(words), [&](NodeId to) { reach(to, reached, queue); });
      });
    }
    return reached[position(start)];
  }

  /// Calls `visit(NodeId)` with each node of the treaty from which `target` is reached inside the treaty: the same
  /// steps backward.
  template <typename Visit>
  void each_that_leads_to(NodeId target, const Visit& visit) {
    Marks reached(treaty_.size());
    Marks read(treaty_.size());
    std::vector<NodeId> queue = {target};
    while (!queue.empty()) {
      each_inside(backward(take(queue)), [&](NodeId words) {
        if (mark(read, words)) part_.each_reader(words, [&](NodeId reader) { reach(reader, reached, queue); });
      });
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
      if (reached[i]) visit(node(i));
    }
  }

 private:
  using Marks = std::vector<bool>;

  [[nodiscard]] std::size_t position(NodeId node) const { return index_of(node) - index_of(treaty_.first); }
  [[nodiscard]] NodeId node(std::size_t position) const {
    return NodeId{static_cast<std::uint32_t>(index_of(treaty_.first) + position)};
  }
  /// The references of these words in the direction of the walks, and against it.
  [[nodiscard]] HopRange forward(NodeId words) const {
    return direction_ == Direction::Out ? part_.references(words) : part_.references_to(words);
  }
  [[nodiscard]] HopRange backward(NodeId node) const {
    return direction_ == Direction::Out ? part_.references_to(node) : part_.references(node);
  }
  template <typename Visit>
  void each_inside(const HopRange& hops, const Visit& visit) const {
    for (std::size_t i = 0; i < hops.size(); ++i) {
      if (treaty_.contains(hops.node(i))) visit(hops.node(i));
    }
  }
  [[nodiscard]] std::size_t inside(const HopRange& hops) const {
    std::size_t count = 0;
    each_inside(hops, [&count](NodeId /*end*/) { ++count; });
    return count;
  }

  /// Marks the node. False if it was marked before.
  bool mark(Marks& marks, NodeId node) const {
    if (marks[position(node)]) return false;
    marks[position(node)] = true;
    return true;
  }
  void reach(NodeId node, Marks& reached, std::vector<NodeId>& queue) const {
    if (mark(reached, node)) queue.push_back(node);
  }
  static NodeId take(std::vector<NodeId>& queue) {
    const auto node = queue.back();
    queue.pop_back();
    return node;
  }

  const Part& part_;
  NodeRange treaty_;
  Direction direction_;
};

}  // namespace

Hubs::Hubs(const Part& part, Direction direction)
    : part_(part), direction_(direction), pivot_from_(part.size(), kNone) {
  // Every node that is part of nothing is tried as a treaty; a State has no references and so no hub.
  for (auto root = part.nodes().first; root < part.nodes().last;) {
    const auto treaty = part.graph().subtree(root);
    find_in(treaty);
    root = treaty.last;
  }
}

void Hubs::find_in(NodeRange treaty) {
  TreatyHub hub(part_, treaty, direction_);
  const auto pivot = hub.pivot();
  if (!pivot || !hub.is_in_ring(*pivot)) return;
  pivots_.push_back(static_cast<std::uint32_t>(*pivot));
  hub.each_that_leads_to(*pivot, [&](NodeId node) { pivot_from_[part_.at(node)] = pivots_.back(); });
}

}  // namespace treatygraph::analysis
