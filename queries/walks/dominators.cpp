// Semi-NCA (Georgiadis 2005). Vertices are numbered in depth-first order; a vertex's semidominator is the
// lowest-numbered vertex from which a path leads to it over higher-numbered vertices only. Vertices are processed from
// the highest number down; the Forest finds the lowest semidominator on the tree path above a source, with path
// compression. The immediate dominator is then the nearest common ancestor, in the dominator tree, of the parent and
// the semidominator: climbing from the parent until the number is not above the semidominator finds it. Everything is
// iterative, because a deep chain of references would overflow the stack.

#include "queries/walks/dominators.h"

#include <algorithm>
#include <utility>

namespace treatygraph::queries {
namespace {

using Number = std::uint32_t;
constexpr Number kNone = 0xffffffff;

/// Vertices in depth-first order; everything else refers to them by their number in it.
struct Numbered {
  std::vector<std::uint32_t> vertex;  ///< by number
  std::vector<Number> parent;         ///< in the search tree
  std::vector<Number> number;         ///< by vertex; kNone if not reached
};

/// Depth-first search with an explicit stack, `open`.
Numbered numbered_from(std::uint32_t root, const OutCsr& graph) {
  Numbered order;
  order.number.assign(boost::num_vertices(graph), kNone);
  using Next = boost::graph_traits<OutCsr>::adjacency_iterator;
  std::vector<std::pair<Next, Next>> open;
  const auto enter = [&](std::uint32_t vertex, Number parent) {
    order.number[vertex] = static_cast<Number>(order.vertex.size());
    order.vertex.push_back(vertex);
    order.parent.push_back(parent);
    open.push_back(boost::adjacent_vertices(vertex, graph));
  };
  enter(root, 0);
  std::vector<Number> above = {0};  // parallel to open
  while (!open.empty()) {
    auto& [next, last] = open.back();
    if (next == last) {
      open.pop_back();
      above.pop_back();
      continue;
    }
    const auto vertex = static_cast<std::uint32_t>(*next++);
    if (order.number[vertex] != kNone) continue;
    const auto parent = above.back();
    above.push_back(static_cast<Number>(order.vertex.size()));
    enter(vertex, parent);
  }
  return order;
}

/// Incoming edges by target number.
std::vector<std::vector<Number>> incoming(const Numbered& order, const OutCsr& graph) {
  std::vector<std::vector<Number>> sources(order.vertex.size());
  for (Number from = 0; from < order.vertex.size(); ++from) {
    for (auto [to, last] = boost::adjacent_vertices(order.vertex[from], graph); to != last; ++to)
      sources[order.number[*to]].push_back(from);
  }
  return sources;
}

/// The part of the search tree that was processed, as a forest with path compression. It answers which semidominator is
/// the lowest among a vertex and its processed ancestors.
class Forest {
 public:
  explicit Forest(const std::vector<Number>& parent) : ancestor_(parent), least_(parent.size()), semi_(parent.size()) {
    for (Number i = 0; i < parent.size(); ++i) least_[i] = semi_[i] = i;
  }

  [[nodiscard]] Number semidominator(Number vertex) const { return semi_[vertex]; }
  void lower(Number vertex, Number semi) { semi_[vertex] = std::min(semi_[vertex], semi); }
  /// The least semidominator among `vertex` and its ancestors; vertices after `last_unlinked` are linked.
  [[nodiscard]] Number least_above(Number vertex, Number last_unlinked) {
    if (vertex <= last_unlinked) return semi_[vertex];
    way_.clear();
    for (auto at = vertex; ancestor_[at] > last_unlinked; at = ancestor_[at]) way_.push_back(at);
    // Compresses from the top down: each vertex then points past its linked ancestors.
    for (; !way_.empty(); way_.pop_back()) {
      const auto at = way_.back();
      const auto above = ancestor_[at];
      if (semi_[least_[above]] < semi_[least_[at]]) least_[at] = least_[above];
      ancestor_[at] = ancestor_[above];
    }
    return semi_[least_[vertex]];
  }

 private:
  std::vector<Number> ancestor_;
  std::vector<Number> least_;
  std::vector<Number> semi_;
  std::vector<Number> way_;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> immediate_dominators(const OutCsr& graph, std::uint32_t root,
                                                               Budget& budget) {
  const auto order = numbered_from(root, graph);
  const auto sources = incoming(order, graph);
  const auto count = static_cast<Number>(order.vertex.size());
  Forest forest(order.parent);
  // From the last vertex to the first, so that the vertices with higher numbers are linked.
  for (Number vertex = count - 1; vertex > 0; --vertex) {
    for (const auto source : sources[vertex]) forest.lower(vertex, forest.least_above(source, vertex));
    if (!budget.spend(1 + sources[vertex].size())) return std::nullopt;
  }
  std::vector<Number> dominator(count, 0);
  // From the first vertex to the last, so that the dominators of all lower numbers are known.
  for (Number vertex = 1; vertex < count; ++vertex) {
    auto candidate = order.parent[vertex];
    while (candidate > forest.semidominator(vertex)) candidate = dominator[candidate];
    dominator[vertex] = candidate;
  }
  std::vector<std::uint32_t> by_vertex(boost::num_vertices(graph), root);
  for (Number i = 1; i < count; ++i) by_vertex[order.vertex[i]] = order.vertex[dominator[i]];
  return by_vertex;
}

}  // namespace treatygraph::queries
