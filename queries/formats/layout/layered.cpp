// The steps of Sugiyama, Tagawa and Toda (1981), simplified: assign layers, order the nodes within each layer so that
// few edges cross, place them. Edges are not routed around nodes, and cycles are not reversed, because layers are
// distances from the start and not topological levels.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "queries/formats/layout/one_piece.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

constexpr double kBetweenLayers = 260;
constexpr double kBetweenColumns = 190;  // of one layer, in pixels
constexpr double kBetweenRows = 56;
constexpr int kSweeps = 8;                       // through all layers, there and back
constexpr std::size_t kShortestFullColumn = 12;  // nodes; shorter layers always fit into one column
constexpr auto kUnknown = std::numeric_limits<std::uint32_t>::max();

using Layers = std::vector<std::vector<std::uint32_t>>;

/// Gives each node without a layer the layer after that of the node from which it is reached first. `queue` has the
/// nodes with known layers, lowest layer first.
void spread(const Neighbours& ways, std::vector<std::uint32_t>& layer_of, std::vector<std::uint32_t> queue) {
  for (std::size_t next = 0; next < queue.size(); ++next) {
    BudgetInForce::spend(1 + ways[queue[next]].size());
    for (const auto other : ways[queue[next]]) {
      if (layer_of[other] != kUnknown) continue;
      layer_of[other] = layer_of[queue[next]] + 1;
      queue.push_back(other);
    }
  }
}

/// The edges by source, and how many edges end at each node.
struct Arrows {
  Neighbours out;
  std::vector<std::uint32_t> ending;  ///< in-degree
};

Arrows arrows_in(const DrawingPlan& plan) {
  Arrows arrows{Neighbours(plan.node_count), std::vector<std::uint32_t>(plan.node_count)};
  for (const auto& [from, to] : plan.edges) {
    if (from == to) continue;
    arrows.out[from].push_back(to);
    ++arrows.ending[to];
  }
  return arrows;
}

/// Layers by hops along the edges from nodes without incoming edges. A cycle that cannot be reached from such nodes is
/// entered at its first node.
std::vector<std::uint32_t> layers_by_arrows(const DrawingPlan& plan) {
  const auto arrows = arrows_in(plan);
  std::vector<std::uint32_t> layer_of(plan.node_count, kUnknown);
  std::vector<std::uint32_t> sources;
  for (std::uint32_t node = 0; node < plan.node_count; ++node) {
    if (arrows.ending[node] > 0) continue;
    layer_of[node] = 0;
    sources.push_back(node);
  }
  spread(arrows.out, layer_of, std::move(sources));
  for (std::uint32_t node = 0; node < plan.node_count; ++node) {
    if (layer_of[node] != kUnknown) continue;
    layer_of[node] = 0;
    spread(arrows.out, layer_of, {node});
  }
  return layer_of;
}

/// The layers that the plan gives; nodes without one get theirs from neighbours. Without any, the edges decide.
std::vector<std::uint32_t> layers_of(const DrawingPlan& plan, const Neighbours& neighbours) {
  std::vector<std::uint32_t> layer_of(plan.node_count, kUnknown);
  std::vector<std::uint32_t> known;
  for (std::uint32_t node = 0; node < plan.layers.size(); ++node) {
    if (!plan.layers[node]) continue;
    layer_of[node] = *plan.layers[node];
    known.push_back(node);
  }
  if (known.empty()) return layers_by_arrows(plan);
  std::ranges::stable_sort(known, {}, [&](auto node) { return layer_of[node]; });
  spread(neighbours, layer_of, std::move(known));
  return layer_of;
}

/// The nodes of each layer. Empty layers are removed.
Layers grouped(const std::vector<std::uint32_t>& layer_of) {
  Layers layers(layer_of.empty() ? 0 : *std::ranges::max_element(layer_of) + 1);
  for (std::uint32_t node = 0; node < layer_of.size(); ++node) layers[layer_of[node]].push_back(node);
  std::erase_if(layers, [](const auto& layer) { return layer.empty(); });
  return layers;
}

/// The position of a node in its layer, from 0 to 1, comparable between layers of different sizes.
using Heights = std::vector<double>;

/// Places in the layer's current order.
void measure(const std::vector<std::uint32_t>& layer, Heights& height) {
  for (std::size_t i = 0; i < layer.size(); ++i) {
    height[layer[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(layer.size());
  }
}

/// Moves each node of the layer to the mean of its neighbours in other layers; nodes without any stay.
void order_by_neighbours(std::vector<std::uint32_t>& layer, const Neighbours& neighbours,
                         const std::vector<std::uint32_t>& layer_of, Heights& height) {
  std::vector<std::pair<double, std::uint32_t>> wished;
  for (const auto node : layer) {
    BudgetInForce::spend(1 + neighbours[node].size());
    double sum = 0;
    std::size_t count = 0;
    for (const auto other : neighbours[node]) {
      if (layer_of[other] == layer_of[node]) continue;
      sum += height[other];
      ++count;
    }
    wished.emplace_back(count == 0 ? height[node] : sum / static_cast<double>(count), node);
  }
  std::ranges::stable_sort(wished, {}, &std::pair<double, std::uint32_t>::first);
  for (std::size_t i = 0; i < layer.size(); ++i) layer[i] = wished[i].second;
  measure(layer, height);
}

/// Sweeps down and up: each layer is ordered by what the layers before have become.
void cross_fewer(Layers& layers, const Neighbours& neighbours, const std::vector<std::uint32_t>& layer_of) {
  Heights height(layer_of.size());
  for (const auto& layer : layers) measure(layer, height);
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const auto order = [&](auto& layer) { order_by_neighbours(layer, neighbours, layer_of, height); };
    std::for_each(layers.begin(), layers.end(), order);
    std::for_each(layers.rbegin(), layers.rend(), order);
  }
}

/// The most nodes of a column: about twice the side of a square of all nodes. Longer columns would make the drawing a
/// ribbon.
std::size_t longest_column(std::size_t node_count) {
  const auto side = static_cast<std::size_t>(std::ceil(2 * std::sqrt(static_cast<double>(node_count))));
  return std::max(kShortestFullColumn, side);
}

/// Centres a column vertically; the column to its right is half a row lower, so that edges pass between nodes.
void place_column(std::span<const std::uint32_t> column, double x, double lower, std::vector<Position>& positions) {
  const double top = -kBetweenRows * (static_cast<double>(column.size()) - 1) / 2 + lower;
  for (std::size_t i = 0; i < column.size(); ++i) {
    positions[column[i]] = {x, top + kBetweenRows * static_cast<double>(i)};
  }
}

/// Lays out a layer in columns and returns its right end. Adjacent nodes go to adjacent columns, which keeps them
/// close.
double place_layer(std::span<const std::uint32_t> layer, double x, std::size_t longest,
                   std::vector<Position>& positions) {
  const auto columns = (layer.size() + longest - 1) / longest;
  for (std::size_t column = 0; column < columns; ++column) {
    std::vector<std::uint32_t> in_column;
    for (auto i = column; i < layer.size(); i += columns) in_column.push_back(layer[i]);
    const double lower = kBetweenRows * static_cast<double>(column) / static_cast<double>(columns);
    place_column(in_column, x + kBetweenColumns * static_cast<double>(column), lower, positions);
  }
  return x + kBetweenColumns * static_cast<double>(columns - 1);
}

}  // namespace

std::vector<Position> layered(const DrawingPlan& plan) {
  const auto neighbours = neighbours_in(plan);
  const auto layer_of = layers_of(plan, neighbours);
  auto layers = grouped(layer_of);
  cross_fewer(layers, neighbours, layer_of);
  std::vector<Position> positions(plan.node_count);
  const auto longest = longest_column(plan.node_count);
  double x = 0;
  for (const auto& layer : layers) x = place_layer(layer, x, longest, positions) + kBetweenLayers;
  return positions;
}

}  // namespace treatygraph::queries::formats
