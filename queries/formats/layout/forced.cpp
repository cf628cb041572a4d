// Stress is the sum over pairs of nodes of the squared difference between their distance on screen and in the graph,
// weighted by the inverse square of the latter. Stochastic gradient descent (Zheng, Pawar and Goodman 2018) moves one
// pair at a time, in random order, with a step that shrinks from round to round; it needs few rounds and does not
// depend on a good start.
//
// All pairs of n nodes are too many for large graphs, so those use the pairs of neighbours and those with some pivots.
// The random numbers have a fixed seed, and the shuffle is written here, so equal graphs get equal drawings everywhere.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "queries/formats/layout/one_piece.h"
#include "queries/formats/layout/separate.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

constexpr double kHop = 110;                 // pixels between neighbours
constexpr double kSpace = 75;                // minimum size of a node's square
constexpr std::size_t kMostPairs = 600'000;  // about 1,100 nodes if all pairs are used
constexpr std::size_t kFewestPivots = 8;     // for graphs in which kMostPairs would allow fewer
constexpr int kRounds = 15;                  // of all springs
constexpr double kLastStep = 0.1;            // the step of the last round, in units of the weight

/// A pair of nodes and its target distance in hops.
struct Spring {
  std::uint32_t from;
  std::uint32_t to;
  double hops;
};

/// Distances in hops from one node to every other (breadth-first).
std::vector<std::uint32_t> hops_from(std::uint32_t node, const Neighbours& neighbours) {
  constexpr auto kUnknown = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> hops(neighbours.size(), kUnknown);
  std::vector<std::uint32_t> queue{node};
  hops[node] = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (const auto other : neighbours[queue[next]]) {
      if (hops[other] != kUnknown) continue;
      hops[other] = hops[queue[next]] + 1;
      queue.push_back(other);
    }
  }
  BudgetInForce::spend(queue.size());
  return hops;
}

/// One spring for each pair.
std::vector<Spring> all_springs(const Neighbours& neighbours) {
  std::vector<Spring> springs;
  springs.reserve(neighbours.size() * neighbours.size() / 2);
  for (std::uint32_t from = 0; from < neighbours.size(); ++from) {
    const auto hops = hops_from(from, neighbours);
    for (auto to = from + 1; to < neighbours.size(); ++to) springs.push_back({from, to, static_cast<double>(hops[to])});
  }
  return springs;
}

/// Springs between neighbours, and from each of some distant pivots to all nodes. Each new pivot is the node farthest
/// from the earlier ones.
std::vector<Spring> springs_to_pivots(const Neighbours& neighbours) {
  std::vector<Spring> springs;
  for (std::uint32_t from = 0; from < neighbours.size(); ++from) {
    for (const auto to : neighbours[from]) {
      if (from < to) springs.push_back({from, to, 1});
    }
  }
  const auto pivots = std::max(kFewestPivots, kMostPairs / neighbours.size());
  std::vector<std::uint32_t> nearest(neighbours.size(), static_cast<std::uint32_t>(-1));
  std::uint32_t pivot = 0;
  for (std::size_t i = 0; i < pivots; ++i) {
    const auto hops = hops_from(pivot, neighbours);
    for (std::uint32_t to = 0; to < neighbours.size(); ++to) {
      if (hops[to] > 1) springs.push_back({pivot, to, static_cast<double>(hops[to])});
      nearest[to] = std::min(nearest[to], hops[to]);
    }
    pivot = static_cast<std::uint32_t>(std::ranges::max_element(nearest) - nearest.begin());
  }
  return springs;
}

/// Fisher-Yates. Written here, because std::shuffle may give another order in another standard library.
void shuffle(std::vector<Spring>& springs, std::minstd_rand& random) {
  for (auto i = springs.size(); i > 1; --i) std::swap(springs[i - 1], springs[random() % i]);
}

/// Moves both ends towards their target distance, at most the whole way.
void relax(const Spring& spring, double step, std::vector<Position>& positions) {
  auto& from = positions[spring.from];
  auto& to = positions[spring.to];
  const double x = from.x - to.x;
  const double y = from.y - to.y;
  const double length = std::max(std::sqrt(x * x + y * y), 1e-6);
  // The weight of the pair is 1 / hops²; a step times the weight above 1 would overshoot.
  const double share = std::min(1.0, step / (spring.hops * spring.hops)) * (length - spring.hops) / (2 * length);
  from.x -= share * x;
  from.y -= share * y;
  to.x += share * x;
  to.y += share * y;
}

/// The positions after all rounds, in hops.
std::vector<Position> relaxed(std::vector<Spring> springs, std::size_t node_count) {
  std::vector<Position> positions;
  for (std::size_t node = 0; node < node_count; ++node) {
    // Any start without two nodes at one place will do.
    const auto [x, y] = position_in_spiral(node + 1);
    positions.push_back({x / kHop, y / kHop});
  }
  // The first step moves even the weakest pair the whole way, the last moves neighbours a tenth of it; in between it
  // shrinks exponentially.
  const double longest = std::ranges::max_element(springs, {}, &Spring::hops)->hops;
  const double first = longest * longest;
  const double cooling = std::log(kLastStep / first) / (kRounds - 1);
  std::minstd_rand random(1);
  for (int round = 0; round < kRounds; ++round) {
    BudgetInForce::spend(springs.size());
    shuffle(springs, random);
    const double step = first * std::exp(cooling * round);
    for (const auto& spring : springs) relax(spring, step, positions);
  }
  return positions;
}

/// Scales to pixels: a hop has the length kHop, or more if that many nodes need more room.
void scale(std::vector<Position>& positions) {
  double x = 0;
  double y = 0;
  double squares = 0;
  for (const auto& position : positions) {
    x += position.x;
    y += position.y;
    squares += position.x * position.x + position.y * position.y;
  }
  const auto count = static_cast<double>(positions.size());
  const double spread = std::max(0.1, (squares - (x * x + y * y) / count) / count);
  const double area = 2 * std::numbers::pi * spread;  // for an evenly filled disc with the same spread
  const double factor = std::max(kHop, kSpace * std::sqrt(count / area));
  for (auto& position : positions) position = {position.x * factor, position.y * factor};
}

}  // namespace

std::vector<Position> forced(const DrawingPlan& plan) {
  const auto neighbours = neighbours_in(plan);
  const bool has_all = plan.node_count * plan.node_count / 2 <= kMostPairs;
  auto positions = relaxed(has_all ? all_springs(neighbours) : springs_to_pivots(neighbours), plan.node_count);
  scale(positions);
  separate(positions);
  return positions;
}

}  // namespace treatygraph::queries::formats
