#include "queries/walks/dominators.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::Random;
using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

OutCsr graph_of(std::uint32_t vertices, Edges edges) {
  std::ranges::sort(edges);
  return {boost::edges_are_sorted, edges.begin(), edges.end(), vertices, static_cast<std::uint32_t>(edges.size())};
}

std::vector<std::uint32_t> dominators_in(const OutCsr& graph, std::uint32_t root) {
  Budget budget;
  return immediate_dominators(graph, root, budget).value();
}

TEST(Dominators, are_the_last_that_every_way_passes) {
  const auto diamond = graph_of(5, {{0, 1}, {1, 2}, {1, 3}, {2, 4}, {3, 4}, {4, 1}});
  EXPECT_THAT(dominators_in(diamond, 0), ElementsAre(0, 0, 1, 1, 1));
}

TEST(Dominators, of_what_the_root_does_not_lead_to_are_the_root) {
  EXPECT_THAT(dominators_in(graph_of(3, {{2, 1}, {1, 0}}), 1), ElementsAre(1, 1, 1));
}

/// What `root` leads to without passing `without`.
std::set<std::uint32_t> led_to(const Edges& edges, std::uint32_t root, std::uint32_t without) {
  std::set<std::uint32_t> found;
  if (root != without) found.insert(root);
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [from, to] : edges) {
      if (found.contains(from) && to != without) grew |= found.insert(to).second;
    }
  }
  return found;
}

TEST(Dominators, equal_leaving_each_vertex_out_on_random_graphs) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Random random(seed);
    const auto vertices = static_cast<std::uint32_t>(2 + random.below(12));
    Edges edges;
    for (std::size_t i = 0; i < random.below(3 * vertices); ++i) {
      edges.emplace_back(random.below(vertices), random.below(vertices));
    }
    const auto dominators = dominators_in(graph_of(vertices, edges), 0);
    for (const auto vertex : led_to(edges, 0, vertices)) {
      if (vertex == 0) continue;
      std::set<std::uint32_t> plain = {0};
      for (std::uint32_t other = 1; other < vertices; ++other) {
        if (other != vertex && !led_to(edges, 0, other).contains(vertex)) plain.insert(other);
      }
      std::set<std::uint32_t> chain;
      for (auto at = vertex; at != 0; at = dominators[at]) chain.insert(dominators[at]);
      ASSERT_EQ(chain, plain) << seed << " " << vertex;
    }
  }
}

TEST(Dominators, of_a_chain_of_half_a_million_need_no_deep_stack) {
  constexpr std::uint32_t kLength = 500'000;
  Edges edges;
  for (std::uint32_t i = 1; i < kLength; ++i) {
    edges.emplace_back(i - 1, i);
    edges.emplace_back(i, i / 2);  // and back, so that paths are compressed
  }
  const auto dominators = dominators_in(graph_of(kLength, edges), 0);
  for (std::uint32_t i = 1; i < kLength; ++i) ASSERT_EQ(dominators[i], i - 1);
}

}  // namespace
}  // namespace treatygraph::queries
