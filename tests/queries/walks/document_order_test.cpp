#include "queries/walks/document_order.h"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::Random;

TEST(DocumentOrder, sorts_whatever_a_walk_has_met) {
  constexpr auto kRanges = std::to_array<std::uint32_t>({1, 2, 127, 128, 129, 4'000, 70'000, 3'000'000, 0xffffffff});
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    Random random(seed);
    const auto range = random.one_of(kRanges);
    const auto first = static_cast<std::uint32_t>(random.below(0xffffffffU - range + 1ULL));
    std::vector<SubgraphNode> nodes(random.below(200));
    for (auto& [node, depth] : nodes) {
      node = NodeId{first + static_cast<std::uint32_t>(random.below(range))};
      depth = static_cast<std::uint32_t>(random.below(17));
    }
    const auto expected = nodes;
    into_document_order(nodes);
    ASSERT_TRUE(std::ranges::is_sorted(nodes, {}, &SubgraphNode::node)) << seed;
    ASSERT_TRUE(std::ranges::is_permutation(nodes, expected)) << seed;
  }
}

}  // namespace
}  // namespace treatygraph::queries
