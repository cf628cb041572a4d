#include "queries/questions/cycles.h"

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/queries/questions/answered.h"
#include "tests/queries/slow_dependencies.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::answered;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::keys;
using testing::Keys;
using testing::Oracle;
using testing::Random;

Cycles ask(const Graph& graph, const CyclesRequest& request) {
  return answered(cycles_in(graph, request, Budget()));
}

constexpr std::string_view kRingOfArticles = R"(
  t:art_1__para_1 -REFERS_TO-> t:art_2 quote="article 2"
  t:art_2 -REFERS_TO-> t:art_3 quote="article 3"
  t:art_3 -REFERS_TO-> t:art_1 quote="article 1"
  t:art_1__para_2
  t:art_3 -REFERS_TO-> t:art_4 quote="article 4"
  t:art_4 -REFERS_TO-> t:art_3 quote="article 3"
  t:art_4 -REFERS_TO-> t:art_5
)";

TEST(Cycles, are_shown_hop_by_hop_with_their_words) {
  const auto graph = graph_of(kRingOfArticles);
  const auto answer = ask(graph, CyclesRequest());
  ASSERT_EQ(answer.rings.size(), 1U);
  EXPECT_THAT(keys(graph, answer.rings[0].members), ElementsAre("t:art_1", "t:art_2", "t:art_3", "t:art_4"));
  const auto& cycle = answer.rings[0].cycle;
  EXPECT_THAT(keys(graph, cycle.nodes), ElementsAre("t:art_3", "t:art_4", "t:art_3"));
  EXPECT_EQ(graph.string(cycle.hops[0].evidence[0], property::kQuote), "article 4");
}

TEST(Cycles, through_one_provision_are_those_of_its_ring) {
  const auto graph = graph_of(kRingOfArticles);
  CyclesRequest request;
  request.of = "t:art_1__para_1";
  const auto answer = ask(graph, request);
  ASSERT_EQ(answer.rings.size(), 1U);
  EXPECT_THAT(keys(graph, answer.rings[0].cycle.nodes), ElementsAre("t:art_1", "t:art_2", "t:art_3", "t:art_1"));
  request.of = "t:art_5";
  EXPECT_THAT(ask(graph, request).explanation, HasSubstr("t:art_5"));
}

TEST(Cycles, are_not_made_by_siblings) {
  const auto graph = graph_of(R"(
    t:art_2__point_h
    t:art_2__point_m -REFERS_TO-> t:art_17
    t:art_17__para_1 -REFERS_TO-> t:art_2__point_h
    t:art_5__para_1 -REFERS_TO-> t:art_5__para_2
    t:art_5__para_2 -REFERS_TO-> t:art_5__para_1
  )");
  EXPECT_TRUE(ask(graph, CyclesRequest()).rings.empty());
  CyclesRequest request;
  request.level = Level::AsWritten;
  EXPECT_THAT(keys(graph, ask(graph, request).rings.at(0).members), ElementsAre("t:art_5__para_1", "t:art_5__para_2"));
}

TEST(Cycles, break_where_a_provision_is_thought_away) {
  const auto graph = graph_of(kRingOfArticles);
  CyclesRequest request;
  request.scope.without = {"t:art_4", "t:art_2"};
  const auto answer = ask(graph, request);
  EXPECT_TRUE(answer.rings.empty());
  EXPECT_THAT(answer.explanation, HasSubstr("article"));
}

TEST(Cycles, equal_pairwise_reachability_on_a_thousand_random_graphs) {
  std::size_t rings = 0;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    CyclesRequest request;
    request.level = static_cast<Level>(random.below(4));
    request.treaty = random.chance(30) ? "one" : "";
    const testing::SlowOwnWords slow(oracle, request.treaty);
    const auto shown = [&](const std::string& key) { return oracle.at_level(key, name_of(request.level)); };

    std::set<std::pair<Keys, std::size_t>> expected;  // members as shown, and the length of a shortest cycle among them
    for (const auto& [key, steps] : slow.edges()) {
      Keys ring = {key};
      for (const auto& other : slow.reached(key)) {
        if (slow.reached(other).contains(key)) ring.insert(other);
      }
      Keys members;
      for (const auto& member : ring) members.insert(shown(member));
      if (members.size() < 2) continue;
      std::size_t shortest = 0;
      for (const auto& from : ring) {
        for (const auto& to : slow.edges().at(from)) {
          if (!ring.contains(to) || shown(from) == shown(to)) continue;
          const auto length = 1 + slow.distance(to, from);
          shortest = shortest == 0 ? length : std::min(shortest, length);
        }
      }
      expected.emplace(members, shortest);
    }
    std::set<std::pair<Keys, std::size_t>> found;
    for (const auto& ring : ask(graph, request).rings) {
      const auto members = keys(graph, ring.members);
      found.emplace(Keys(members.begin(), members.end()), ring.cycle.hops.size());
      for (const auto& hop : ring.cycle.hops) {
        ASSERT_FALSE(hop.evidence.empty()) << seed;
        ASSERT_TRUE(slow.edges().at(std::string(graph.key(hop.from))).contains(std::string(graph.key(hop.to)))) << seed;
      }
    }
    ASSERT_EQ(found, expected) << seed << " " << name_of(request.level) << " " << request.treaty;
    rings += found.size();
  }
  EXPECT_GT(rings, 300U);
}

}  // namespace
}  // namespace treatygraph::queries
