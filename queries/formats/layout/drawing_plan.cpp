// A layout of several components at once would put them on top of each other or far apart, so each component is laid
// out alone and the results are packed like books on shelves: in rows from the largest to the smallest, about as wide
// as a square of the total area.

#include "queries/formats/layout/drawing_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "queries/formats/layout/one_piece.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

constexpr double kGap = 180;  // between components

/// The connected components, each in node order, the largest first.
std::vector<std::vector<std::uint32_t>> pieces_of(const Neighbours& neighbours) {
  std::vector<bool> seen(neighbours.size());
  std::vector<std::vector<std::uint32_t>> pieces;
  for (std::uint32_t first = 0; first < neighbours.size(); ++first) {
    if (seen[first]) continue;
    seen[first] = true;
    std::vector<std::uint32_t> piece{first};
    for (std::size_t next = 0; next < piece.size(); ++next) {
      BudgetInForce::spend(1 + neighbours[piece[next]].size());
      for (const auto other : neighbours[piece[next]]) {
        if (seen[other]) continue;
        seen[other] = true;
        piece.push_back(other);
      }
    }
    std::ranges::sort(piece);
    pieces.push_back(std::move(piece));
  }
  std::ranges::stable_sort(pieces, std::ranges::greater(), [](const auto& piece) { return piece.size(); });
  return pieces;
}

/// The plan of one component, with its nodes renumbered. `number_in_piece` is scratch space for all components.
DrawingPlan plan_of(const std::vector<std::uint32_t>& piece, const DrawingPlan& whole, const Neighbours& neighbours,
                    std::vector<std::uint32_t>& number_in_piece) {
  DrawingPlan plan;
  plan.node_count = piece.size();
  for (std::uint32_t i = 0; i < piece.size(); ++i) number_in_piece[piece[i]] = i;
  for (const auto node : piece) {
    if (!whole.layers.empty()) plan.layers.push_back(whole.layers[node]);
    for (const auto other : neighbours[node]) plan.edges.emplace_back(number_in_piece[node], number_in_piece[other]);
  }
  return plan;
}

/// The rectangle around all nodes.
struct Frame {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

Frame frame_of(const std::vector<Position>& positions) {
  const auto [left, right] = std::ranges::minmax(positions, {}, &Position::x);
  const auto [top, bottom] = std::ranges::minmax(positions, {}, &Position::y);
  return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

double rounded(double value) {
  return std::round(value * 10) / 10 + 0.0;  // no -0
}

/// Packs components in rows of at most `width`.
class Shelves {
 public:
  explicit Shelves(double width) : width_(width) {}

  /// Moves the component to free space.
  void put(std::vector<Position>& piece) {
    const auto frame = frame_of(piece);
    if (x_ > 0 && x_ + frame.width > width_) {
      x_ = 0;
      y_ += row_height_ + kGap;
      row_height_ = 0;
    }
    row_height_ = std::max(row_height_, frame.height);
    for (auto& [x, y] : piece) {
      x += x_ - frame.left;
      y += y_ - frame.top;
    }
    x_ += frame.width + kGap;
  }

 private:
  double width_;
  double x_ = 0;
  double y_ = 0;
  double row_height_ = 0;
};

/// Moves the whole drawing so that its centre is (0, 0), and rounds to a tenth of a pixel: shorter files, and the same
/// text on all machines.
void settle(std::vector<Position>& positions) {
  if (positions.empty()) return;
  const auto frame = frame_of(positions);
  for (auto& [x, y] : positions) {
    x = rounded(x - frame.left - frame.width / 2);
    y = rounded(y - frame.top - frame.height / 2);
  }
}

/// A single node needs no layout.
std::vector<Position> laid_out_piece(const DrawingPlan& plan, LayoutKind kind) {
  if (plan.node_count == 1) return std::vector<Position>(1);
  return kind == LayoutKind::Layered ? layered(plan) : forced(plan);
}

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Without loops and repetitions, in order.
std::vector<Edge> distinct_edges(const DrawingPlan& plan) {
  auto edges = plan.edges;
  std::erase_if(edges, [](const Edge& edge) { return edge.first == edge.second; });
  std::ranges::sort(edges);
  const auto doubled = std::ranges::unique(edges);
  edges.erase(doubled.begin(), doubled.end());
  return edges;
}

}  // namespace

Neighbours neighbours_in(const DrawingPlan& plan) {
  Neighbours neighbours(plan.node_count);
  for (const auto& [from, to] : distinct_edges(plan)) {
    neighbours[from].push_back(to);
    neighbours[to].push_back(from);
  }
  for (auto& others : neighbours) {
    std::ranges::sort(others);
    const auto doubled = std::ranges::unique(others);
    others.erase(doubled.begin(), doubled.end());
  }
  return neighbours;
}

std::vector<Position> positions_of(const DrawingPlan& plan, LayoutKind kind) {
  const auto pieces = pieces_of(neighbours_in(plan));
  Neighbours out(plan.node_count);
  for (const auto& [from, to] : distinct_edges(plan)) out[from].push_back(to);
  std::vector<std::vector<Position>> laid_out;
  std::vector<std::uint32_t> number_in_piece(plan.node_count);
  double area = 0;
  for (const auto& piece : pieces) {
    const auto part = plan_of(piece, plan, out, number_in_piece);
    laid_out.push_back(laid_out_piece(part, kind));
    const auto frame = frame_of(laid_out.back());
    area += (frame.width + kGap) * (frame.height + kGap);
  }
  // Slightly wider than high, as screens are.
  Shelves shelves(1.2 * std::sqrt(area));
  std::vector<Position> positions(plan.node_count);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    shelves.put(laid_out[i]);
    for (std::size_t j = 0; j < pieces[i].size(); ++j) positions[pieces[i][j]] = laid_out[i][j];
  }
  settle(positions);
  return positions;
}

Position position_in_spiral(std::size_t number) {
  // The golden angle, pi (3 - sqrt 5), puts each node into the largest gap (Vogel 1979).
  constexpr double kGoldenAngle = std::numbers::pi * (3 - 2.2360679774997896);
  const double radius = 60 * std::sqrt(static_cast<double>(number));
  const double angle = kGoldenAngle * static_cast<double>(number);
  return {rounded(radius * std::cos(angle)), rounded(radius * std::sin(angle))};
}

}  // namespace treatygraph::queries::formats
