#include "queries/walks/meeting_search.h"

#include <queue>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::Optional;
using testing::Random;
using ::testing::SizeIs;
using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

OutCsr symmetric(std::size_t nodes, const Edges& one_way) {
  Edges edges;
  for (const auto& [a, b] : one_way) {
    edges.emplace_back(a, b);
    edges.emplace_back(b, a);
  }
  std::ranges::sort(edges);
  return OutCsr(boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(nodes),
                static_cast<std::uint32_t>(edges.size()));
}

/// Hops from `from` to every node by the definition: -1 where there is no path.
std::vector<int> distances(const OutCsr& csr, std::uint32_t from) {
  std::vector<int> distance(boost::num_vertices(csr), -1);
  std::queue<std::uint32_t> queue({from});
  for (distance[from] = 0; !queue.empty(); queue.pop()) {
    for (auto [next, last] = boost::adjacent_vertices(queue.front(), csr); next != last; ++next) {
      if (distance[*next] >= 0) continue;
      distance[*next] = distance[queue.front()] + 1;
      queue.push(*next);
    }
  }
  return distance;
}

bool is_connected(const OutCsr& csr, const std::vector<std::uint32_t>& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const auto [first, last] = boost::adjacent_vertices(path[i], csr);
    if (std::find(first, last, path[i + 1]) == last) return false;
  }
  return true;
}

TEST(MeetingSearch, finds_a_shortest_path_wherever_there_is_one) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto nodes = 2 + random.below(40);
    Edges edges;
    for (auto i = random.below(2 * nodes); i > 0; --i) {
      edges.emplace_back(random.below(nodes), random.below(nodes));
    }
    const auto csr = symmetric(nodes, edges);
    const auto from = static_cast<std::uint32_t>(random.below(nodes));
    const auto expected = distances(csr, from);
    for (std::uint32_t to = 0; to < nodes; ++to) {
      Budget budget;
      const auto path = shortest_connection(csr, from, to, 100, budget);
      ASSERT_EQ(path.has_value(), expected[to] >= 0);
      if (!path) continue;
      ASSERT_THAT(*path, SizeIs(static_cast<std::size_t>(expected[to]) + 1));
      ASSERT_EQ(path->front(), from);
      ASSERT_EQ(path->back(), to);
      ASSERT_TRUE(is_connected(csr, *path));
    }
  }
}

TEST(MeetingSearch, keeps_to_the_length_that_was_asked_for) {
  const auto csr = symmetric(4, {{0, 1}, {1, 2}, {2, 3}});
  Budget budget;
  EXPECT_FALSE(shortest_connection(csr, 0, 3, 2, budget));
  EXPECT_THAT(shortest_connection(csr, 0, 3, 3, budget), Optional(SizeIs(4)));
}

}  // namespace
}  // namespace treatygraph::queries
