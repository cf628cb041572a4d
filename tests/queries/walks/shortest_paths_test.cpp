#include "queries/walks/shortest_paths.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::Oracle;
using testing::Random;

/// A space that is known only by where its entries start.
class FromItsStarts : public PathSpace {
 public:
  explicit FromItsStarts(const PathSpace& space) : space_(space) {}
  [[nodiscard]] const std::vector<NodeId>& starts() const override { return space_.starts(); }
  void steps_from(NodeId node, std::vector<Step>& steps) const override { space_.steps_from(node, steps); }

 private:
  const PathSpace& space_;
};

TEST(ShortestPaths, are_the_same_from_both_ends_and_from_the_starts_alone) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = testing::graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    const auto any = [&] { return *graph.find(random.one_of(oracle.provisions())); };
    PathRule rule;
    rule.relation = static_cast<Relation>(random.below(3));
    rule.into_divisions = random.chance(30);
    PathEnds ends{{any()}, {any()}, nullptr};
    if (random.chance(20)) ends.to.push_back(any());
    std::ranges::sort(ends.to);
    const auto space = *path_space(graph, rule, ends);
    const PathLimits limits{1 + random.below(5), 1 + random.below(8)};
    Budget budget;
    const auto paths = shortest_paths(*space, graph.node_count(), limits, budget).paths;
    EXPECT_EQ(paths, shortest_paths(FromItsStarts(*space), graph.node_count(), limits, budget).paths) << seed;
    found += paths.size();
  }
  EXPECT_GT(found, 500) << "too few to tell";
}

}  // namespace
}  // namespace treatygraph::queries
