// Betweenness by Brandes's algorithm (2001). From each start, a breadth-first search counts the shortest paths to every
// vertex. Then the vertices are visited again, from the furthest to the nearest, and each gets its dependency: the
// share of the start's shortest paths that go on through it. The score of a vertex is the sum of its dependencies over
// all starts.
//
// The graph has an edge for each pair of own words of which one rests on the other, made from the references of all
// treaties. Every rank makes all of it and takes every n-th start, where n is the number of ranks, so a large treaty is
// divided among all of them. At the end the scores are added over the ranks. The order of the additions depends on the
// number of ranks, and so do the last bits of the scores.

#include "analysis/betweenness.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include <boost/mpi/collectives.hpp>

#include "graph/topology.h"

namespace treatygraph::analysis {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// The dependencies from own words to own words, each pair once and without loops, with the vertices numbered densely.
class Pairs {
 public:
  explicit Pairs(const Part& part) : part_(part), number_(part.size()) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      number_[i] = static_cast<std::uint32_t>(nodes_.size());
      if (part.has_own_words(part.node(i))) nodes_.push_back(part.node(i));
    }
    for (const auto node : nodes_) add_from(node);
  }

  /// The nodes with own words; the position in it is the vertex.
  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  [[nodiscard]] std::size_t size() const { return edges_.size(); }
  [[nodiscard]] OutCsr graph() const {
    return {boost::edges_are_sorted, edges_.begin(), edges_.end(), static_cast<std::uint32_t>(nodes_.size()),
            static_cast<std::uint32_t>(edges_.size())};
  }

 private:
  /// Adds the pairs of one node: its references and those of the provisions that contain it, whose words are read with
  /// it. A reference to a provision is a pair with each of the own words that are read with the target.
  void add_from(NodeId node) {
    if (!part_.is_provision(node)) return;
    const auto first = static_cast<std::ptrdiff_t>(edges_.size());
    const auto over = [&](NodeId words) {
      for (const auto hop : part_.references(words)) {
        if (part_.is_provision(hop.node)) {
          part_.each_read(hop.node, [&](NodeId read) { add(node, read); });
        } else {
          add(node, hop.node);
        }
      }
    };
    over(node);
    part_.each_introduction(node, over);
    std::sort(edges_.begin() + first, edges_.end());
    edges_.erase(std::unique(edges_.begin() + first, edges_.end()), edges_.end());
  }
  void add(NodeId from, NodeId to) {
    if (from != to && part_.has_own_words(to)) edges_.emplace_back(number_[part_.at(from)], number_[part_.at(to)]);
  }

  const Part& part_;
  std::vector<std::uint32_t> number_;  ///< by position in the part: the vertex
  std::vector<NodeId> nodes_;
  std::vector<Edge> edges_;
};

/// Brandes's algorithm from one start at a time. The cost of a start is linear in the edges that it reaches: distance_
/// is reset only where the search was.
class Brandes {
 public:
  explicit Brandes(const OutCsr& graph)
      : graph_(graph),
        distance_(boost::num_vertices(graph), kFar),
        paths_(distance_.size()),
        dependency_(distance_.size()),
        scores_(distance_.size()) {}

  void add_paths_from(std::uint32_t start) {
    search(start);
    for (auto i = order_.size(); i-- > 1;) {
      add_dependency(order_[i]);
      scores_[order_[i]] += dependency_[order_[i]];
    }
    for (const auto vertex : order_) distance_[vertex] = kFar;
  }
  [[nodiscard]] const std::vector<double>& scores() const { return scores_; }

 private:
  static constexpr std::uint32_t kFar = 0xffff'ffff;

  [[nodiscard]] std::span<const std::uint32_t> next_of(std::uint32_t vertex) const {
    const auto* starts = graph_.m_forward.m_rowstart.data();
    return std::span(graph_.m_forward.m_column).subspan(starts[vertex], starts[vertex + 1] - starts[vertex]);
  }
  /// Breadth-first search. Sets order_ to the reached vertices, nearest first, and counts the shortest paths to each.
  void search(std::uint32_t start) {
    order_.assign(1, start);
    distance_[start] = 0;
    paths_[start] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const auto from = order_[i];
      for (const auto to : next_of(from)) {
        if (distance_[to] == kFar) {
          distance_[to] = distance_[from] + 1;
          paths_[to] = 0;
          order_.push_back(to);
        }
        if (distance_[to] == distance_[from] + 1) paths_[to] += paths_[from];
      }
    }
  }
  /// The share of the start's shortest paths that go on through `vertex`. Vertices further away must be done before.
  void add_dependency(std::uint32_t vertex) {
    double through = 0;
    for (const auto to : next_of(vertex)) {
      if (distance_[to] == distance_[vertex] + 1) through += (1 + dependency_[to]) * paths_[vertex] / paths_[to];
    }
    dependency_[vertex] = through;
  }

  const OutCsr& graph_;
  std::vector<std::uint32_t> distance_;  ///< kFar if the search from this start has not reached it
  std::vector<double> paths_;            ///< shortest paths from the start: a double, because there may be very many
  std::vector<double> dependency_;       ///< of this start
  std::vector<double> scores_;
  std::vector<std::uint32_t> order_;  ///< reached vertices, by distance
};

}  // namespace

Betweenness betweenness_of(const Ranks& ranks, const Graph& graph) {
  const Part all(graph, {NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())}});
  const Pairs pairs(all);
  const auto csr = pairs.graph();
  Brandes brandes(csr);
  const auto count = static_cast<std::uint32_t>(pairs.nodes().size());
  for (auto start = static_cast<std::uint32_t>(ranks.rank()); start < count;
       start += static_cast<std::uint32_t>(ranks.count())) {
    brandes.add_paths_from(start);
  }
  std::vector<double> scores(count);
  boost::mpi::all_reduce(ranks.world(), brandes.scores().data(), static_cast<int>(count), scores.data(),
                         std::plus<double>());
  Betweenness found{std::vector<double>(graph.node_count()), pairs.size()};
  for (std::uint32_t i = 0; i < count; ++i) found.scores[index_of(pairs.nodes()[i])] = scores[i];
  return found;
}

}  // namespace treatygraph::analysis
