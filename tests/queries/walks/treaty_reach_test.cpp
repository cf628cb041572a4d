#include "queries/walks/treaty_reach.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;

bool leads(const Graph& graph, std::string_view from, std::string_view to) {
  const TreatyReach reach(graph);
  return reach.leads(*graph.find(from), reach.destination(graph, *graph.find(to)));
}

constexpr std::string_view kDrawing = R"(
  a:art_1 -REFERS_TO-> b:art_1__para_2
  b:art_3 -REFERS_TO-> c:art_1
  d:art_1 -REFERS_TO-> a:art_2 mode=notwithstanding
  e:art_1 -REFERS_TO-> e:art_2
)";

TEST(TreatyReach, goes_over_any_number_of_treaties_one_way) {
  const auto graph = graph_of(kDrawing);
  EXPECT_TRUE(leads(graph, "a:art_1", "c:art_1"));
  EXPECT_FALSE(leads(graph, "c:art_1", "a:art_1"));
  EXPECT_FALSE(leads(graph, "a:art_1", "e:art_1"));
  EXPECT_TRUE(leads(graph, "e:art_1", "e:art_2"));
}

TEST(TreatyReach, goes_both_ways_where_one_governs_the_other) {
  const auto graph = graph_of(kDrawing);
  EXPECT_TRUE(leads(graph, "a:art_1", "d:art_1"));
  EXPECT_TRUE(leads(graph, "d:art_1", "c:art_1"));
}

/// Whether references lead from treaty to treaty, by trying them all.
std::set<NodeId> led_to(const Graph& graph, NodeId from) {
  const auto refers_to = graph.types().find("REFERS_TO");
  std::set<NodeId> found = {from};
  for (bool grows = refers_to.has_value(); grows;) {
    const auto before = found.size();
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      if (!found.contains(TreatyReach::root_of(graph, NodeId{i}))) continue;
      for (const auto hop : graph.out(NodeId{i}, *refers_to)) found.insert(TreatyReach::root_of(graph, hop.node));
    }
    grows = found.size() > before;
  }
  return found;
}

TEST(TreatyReach, misses_no_treaty_that_references_lead_to) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto graph = graph_of(testing::random_records(seed));
    const TreatyReach reach(graph);
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const auto root = TreatyReach::root_of(graph, NodeId{i});
      if (root != NodeId{i}) continue;
      for (const auto to : led_to(graph, root))
        EXPECT_TRUE(reach.leads(root, reach.destination(graph, to))) << seed << " " << graph.key(root);
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
