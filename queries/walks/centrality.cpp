// Centralities computed by Boost.Graph. Its algorithms cannot be cancelled, so the budget is checked where they call
// back: page rank calls its end condition after each round, and Brandes's algorithm writes through a property map. When
// the budget is spent, the callback throws BudgetSpent, which centrality_of() turns into an error.

#include "queries/walks/centrality.h"

#include <cmath>
#include <functional>
#include <numeric>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>

#include "queries/walks/page_rank.h"

namespace treatygraph::queries {
namespace {

/// Thrown through Boost.Graph, which has no cancellation. Never leaves this file.
struct BudgetSpent {};

using Index = boost::property_map<OutCsr, boost::vertex_index_t>::const_type;
using Scores = boost::iterator_property_map<std::vector<double>::iterator, Index>;

Scores map_of(std::vector<double>& values, const OutCsr& graph) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

/// Ends the iteration once the ranks have settled.
class Settled {
 public:
  Settled(std::size_t vertices, std::size_t edges, Budget& budget)
      : before_(vertices), work_(vertices + edges), budget_(budget) {}

  /// Called after each round; true ends the iteration.
  template <typename RankMap>
  bool operator()(const RankMap& ranks, const OutCsr& graph) {
    if (!budget_.spend(work_)) throw BudgetSpent();
    double moved = 0;
    double sum = 0;
    for (std::size_t v = 0; v < before_.size(); ++v) {
      const double rank = get(ranks, boost::vertex(static_cast<std::uint32_t>(v), graph));
      moved += std::abs(rank - before_[v]);
      sum += rank;
      before_[v] = rank;
    }
    return ++rounds_ > kMostRounds || moved <= kSettled * sum;
  }

 private:
  std::vector<double> before_;
  std::size_t work_;
  Budget& budget_;
  int rounds_ = 0;
};

/// Boost.Graph loses the rank of vertices without edges. Dividing by the sum redistributes it equally, as PageRank is
/// defined: the two differ by that factor only.
std::vector<double> page_ranks(const OutCsr& graph, Budget& budget) {
  std::vector<double> ranks(boost::num_vertices(graph));
  std::vector<double> other(ranks.size());
  Settled settled(ranks.size(), boost::num_edges(graph), budget);
  boost::graph::page_rank(graph, map_of(ranks, graph), std::ref(settled), kDamping,
                          static_cast<std::uint32_t>(ranks.size()), map_of(other, graph));
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (auto& rank : ranks) rank /= sum;
  return ranks;
}

/// The graph has no parallel edges, so the number of incoming edges is the number of vertices that lead here.
std::vector<double> in_degrees(const OutCsr& graph) {
  std::vector<double> degrees(boost::num_vertices(graph));
  for (auto [edge, last] = boost::edges(graph); edge != last; ++edge) degrees[boost::target(*edge, graph)] += 1;
  return degrees;
}

/// A property map of scores that checks the budget on every write, which Brandes's algorithm does for every vertex and
/// start.
struct WatchedScores {
  using key_type = std::uint32_t;
  using value_type = double;
  using reference = double;
  using category = boost::read_write_property_map_tag;

  std::vector<double>* values;
  Budget* budget;

  friend double get(const WatchedScores& map, std::uint32_t vertex) { return (*map.values)[vertex]; }
  friend void put(const WatchedScores& map, std::uint32_t vertex, double value) {
    if (!map.budget->spend()) throw BudgetSpent();
    (*map.values)[vertex] = value;
  }
};

/// Betweenness by Brandes (2001) on unweighted edges, with the maps that the algorithm fills.
std::vector<double> betweennesses(const OutCsr& graph, Budget& budget) {
  using Edge = boost::graph_traits<OutCsr>::edge_descriptor;
  const auto index = boost::get(boost::vertex_index, graph);
  const auto count = boost::num_vertices(graph);
  std::vector<double> scores(count);
  std::vector<std::vector<Edge>> incoming(count);
  std::vector<std::uint32_t> distances(count);
  std::vector<double> dependencies(count);
  std::vector<double> path_counts(count);
  boost::brandes_betweenness_centrality(graph, map_of(scores, graph), boost::dummy_property_map(),
                                        boost::make_iterator_property_map(incoming.begin(), index),
                                        boost::make_iterator_property_map(distances.begin(), index),
                                        WatchedScores{&dependencies, &budget}, map_of(path_counts, graph), index);
  return scores;
}

}  // namespace

Result<std::vector<double>> centrality_of(const OutCsr& graph, Centrality by, Budget& budget) try {
  if (boost::num_vertices(graph) == 0) return std::vector<double>();
  switch (by) {
    case Centrality::InDegree:
      return in_degrees(graph);
    case Centrality::Betweenness:
      return betweennesses(graph, budget);
    case Centrality::PageRank:
      break;
  }
  return page_ranks(graph, budget);
} catch (const BudgetSpent&) {
  return fail(budget.why_stopped());
}

}  // namespace treatygraph::queries
