#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/topology.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/random/linear_congruential.hpp>

#include "queries/formats/layout/one_piece.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

constexpr double kSpace = 130;          // the side of the square that a node has, at the least
constexpr double kMostSteps = 100'000;  // rounds times nodes
constexpr double kMostRounds = 200;
constexpr double kFewestRounds = 20;

using Topology = boost::rectangle_topology<boost::minstd_rand>;
using Points = std::vector<Topology::point_type>;
using Springs = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// The hub in the middle, around it in rings what is one hop away, two hops, and so on.
Points rings_around_hub(const Neighbours& neighbours, double width) {
  const auto by_degree = [](const auto& left, const auto& right) { return left.size() < right.size(); };
  const auto hub = std::ranges::max_element(neighbours, by_degree) - neighbours.begin();
  std::vector<int> ring_of(neighbours.size(), -1);
  std::vector<std::uint32_t> order{static_cast<std::uint32_t>(hub)};
  ring_of[order.front()] = 0;
  std::vector<std::size_t> in_ring{1};
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const auto other : neighbours[order[next]]) {
      if (ring_of[other] >= 0) continue;
      ring_of[other] = ring_of[order[next]] + 1;
      order.push_back(other);
      in_ring.resize(std::max<std::size_t>(in_ring.size(), static_cast<std::size_t>(ring_of[other]) + 1));
      ++in_ring.back();
    }
  }
  Points points(neighbours.size());
  std::size_t placed = 0;
  for (std::size_t i = 0, ring = 0; i < order.size(); ++i, ++placed) {
    if (ring != static_cast<std::size_t>(ring_of[order[i]])) placed = 0;
    ring = static_cast<std::size_t>(ring_of[order[i]]);
    const double angle = 2 * std::numbers::pi * static_cast<double>(placed) / static_cast<double>(in_ring[ring]);
    const double radius = 0.45 * width * static_cast<double>(ring) / static_cast<double>(in_ring.size());
    points[order[i]][0] = radius * std::cos(angle);
    points[order[i]][1] = radius * std::sin(angle);
  }
  return points;
}

/// How far nodes may move in each round: less and less. Boost.Graph asks once a round, and so is the budget.
class Cooling {
 public:
  /// `first` as a distance, `rounds` as a number of them.
  Cooling(double first, std::size_t rounds, std::size_t work) : cooling_(rounds, first), work_(work) {}
  double operator()() {
    BudgetInForce::spend(work_);
    return cooling_();
  }

 private:
  boost::linear_cooling<double> cooling_;
  std::size_t work_;
};

Springs springs_in(const Neighbours& neighbours) {
  Springs springs(neighbours.size());
  for (std::uint32_t node = 0; node < neighbours.size(); ++node) {
    for (const auto other : neighbours[node]) {
      if (node < other) boost::add_edge(node, other, springs);
    }
  }
  return springs;
}

}  // namespace

std::vector<Position> forced(const DrawingPlan& plan) {
  const auto count = static_cast<double>(plan.node_count);
  const double width = kSpace * std::sqrt(count);
  const auto neighbours = neighbours_in(plan);
  auto points = rings_around_hub(neighbours, width);
  const auto springs = springs_in(neighbours);
  boost::minstd_rand random(1);  // for nodes that stand in one place
  const Topology plane(random, -width / 2, -width / 2, width / 2, width / 2);
  const auto point_of = boost::make_iterator_property_map(points.begin(), boost::get(boost::vertex_index, springs));
  const double rounds = std::clamp(kMostSteps / count, kFewestRounds, kMostRounds);
  boost::fruchterman_reingold_force_directed_layout(
      springs, point_of, plane,
      boost::cooling(Cooling(width / 10, static_cast<std::size_t>(rounds), 16 * (plan.node_count + plan.edges.size())))
          .force_pairs(boost::make_grid_force_pairs(plane, point_of, springs)));
  std::vector<Position> positions;
  for (const auto& point : points) positions.push_back({point[0], point[1]});
  return positions;
}

}  // namespace treatygraph::queries::formats
