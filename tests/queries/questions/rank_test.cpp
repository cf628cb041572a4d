#include "queries/questions/rank.h"

#include <functional>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/analyses.h"
#include "graph/database.h"
#include "graph/vocabulary.h"
#include "tests/queries/questions/answered.h"
#include "tests/queries/slow_dependencies.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::queries {
namespace {

using testing::answered;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;
using testing::Random;

Rank ask(const Graph& graph, const RankRequest& request) {
  return answered(rank_of(graph, request, Budget()));
}

std::vector<std::string> keys(const Graph& graph, const Rank& rank) {
  std::vector<std::string> all;
  for (const auto& ranked : rank.nodes) all.emplace_back(graph.key(ranked.node));
  return all;
}

constexpr std::string_view kRankedArticles = R"(
  t:art_1__para_1 -REFERS_TO-> t:art_3
  t:art_1__para_2 -REFERS_TO-> t:art_3
  t:art_2 -REFERS_TO-> t:art_3__para_1
  t:art_3 -REFERS_TO-> t:art_4
  t:art_2 -REFERS_TO-> t:art_1
  u:art_1 -REFERS_TO-> t:art_4
  u:art_1 -REFERS_TO-> t:art_1
)";

TEST(Rank, by_in_degree_counts_each_dependent_once) {
  const auto graph = graph_of(kRankedArticles);
  RankRequest request;
  request.by = Centrality::InDegree;
  request.limit = 3;
  const auto rank = ask(graph, request);
  EXPECT_THAT(keys(graph, rank), ElementsAre("t:art_1", "t:art_3", "t:art_4"));
  EXPECT_EQ(rank.nodes[1].score, 2.0);
  EXPECT_TRUE(rank.truncated);
}

TEST(Rank, within_a_treaty_hears_no_other) {
  const auto graph = graph_of(kRankedArticles);
  RankRequest request;
  request.by = Centrality::InDegree;
  request.treaty = "t";
  EXPECT_THAT(keys(graph, ask(graph, request)), ElementsAre("t:art_3", "t:art_1", "t:art_4", "t:art_2"));
}

TEST(Rank, lists_one_label_and_says_when_there_is_none) {
  const auto graph = graph_of(kRankedArticles);
  RankRequest request;
  request.label = "Paragraph";
  EXPECT_THAT(ask(graph, request).explanation, HasSubstr("Paragraph"));
  request.level = Level::Paragraph;
  EXPECT_EQ(ask(graph, request).nodes.size(), 3U);
}

TEST(Rank, of_the_same_question_is_the_same_when_asked_again) {
  const auto graph = graph_of(kRankedArticles);
  const auto once = ask(graph, RankRequest());
  const auto again = ask(graph, RankRequest());
  for (std::size_t i = 0; i < once.nodes.size(); ++i) EXPECT_EQ(once.nodes[i].score, again.nodes[i].score);
  RankRequest without;
  without.scope.without = {"t:art_3"};
  EXPECT_EQ(ask(graph, without).population, once.population - 1);
}

TEST(Rank, stops_when_its_time_is_spent) {
  std::string drawing;
  for (int i = 1; i < 400; ++i) drawing += fmt::format("t:art_{} -REFERS_TO-> t:art_{}\n", i, i % 399 + 1);
  RankRequest request;
  request.by = Centrality::Betweenness;
  const auto answer = rank_of(graph_of(drawing), request, Budget(Budget::Limits{std::chrono::milliseconds(0)}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::DeadlineExceeded);
  EXPECT_THAT(answer.error().detail, HasSubstr("treaty=SLUG"));
}

/// By own words: `seats` are those that have some.
std::map<std::string, double> slow_page_ranks(const testing::SlowOwnWords& slow, const testing::Keys& seats) {
  const auto n = static_cast<double>(seats.size());
  std::map<std::string, double> ranks;
  for (const auto& key : seats) ranks[key] = 1 / n;
  for (int round = 0; round < 200; ++round) {
    double anywhere = 0;
    std::map<std::string, double> next;
    for (const auto& key : seats) {
      std::vector<testing::Keys> ways;
      for (const auto& target : slow.targets(key)) {
        testing::Keys read;
        for (const auto& other : slow.read(target)) {
          if (seats.contains(other)) read.insert(other);
        }
        if (!read.empty()) ways.push_back(read);
      }
      if (ways.empty()) anywhere += ranks[key];
      for (const auto& way : ways) {
        for (const auto& read : way) {
          next[read] += ranks[key] / static_cast<double>(ways.size()) / static_cast<double>(way.size());
        }
      }
    }
    for (const auto& key : seats) ranks[key] = 0.15 / n + 0.85 * (next[key] + anywhere / n);
  }
  return ranks;
}

/// Every shortest path of every pair, one by one.
std::map<std::string, double> slow_betweenness(const testing::SlowOwnWords& graph, const testing::Keys& seats) {
  std::map<std::string, double> scores;
  for (const auto& from : seats) {
    for (const auto& to : seats) {
      const auto length = from == to ? 0 : graph.distance(from, to);
      std::vector<std::vector<std::string>> paths;
      const std::function<void(std::vector<std::string>&)> extend = [&](std::vector<std::string>& path) {
        if (path.size() == length + 1) {
          if (path.back() == to) paths.push_back(path);
          return;
        }
        const std::string last = path.back();
        for (const auto& next : graph.edges().at(last)) {
          const auto left = next == to ? 0 : graph.distance(next, to);
          if (next != to && left == 0) continue;
          if (path.size() + left != length) continue;
          path.push_back(next);
          extend(path);
          path.pop_back();
        }
      };
      std::vector<std::string> path = {from};
      if (length > 1) extend(path);
      for (const auto& found : paths) {
        for (std::size_t i = 1; i + 1 < found.size(); ++i) scores[found[i]] += 1 / static_cast<double>(paths.size());
      }
    }
  }
  return scores;
}

/// Which others of the level refer to `key`, to a part of it or to a container of it.
double slow_in_degree(const Oracle& oracle, const testing::SlowOwnWords& slow, const std::string& key,
                      std::string_view level) {
  testing::Keys found;
  for (const auto& r : oracle.records().relationships) {
    const bool counts = r.type == "REFERS_TO" && slow.is_in_version(r.from) && slow.is_in_version(r.to);
    if (!counts || !oracle.is(r.to, "Provision")) continue;
    const auto from = oracle.at_level(r.from, level);
    const bool points = oracle.within(r.to, key) || oracle.within(key, r.to);
    if (points && !oracle.within(r.from, key) && !oracle.within(key, from)) found.insert(from);
  }
  return static_cast<double>(found.size());
}

TEST(Rank, equals_power_iteration_and_enumeration_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    RankRequest request;
    request.level = static_cast<Level>(random.below(4));
    request.treaty = "one";
    request.limit = 10'000;
    request.by = random.chance(10) ? Centrality::Betweenness  // the slowest to enumerate
                                   : (random.chance(50) ? Centrality::PageRank : Centrality::InDegree);
    const testing::SlowOwnWords slow(oracle, "one");
    testing::Keys seats;
    for (const auto& [key, to] : slow.edges()) {
      const bool cites = std::ranges::any_of(
          records.relationships, [&](const RelationshipRecord& r) { return r.type == "REFERS_TO" && r.from == key; });
      const bool is_leaf = std::ranges::none_of(
          records.relationships, [&](const RelationshipRecord& r) { return r.type == "HAS_PART" && r.from == key; });
      if (cites || is_leaf || !oracle.is_read(key)) seats.insert(key);
    }
    std::map<std::string, double> own;
    if (request.by == Centrality::PageRank) own = slow_page_ranks(slow, seats);
    if (request.by == Centrality::Betweenness) own = slow_betweenness(slow.of(seats), seats);
    std::map<std::string, double> expected;
    for (const auto& key : seats) expected[oracle.at_level(key, name_of(request.level))] += own[key];
    if (request.by == Centrality::InDegree) {
      for (auto& [key, score] : expected) score = slow_in_degree(oracle, slow, key, name_of(request.level));
    }
    const auto rank = ask(graph, request);
    ASSERT_EQ(rank.nodes.size(), expected.size()) << seed;
    double before = rank.nodes.empty() ? 0 : rank.nodes[0].score;
    for (const auto& [node, score] : rank.nodes) {
      ASSERT_NEAR(score, expected[std::string(graph.key(node))], 1e-9) << seed << " " << graph.key(node);
      ASSERT_LE(score, before + 1e-12);
      before = score;
    }
  }
}

/// A database whose table says that all rests on t:art_2, which no computation would.
class RankWithTable : public ::testing::Test {
 protected:
  RankWithTable() {
    const auto path = folder_ / "treaties.db";
    EXPECT_TRUE(write_database(path, testing::records_of(std::string(kRankedArticles))));
    const auto without = *open_database(path);
    AnalysesToWrite table;
    table.page_rank = {std::vector<double>(without.node_count()), 99};
    table.page_rank->by_node[index_of(*without.find("t:art_2"))] = 1;
    table.betweenness = table.page_rank;
    EXPECT_TRUE(write_analyses(path, without, table));
    graph_ = std::make_unique<Graph>(*open_database(path));
  }
  [[nodiscard]] std::string first(const RankRequest& request) const {
    return keys(*graph_, ask(*graph_, request)).front();
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Graph> graph_;
};

TEST_F(RankWithTable, answers_from_it_at_every_level_and_label) {
  for (const auto by : {Centrality::PageRank, Centrality::Betweenness}) {
    RankRequest request;
    request.by = by;
    EXPECT_EQ(first(request), "t:art_2");
    EXPECT_EQ(ask(*graph_, request).connections, 99U);
    request.level = Level::Paragraph;
    request.label = "Article";
    EXPECT_EQ(first(request), "t:art_2");
  }
}

TEST_F(RankWithTable, computes_what_is_not_about_everything) {
  const RankRequest plain;
  auto asked = plain;
  asked.treaty = "t";
  EXPECT_NE(first(asked), "t:art_2") << "one treaty";
  asked = plain;
  asked.modes = {"refers_to"};
  EXPECT_NE(first(asked), "t:art_2") << "modes";
  asked = plain;
  asked.types = {"REFERS_TO"};
  EXPECT_NE(first(asked), "t:art_2") << "types";
  asked = plain;
  asked.scope.without = {"u:art_1"};
  EXPECT_NE(first(asked), "t:art_2") << "scope";
  asked = plain;
  asked.by = Centrality::InDegree;
  EXPECT_NE(first(asked), "t:art_2") << "in-degree";
}

}  // namespace
}  // namespace treatygraph::queries
