#include "queries/questions/dependencies.h"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "queries/questions/why_sentences.h"
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
using testing::Oracle;
using ::testing::Pair;
using testing::Random;
using testing::random_records;
using testing::SlowDependencies;

std::map<std::string, std::uint32_t> depths(const Graph& graph, const Dependencies& answer) {
  std::map<std::string, std::uint32_t> found;
  for (const auto& [node, depth] : answer.graph.nodes) found.emplace(graph.key(node), depth);
  return found;
}

Dependencies ask(const Graph& graph, DependenciesRequest request) {
  return answered(dependencies_of(graph, request, Budget()));
}

std::size_t position_of(const Graph& graph, const Dependencies& answer, std::string_view key) {
  const auto found = std::ranges::find(answer.graph.nodes, *graph.find(key), &SubgraphNode::node);
  return static_cast<std::size_t>(found - answer.graph.nodes.begin());
}

constexpr std::string_view kDependentArticles = R"(
  t:art_1__para_1 -REFERS_TO-> t:art_2__para_1 mode=subject_to quote="article 2, paragraph 1"
  t:art_2__para_2 -REFERS_TO-> t:art_3 mode=refers_to quote="article 3"
  t:art_3 -REFERS_TO-> t:art_1 mode=refers_to quote="article 1"
)";

TEST(Dependencies, lead_on_from_what_was_referred_to_and_not_from_its_siblings) {
  const auto graph = graph_of(kDependentArticles);
  DependenciesRequest request;
  request.of = "t:art_1";
  EXPECT_THAT(depths(graph, ask(graph, request)), ElementsAre(Pair("t:art_1", 0), Pair("t:art_2", 1)));
  request.of = "t:art_3";
  EXPECT_THAT(depths(graph, ask(graph, request)),
              ElementsAre(Pair("t:art_1", 1), Pair("t:art_2", 2), Pair("t:art_3", 0)));
}

/// The worked example: a definition, its siblings, a chapter to which an article applies.
constexpr std::string_view kExample = R"(
  t:art_2 -REFERS_TO-> t:art_9 mode=without_prejudice quote="article 9"
  t:art_2__point_h
  t:art_2__point_m -REFERS_TO-> t:art_17 mode=defined_in quote="article 17"
  t:art_17__para_1 -REFERS_TO-> t:art_7 mode=in_accordance_with
  t:art_35__para_1__point_c -REFERS_TO-> t:art_2__point_h mode=defined_in quote="article 2, subparagraph h"
  t:art_24__para_4 -REFERS_TO-> t:chp_V mode=applies_to quote="chapter V"
  t:chp_V__art_48 -REFERS_TO-> t:art_17
  t:art_60 -REFERS_TO-> t:chp_V__art_48 mode=refers_to
)";

TEST(Dependencies, on_a_point_are_also_on_the_introduction_of_its_list) {
  const auto graph = graph_of(kExample);
  DependenciesRequest request;
  request.of = "t:art_35";
  const auto answer = ask(graph, request);
  EXPECT_THAT(depths(graph, answer), ElementsAre(Pair("t:art_2", 1), Pair("t:art_35", 0), Pair("t:art_9", 2)));
  const auto last = position_of(graph, answer, "t:art_9");
  const auto why = told(graph, answer.graph.nodes[last].node, answer.chain_to(last));
  EXPECT_THAT(why.sentences.back(), HasSubstr("Article 2, which contains article 2(h), rests on article 9"));
  request.of = "t:art_2__point_m";
  request.direction = Direction::In;
  EXPECT_THAT(depths(graph, ask(graph, request)), ElementsAre(Pair("t:art_2__point_m", 0)));
}

TEST(Dependencies, say_which_provisions_an_article_stands_for) {
  const auto graph = graph_of(kExample);
  DependenciesRequest request;
  request.of = "t:art_35";
  const auto answer = ask(graph, request);
  ASSERT_EQ(answer.provisions_of(0).size(), 1U);
  EXPECT_EQ(graph.key(answer.walk.node(answer.provisions_of(0)[0])), "t:art_2__point_h");
}

TEST(Dependencies, count_what_governs_a_provision_and_tell_it_where_that_is_asked) {
  const auto graph = graph_of(kExample);
  DependenciesRequest request;
  request.of = "t:chp_V__art_48";
  EXPECT_EQ(ask(graph, request).governed_by, 1U);
  request.relation = Relation::GovernedBy;
  const auto answer = ask(graph, request);
  EXPECT_THAT(depths(graph, answer), ElementsAre(Pair("t:art_24", 1), Pair("t:chp_V__art_48", 0)));
  ASSERT_EQ(answer.graph.connections.size(), 1U);
  EXPECT_EQ(type_of(answer.graph.connections[0]), "GOVERNS");
  EXPECT_EQ(graph.key(answer.graph.connections[0].from), "t:art_24");
  EXPECT_THAT(told(graph, answer.graph.nodes[0].node, answer.chain_to(0)).sentences,
              ElementsAre("Article 24(4) applies to chapter V, which contains chapter V, article 48: “chapter V” "
                          "(applies to)"));
}

TEST(Dependencies, are_not_governed_by_who_lets_them_apply) {
  const auto graph = graph_of("t:art_55 -REFERS_TO-> t:art_46 mode=applies_to applied=cited quote=\"article 46\"");
  DependenciesRequest request;
  request.of = "t:art_46";
  request.relation = Relation::GovernedBy;
  EXPECT_THAT(depths(graph, ask(graph, request)), ElementsAre(Pair("t:art_46", 0)));
  request.of = "t:art_55";
  request.relation = Relation::RestsOn;
  const auto answer = ask(graph, request);
  const auto last = position_of(graph, answer, "t:art_46");
  EXPECT_THAT(told(graph, *graph.find("t:art_46"), answer.chain_to(last)).sentences,
              ElementsAre("Article 55 concerns the application of article 46: “article 46” (applies to)"));
}

TEST(Dependencies, of_others_on_a_chapter_are_on_each_article_of_it) {
  const auto graph = graph_of(kExample);
  DependenciesRequest request;
  request.of = "t:chp_V__art_48";
  request.direction = Direction::In;
  const auto answer = ask(graph, request);
  EXPECT_THAT(depths(graph, answer), ElementsAre(Pair("t:art_24", 1), Pair("t:art_60", 1), Pair("t:chp_V__art_48", 0)));
  EXPECT_TRUE(is_by_containing(graph, answer.walk[answer.provisions_of(0)[0]]));
  EXPECT_FALSE(is_by_containing(graph, answer.walk[answer.provisions_of(1)[0]]));
}

TEST(Dependencies, go_into_a_chapter_on_request) {
  const auto graph = graph_of(kExample);
  DependenciesRequest request;
  request.of = "t:art_24";
  EXPECT_THAT(depths(graph, ask(graph, request)), ElementsAre(Pair("t:art_24", 0), Pair("t:chp_V", 1)));
  request.into_divisions = true;
  EXPECT_THAT(depths(graph, ask(graph, request)),
              ElementsAre(Pair("t:art_17", 2), Pair("t:art_24", 0), Pair("t:art_7", 3), Pair("t:chp_V", 1),
                          Pair("t:chp_V__art_48", 1)));
}

TEST(Dependencies, show_the_chain_that_reaches_each_node) {
  const auto graph = graph_of(kDependentArticles);
  DependenciesRequest request;
  request.of = "t:art_3";
  const auto answer = ask(graph, request);
  const auto chain = answer.chain_to(1);
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(graph.string(chain[0].reference, property::kQuote), "article 1");
  EXPECT_EQ(graph.string(chain[1].reference, property::kQuote), "article 2, paragraph 1");
}

TEST(Dependencies, say_when_they_are_cut) {
  const auto graph = graph_of(kDependentArticles);
  DependenciesRequest request;
  request.of = "t:art_3";
  request.limit = 2;
  const auto answer = ask(graph, request);
  EXPECT_EQ(answer.graph.nodes.size(), 2U);
  ASSERT_TRUE(answer.graph.truncated);
  EXPECT_THAT(answer.graph.truncated->reason, HasSubstr("2"));
}

TEST(Dependencies, name_the_nearest_key_and_mode) {
  const auto graph = graph_of(kDependentArticles);
  DependenciesRequest request;
  request.of = "t:art_11";
  EXPECT_THAT(dependencies_of(graph, request, Budget()).error().detail, HasSubstr("t:art_1"));
  request.of = "t:art_1";
  request.modes = {"subject"};
  EXPECT_THAT(dependencies_of(graph, request, Budget()).error().detail, HasSubstr("subject_to"));
}

using testing::Depths;

SlowDependencies::Rule slow_rule(const DependenciesRequest& request) {
  SlowDependencies::Rule rule;
  rule.out = request.direction == Direction::Out;
  rule.rests_on = request.relation != Relation::GovernedBy;
  rule.governs = request.relation != Relation::RestsOn;
  rule.into_divisions = request.into_divisions;
  rule.admits = [&request](const RelationshipRecord& r) {
    const auto mode = Oracle::text(r.properties, "mode");
    const bool mode_counts = request.modes.empty() || std::ranges::find(request.modes, mode) != request.modes.end();
    const bool extracted = Oracle::text(r.properties, "basis") == "extracted";
    return mode_counts && (request.scope.basis == Basis::All || (request.scope.basis == Basis::Extracted) == extracted);
  };
  return rule;
}

/// What was reached, gathered at the level, each with the least depth.
Depths gathered(const Oracle& oracle, const DependenciesRequest& request, const Depths& reached) {
  Depths shown;
  for (const auto& [key, depth] : reached) {
    const auto group = key == request.of ? key : oracle.at_level(key, name_of(request.level));
    const auto [at, is_new] = shown.emplace(group, depth);
    at->second = std::min(at->second, depth);
  }
  return shown;
}

DependenciesRequest random_request(const Oracle& oracle, Random& random) {
  DependenciesRequest request;
  request.of = random.one_of(oracle.provisions());
  request.direction = random.chance(50) ? Direction::Out : Direction::In;
  request.relation = random.chance(50) ? Relation::RestsOn : static_cast<Relation>(1 + random.below(2));
  request.into_divisions = random.chance(30);
  request.level = static_cast<Level>(random.below(4));
  if (random.chance(40)) request.depth = random.below(4);
  if (random.chance(30)) request.modes = {std::string(random.one_of(kModes)), "refers_to"};
  if (random.chance(30)) request.scope.basis = Basis::Extracted;
  return request;
}

TEST(Dependencies, equal_their_definition_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    const auto request = random_request(oracle, random);
    const auto answer = ask(graph, request);
    const auto expected =
        SlowDependencies(oracle, slow_rule(request)).reached(request.of, static_cast<std::uint32_t>(request.depth));
    Depths found;
    for (std::size_t i = 0; i < answer.walk.size(); ++i) {
      found.emplace(graph.key(answer.walk.node(i)), answer.walk.depth(i));
    }
    ASSERT_EQ(found, expected) << seed << " " << request.of;
    ASSERT_EQ(depths(graph, answer), gathered(oracle, request, expected)) << seed << " " << request.of;
    for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
      ASSERT_EQ(answer.chain_to(i).size(), answer.graph.nodes[i].depth) << seed;
    }
  }
}

/// A is found among what B rests on, itself, a part of it or what contains it, exactly when B is found among what
/// rests on A.
TEST(Dependencies, are_the_same_from_both_ends) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    const auto a = random.one_of(oracle.provisions());
    DependenciesRequest on_it;
    on_it.of = a;
    on_it.direction = Direction::In;
    on_it.level = Level::AsWritten;
    std::set<std::string> found;
    const auto resting = ask(graph, on_it);
    for (std::size_t i = 0; i < resting.walk.size(); ++i) found.emplace(graph.key(resting.walk.node(i)));
    const SlowDependencies slow(oracle, {});
    for (const auto& from : oracle.provisions()) {
      const bool is_asked = oracle.is_read(from) && !oracle.within(from, a) && !oracle.within(a, from);
      if (!is_asked || random.chance(50)) continue;
      const auto reached = slow.reached(from);
      const bool rests = std::ranges::any_of(reached, [&](const auto& entry) {
        const auto& key = entry.first;
        return entry.second > 0 && !oracle.is(key, "Treaty") && (oracle.within(key, a) || oracle.within(a, key));
      });
      const bool is_found = std::ranges::any_of(found, [&](const auto& key) {
        return key != a && (oracle.within(key, from) || (oracle.is_read(key) && oracle.within(from, key)));
      });
      ASSERT_EQ(is_found, rests) << seed << " " << from << " on " << a;
    }
  }
}

TEST(Dependencies, do_not_reach_more_or_less_at_another_level) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    auto request = random_request(oracle, random);
    std::vector<NodeId> reached;
    for (const auto level : {Level::Article, Level::Paragraph, Level::Point, Level::AsWritten}) {
      request.level = level;
      std::vector<NodeId> now;
      const auto answer = ask(graph, request);
      for (std::size_t i = 0; i < answer.walk.size(); ++i) now.push_back(answer.walk.node(i));
      if (level == Level::Article) reached = now;
      ASSERT_EQ(now, reached) << seed;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
