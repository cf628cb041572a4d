#include "analysis/betweenness.h"

// The headers of the Parallel BGL of Boost 1.74 compile in this order alone, after <map>.
// clang-format off
#include <map>
#include <boost/graph/use_mpi.hpp>
#include <boost/graph/parallel/container_traits.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/distributed/mpi_process_group.hpp>
#include <boost/graph/distributed/adjacency_list.hpp>
#include <boost/graph/distributed/betweenness_centrality.hpp>
// clang-format on

#include <algorithm>
#include <stack>
#include <utility>

#include "graph/topology.h"

namespace treatygraph::analysis {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Dependencies from own words to own words: every pair once, without loops.
class Pairs {
 public:
  explicit Pairs(const Part& part) : part_(part), number_(part.size()) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      number_[i] = static_cast<std::uint32_t>(nodes_.size());
      if (part.has_own_words(part.node(i))) nodes_.push_back(part.node(i));
    }
    for (const auto node : nodes_) add_from(node);
  }

  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  [[nodiscard]] std::size_t size() const { return edges_.size(); }
  [[nodiscard]] OutCsr graph() const {
    return {boost::edges_are_sorted, edges_.begin(), edges_.end(), static_cast<std::uint32_t>(nodes_.size()),
            static_cast<std::uint32_t>(edges_.size())};
  }

 private:
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
  std::vector<std::uint32_t> number_;
  std::vector<NodeId> nodes_;
  std::vector<Edge> edges_;
};

std::vector<double> brandes(const boost::mpi::communicator& world, const OutCsr& graph) {
  using Incoming = std::vector<boost::graph_traits<OutCsr>::edge_descriptor>;
  const auto index = boost::get(boost::vertex_index, graph);
  const auto count = boost::num_vertices(graph);
  std::vector<double> scores(count);
  if (count == 0) return scores;
  std::vector<Incoming> incoming(count);
  std::vector<double> distances(count);
  std::vector<double> dependencies(count);
  std::vector<double> path_counts(count);
  const auto map_of = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
  const boost::graph::distributed::mpi_process_group group(world);
  boost::non_distributed_brandes_betweenness_centrality(group, graph, map_of(scores), boost::dummy_property_map(),
                                                        map_of(incoming), map_of(distances), map_of(dependencies),
                                                        map_of(path_counts), index, std::stack<std::uint32_t>());
  return scores;
}

}  // namespace

Betweenness betweenness_of(const Ranks& ranks, const Graph& graph) {
  const Part all(graph, {NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())}});
  const Pairs pairs(all);
  const auto scores = brandes(ranks.world(), pairs.graph());
  Betweenness found{std::vector<double>(graph.node_count()), pairs.size()};
  for (std::size_t i = 0; i < scores.size(); ++i) found.scores[index_of(pairs.nodes()[i])] = scores[i];
  return found;
}

}  // namespace treatygraph::analysis
