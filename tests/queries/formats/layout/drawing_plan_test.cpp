#include "queries/formats/layout/drawing_plan.h"

#include <cmath>
#include <set>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph::queries::formats {
namespace {

using testing::Random;

DrawingPlan random_plan(Random& random) {
  DrawingPlan plan;
  plan.node_count = 1 + random.below(60);
  for (auto edges = random.below(2 * plan.node_count); edges > 0; --edges) {
    plan.edges.emplace_back(static_cast<std::uint32_t>(random.below(plan.node_count)),
                            static_cast<std::uint32_t>(random.below(plan.node_count)));
  }
  return plan;
}

std::set<std::pair<double, double>> places(const std::vector<Position>& positions) {
  std::set<std::pair<double, double>> all;
  for (const auto& [x, y] : positions) all.emplace(x, y);
  return all;
}

class LayoutOf : public ::testing::TestWithParam<LayoutKind> {};

TEST_P(LayoutOf, three_hundred_random_graphs_is_the_same_again_and_puts_no_two_nodes_in_one_place) {
  Random random(11);
  for (int round = 0; round < 300; ++round) {
    const auto plan = random_plan(random);
    const auto positions = positions_of(plan, GetParam());
    ASSERT_EQ(positions.size(), plan.node_count);
    EXPECT_EQ(positions, positions_of(plan, GetParam()));
    EXPECT_EQ(places(positions).size(), plan.node_count) << "round " << round;
    for (const auto& [x, y] : positions) EXPECT_TRUE(std::isfinite(x) && std::isfinite(y));
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, LayoutOf, ::testing::Values(LayoutKind::Layered, LayoutKind::Force));

TEST(LayeredLayout, puts_what_is_further_away_further_right) {
  const auto positions = positions_of({4, {{0, 1}, {1, 2}, {0, 3}}, {}}, LayoutKind::Layered);
  EXPECT_LT(positions[0].x, positions[1].x);
  EXPECT_EQ(positions[1].x, positions[3].x);
  EXPECT_LT(positions[1].x, positions[2].x);
}

TEST(ForceLayout, puts_what_is_connected_nearer_than_what_is_not) {
  // Two triangles that one edge joins.
  const auto positions =
      positions_of({6, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {0, 3}}, {}}, LayoutKind::Force);
  const auto distance = [&](std::size_t a, std::size_t b) {
    return std::hypot(positions[a].x - positions[b].x, positions[a].y - positions[b].y);
  };
  EXPECT_LT(distance(1, 2), distance(1, 4));
  EXPECT_LT(distance(4, 5), distance(2, 5));
}

}  // namespace
}  // namespace treatygraph::queries::formats
