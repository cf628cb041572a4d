#include "queries/questions/neighborhood.h"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;
using testing::Random;

using Triple = std::tuple<std::string, std::string, std::string>;

std::set<std::string> keys(const Graph& graph, const Neighborhood& answer) {
  std::set<std::string> all;
  for (const auto& [node, depth] : answer.graph.nodes) all.emplace(graph.key(node));
  return all;
}

std::multiset<Triple> triples(const Graph& graph, const Neighborhood& answer) {
  std::multiset<Triple> all;
  for (const auto r : answer.graph.evidence) {
    all.emplace(graph.key(graph.source(r)), graph.types().name(graph.type(r)), graph.key(graph.target(r)));
  }
  return all;
}

TEST(Neighborhood, holds_all_that_connects_its_nodes) {
  const auto graph = graph_of(R"(
    t:art_1 -REFERS_TO-> t:art_2
    t:art_1 -REFERS_TO-> t:art_3
    t:art_2 -REFERS_TO-> t:art_3
    t:art_3 -REFERS_TO-> t:art_4
  )");
  NeighborhoodRequest request;
  request.of = "t:art_1";
  request.types = {"REFERS_TO"};
  const auto answer = *neighborhood_of(graph, request, Budget());
  EXPECT_THAT(keys(graph, answer), ElementsAre("t:art_1", "t:art_2", "t:art_3"));
  EXPECT_EQ(answer.graph.evidence.size(), 3U);
}

TEST(Neighborhood, tells_what_was_cut_to_avoid_something) {
  const auto graph = graph_of("t:art_1 -REFERS_TO-> t:art_2\nt:art_2 -REFERS_TO-> t:art_3");
  const NeighborhoodRequest request{"t:art_1", 3, Direction::Out, {"REFERS_TO"}, {"t:art_2"}, {}, 100};
  const auto answer = *neighborhood_of(graph, request, Budget());
  EXPECT_THAT(keys(graph, answer), ElementsAre("t:art_1"));
  EXPECT_EQ(answer.cut.size(), 1U);
}

TEST(Neighborhood, refuses_what_it_cannot_mean) {
  const auto graph = graph_of("t:art_1 -REFERS_TO-> t:art_2");
  EXPECT_THAT(neighborhood_of(graph, {"t:art_1", 99, Direction::Out, {}, {}, {}, 9}, Budget()).error().detail,
              HasSubstr("at most"));
  EXPECT_THAT(neighborhood_of(graph, {"t:art_1", 1, Direction::Out, {"REFER_TO"}, {}, {}, 9}, Budget()).error().detail,
              HasSubstr("REFERS_TO"));
}

TEST(Neighborhood, ends_with_the_time_that_it_has) {
  std::string drawing;
  for (int i = 1; i < 3'000; ++i)
    drawing += "t:art_" + std::to_string(i) + " -REFERS_TO-> t:art_" + std::to_string(i + 1) + "\n";
  const auto graph = graph_of(drawing);
  Budget::Limits limits;
  limits.time = std::chrono::milliseconds(0);
  const auto answer = neighborhood_of(graph, {"treaty:t", 16, Direction::Both, {}, {}, {}, 100'000}, Budget(limits));
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->graph.truncated);
}

TEST(Neighborhood, equals_a_plain_walk_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    Random random(seed);
    NeighborhoodRequest request;
    request.of = random.one_of(records.nodes).key;
    request.depth = random.below(4);
    request.direction = static_cast<Direction>(random.below(3));
    if (random.chance(60)) request.types = {graph.types().all()[random.below(graph.types().size())]};
    const auto counts = [&](const RelationshipRecord& r) {
      return request.types.empty() || r.type == request.types[0];
    };

    std::set<std::string> expected = {request.of};
    for (std::size_t depth = 0; depth < request.depth; ++depth) {
      const auto before = expected;
      for (const auto& r : records.relationships) {
        if (!counts(r)) continue;
        if (request.direction != Direction::In && before.contains(r.from)) expected.insert(r.to);
        if (request.direction != Direction::Out && before.contains(r.to)) expected.insert(r.from);
      }
    }
    std::multiset<Triple> between;
    for (const auto& r : records.relationships) {
      if (counts(r) && expected.contains(r.from) && expected.contains(r.to)) between.emplace(r.from, r.type, r.to);
    }
    const auto answer = neighborhood_of(graph, request, Budget());
    ASSERT_TRUE(answer) << answer.error().detail;
    ASSERT_EQ(keys(graph, *answer), expected) << seed;
    ASSERT_EQ(triples(graph, *answer), between) << seed;
  }
}

}  // namespace
}  // namespace treatygraph::queries
