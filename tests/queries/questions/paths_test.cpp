#include "queries/questions/paths.h"

#include <functional>
#include <map>
#include <set>

#include <gmock/gmock.h>

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
using testing::Oracle;
using testing::Random;

Paths ask(const Graph& graph, const PathsRequest& request) {
  return answered(paths_between(graph, request, Budget()));
}

PathsRequest between(std::string from, std::string to) {
  PathsRequest request;
  request.from = std::move(from);
  request.to = std::move(to);
  return request;
}

TEST(Paths, run_over_dependencies_with_the_words_of_each_hop) {
  const auto graph = graph_of(R"(
    t:art_1__para_1 -REFERS_TO-> t:art_2__para_3 quote="article 2, paragraph 3"
    t:art_2__para_3 -REFERS_TO-> t:art_3 quote="article 3"
    t:art_2__para_1 -REFERS_TO-> t:art_4 quote="article 4"
  )");
  EXPECT_TRUE(ask(graph, between("t:art_1", "t:art_4")).paths.empty()) << "through a sibling";
  const auto answer = ask(graph, between("t:art_1", "t:art_3"));
  ASSERT_EQ(answer.paths.size(), 1U);
  EXPECT_THAT(keys(graph, answer.paths[0].nodes), ElementsAre("t:art_1", "t:art_2", "t:art_3"));
  EXPECT_EQ(graph.string(answer.paths[0].hops[0].evidence[0], "quote"), "article 2, paragraph 3");
}

TEST(Paths, are_told_to_be_impossible_with_what_every_path_must_meet) {
  const auto graph = graph_of(
      "t:art_1 -REFERS_TO-> t:art_2\nt:art_2 -REFERS_TO-> t:art_3\nt:art_1 -REFERS_TO-> t:art_4\n"
      "t:art_4 -REFERS_TO-> t:art_2");
  auto request = between("t:art_1", "t:art_3");
  request.avoid = {"t:art_2"};
  const auto answer = ask(graph, request);
  EXPECT_TRUE(answer.paths.empty());
  ASSERT_EQ(answer.cut.size(), 1U);
  EXPECT_EQ(graph.key(answer.cut[0]), "t:art_2");
  EXPECT_THAT(answer.explanation, HasSubstr("every path"));
}

TEST(Paths, lead_to_what_governs_a_provision_by_way_of_the_chapter_that_it_stands_in) {
  const auto graph = graph_of(R"(
    t:chp_V__art_48
    t:art_24__para_4 -REFERS_TO-> t:chp_V mode=applies_to quote="chapter V"
  )");
  auto request = between("t:chp_V__art_48", "t:art_24");
  const auto answer = ask(graph, request);
  ASSERT_EQ(answer.paths.size(), 1U);
  EXPECT_THAT(keys(graph, answer.paths[0].nodes), ElementsAre("t:chp_V__art_48", "t:art_24"));
  EXPECT_TRUE(answer.paths[0].hops[0].against);
  EXPECT_EQ(graph.key(answer.paths[0].hops[0].to), "t:art_24__para_4");
  request.relation = Relation::RestsOn;
  EXPECT_TRUE(ask(graph, request).paths.empty());
}

TEST(Paths, step_against_direction_and_into_chapters_where_nothing_leads_forward) {
  const auto inside = graph_of("t:chp_V__art_48\nt:art_24__para_4 -REFERS_TO-> t:chp_V");
  const auto answer = ask(inside, between("t:chp_V__art_48", "t:art_24"));
  EXPECT_TRUE(answer.paths.empty());
  ASSERT_EQ(answer.undirected.size(), 1U);
  EXPECT_THAT(keys(inside, answer.undirected[0].nodes),
              ElementsAre("t:chp_V__art_48", "t:chp_V", "t:art_24__para_4", "t:art_24"));
  const auto apart = graph_of("t:chp_V\nt:art_48\nt:art_24__para_4 -REFERS_TO-> t:chp_V");
  EXPECT_TRUE(ask(apart, between("t:art_48", "t:art_24")).undirected.empty()) << "a treaty ties nothing together";
}

/// Lengths of the k shortest loopless paths over stored relationships, by trying all of them.
std::vector<std::size_t> all_lengths(const GraphRecords& records, const PathsRequest& request, std::size_t longest) {
  std::map<std::string, std::set<std::string>> next;
  for (const auto& r : records.relationships) {
    if (std::ranges::find(request.types, r.type) == request.types.end()) continue;
    if (request.direction != Direction::In) next[r.from].insert(r.to);
    if (request.direction != Direction::Out) next[r.to].insert(r.from);
  }
  std::vector<std::size_t> lengths;
  std::set<std::string> on_path;
  const std::function<void(const std::string&)> walk = [&](const std::string& at) {
    if (at == request.to && !on_path.empty()) {
      lengths.push_back(on_path.size());
      return;
    }
    if (on_path.size() == longest) return;
    on_path.insert(at);
    for (const auto& other : next[at]) {
      if (!on_path.contains(other)) walk(other);
    }
    on_path.erase(at);
  };
  walk(request.from);
  std::ranges::sort(lengths);
  return lengths;
}

TEST(Paths, are_the_k_shortest_on_a_thousand_random_graphs) {
  constexpr std::size_t kLongest = 4;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    Random random(seed);
    auto request = between(random.one_of(records.nodes).key, random.one_of(records.nodes).key);
    if (request.from == request.to) continue;
    for (const auto* type : {"REFERS_TO", "HAS_PART"}) {
      if (graph.types().find(type)) request.types.emplace_back(type);
    }
    request.direction = random.chance(50) ? Direction::Out : Direction::Both;
    request.direction_given = true;
    request.k = 1 + random.below(6);
    request.max_length = kLongest;
    auto expected = all_lengths(records, request, kLongest);
    if (expected.size() > request.k) expected.resize(request.k);
    const auto answer = ask(graph, request);
    std::vector<std::size_t> found;
    std::set<std::vector<NodeId>> distinct;
    for (const auto& path : answer.paths) {
      found.push_back(path.hops.size());
      distinct.insert(path.nodes);
      ASSERT_EQ(std::set<NodeId>(path.nodes.begin(), path.nodes.end()).size(), path.nodes.size())
          << "a loop, seed " << seed;
      for (const auto& hop : path.hops) ASSERT_FALSE(hop.evidence.empty()) << seed;
    }
    ASSERT_EQ(found, expected) << seed << ": " << request.from << " to " << request.to;
    ASSERT_EQ(distinct.size(), answer.paths.size()) << seed;
  }
}

/// A shortest path by definition: walk until the goal, a part of it, or a container of it is reached.
std::size_t slow_length(const Oracle& oracle, const testing::SlowDependencies::Rule& rule, const std::string& from,
                        const std::string& to) {
  std::size_t least = 0;
  for (const auto& [key, depth] : testing::SlowDependencies(oracle, rule).reached(from)) {
    const bool arrives = depth > 0 && !oracle.is(key, "Treaty") && (oracle.within(key, to) || oracle.within(to, key));
    if (arrives && (least == 0 || depth < least)) least = depth;
  }
  return least;
}

TEST(Paths, over_dependencies_are_as_short_as_their_definition_allows_at_every_level) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    auto request = between(random.one_of(oracle.provisions()), random.one_of(oracle.provisions()));
    if (oracle.within(request.to, request.from) || oracle.within(request.from, request.to)) continue;
    request.relation = static_cast<Relation>(random.below(3));
    request.level = static_cast<Level>(random.below(4));
    request.k = 1 + random.below(3);
    testing::SlowDependencies::Rule rule;
    rule.rests_on = request.relation != Relation::GovernedBy;
    rule.governs = request.relation != Relation::RestsOn;
    const auto expected = slow_length(oracle, rule, request.from, request.to);
    const auto answer = ask(graph, request);
    ASSERT_EQ(answer.paths.empty() ? 0 : answer.paths[0].hops.size(), expected)
        << seed << ": " << request.from << " " << request.to;
    std::set<std::vector<NodeId>> shown;
    for (const auto& path : answer.paths) {
      auto nodes = path.nodes;
      nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
      ASSERT_TRUE(shown.insert(nodes).second) << seed << ": two paths look alike";
    }
    found += answer.paths.size();
  }
  EXPECT_GT(found, 200U);
}

}  // namespace
}  // namespace treatygraph::queries
