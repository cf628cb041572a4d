#include "queries/questions/dependencies.h"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;
using ::testing::Pair;
using testing::Random;
using testing::random_records;

std::map<std::string, std::uint32_t> depths(const Graph& graph, const Dependencies& answer) {
  std::map<std::string, std::uint32_t> found;
  for (const auto& [node, depth] : answer.graph.nodes) found.emplace(graph.key(node), depth);
  return found;
}

Dependencies ask(const Graph& graph, DependenciesRequest request) {
  auto answer = dependencies_of(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  return answer ? std::move(*answer) : Dependencies();
}

constexpr std::string_view kDrawing = R"(
  t:art_1__para_1 -REFERS_TO-> t:art_2__para_1 mode=subject_to quote="article 2, paragraph 1"
  t:art_2__para_2 -REFERS_TO-> t:art_3 mode=refers_to quote="article 3"
  t:art_3 -REFERS_TO-> t:art_1 mode=refers_to quote="article 1"
)";

TEST(Dependencies, lead_on_from_any_part_at_the_level_of_articles) {
  const auto graph = graph_of(kDrawing);
  DependenciesRequest request;
  request.of = "t:art_1";
  EXPECT_THAT(depths(graph, ask(graph, request)),
              ElementsAre(Pair("t:art_1", 0), Pair("t:art_2", 1), Pair("t:art_3", 2)));
}

TEST(Dependencies, stop_at_what_is_written_where_that_is_asked) {
  const auto graph = graph_of(kDrawing);
  DependenciesRequest request;
  request.of = "t:art_1";
  request.level = Level::AsWritten;
  EXPECT_THAT(depths(graph, ask(graph, request)), ElementsAre(Pair("t:art_1", 0), Pair("t:art_2__para_1", 1)));
}

TEST(Dependencies, show_the_chain_that_reaches_each_node) {
  const auto graph = graph_of(kDrawing);
  DependenciesRequest request;
  request.of = "t:art_1";
  const auto answer = ask(graph, request);
  const auto chain = answer.chain_to(2);
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(graph.string(chain[0], property::kQuote), "article 2, paragraph 1");
  EXPECT_EQ(graph.string(chain[1], property::kQuote), "article 3");
}

TEST(Dependencies, say_when_they_are_cut) {
  const auto graph = graph_of(kDrawing);
  DependenciesRequest request;
  request.of = "t:art_1";
  request.limit = 2;
  const auto answer = ask(graph, request);
  EXPECT_EQ(answer.graph.nodes.size(), 2U);
  ASSERT_TRUE(answer.graph.truncated);
  EXPECT_THAT(answer.graph.truncated->reason, HasSubstr("2"));
}

TEST(Dependencies, name_the_nearest_key_and_mode) {
  const auto graph = graph_of(kDrawing);
  DependenciesRequest request;
  request.of = "t:art_11";
  EXPECT_THAT(dependencies_of(graph, request, Budget()).error().detail, HasSubstr("t:art_1"));
  request.of = "t:art_1";
  request.modes = {"subject"};
  EXPECT_THAT(dependencies_of(graph, request, Budget()).error().detail, HasSubstr("subject_to"));
}

/// The definition, word for word: level by level over all relationships.
class SlowDependencies {
 public:
  SlowDependencies(const Oracle& oracle, const DependenciesRequest& request) : oracle_(oracle), request_(request) {}

  std::map<std::string, std::uint32_t> depths() const {
    std::map<std::string, std::uint32_t> found = {{request_.of, 0}};
    std::set<std::string> frontier = {request_.of};
    for (std::uint32_t depth = 1; !frontier.empty() && depth <= request_.depth; ++depth) {
      std::set<std::string> next;
      for (const auto& from : frontier) {
        for (const auto& to : steps(from)) {
          if (oracle_.within(to, request_.of)) continue;
          if (found.emplace(to, depth).second) next.insert(to);
        }
      }
      frontier = std::move(next);
    }
    return found;
  }

 private:
  [[nodiscard]] std::set<std::string> steps(const std::string& from) const {
    std::set<std::string> to;
    if (oracle_.is(from, "Treaty") && from != request_.of) return to;
    for (const auto& r : oracle_.records().relationships) {
      if (r.type != "REFERS_TO" || !admitted(r)) continue;
      const bool out = request_.direction == Direction::Out;
      const auto& here = out ? r.from : r.to;
      const auto& there = out ? r.to : r.from;
      if (oracle_.within(here, from) && !oracle_.within(there, from)) to.insert(lifted(there));
    }
    return to;
  }

  [[nodiscard]] bool admitted(const RelationshipRecord& r) const {
    const auto mode = Oracle::text(r.properties, "mode");
    const bool mode_counts = request_.modes.empty() || std::ranges::find(request_.modes, mode) != request_.modes.end();
    const bool extracted = Oracle::text(r.properties, "basis") == "extracted";
    return mode_counts &&
           (request_.scope.basis == Basis::All || (request_.scope.basis == Basis::Extracted) == extracted);
  }

  [[nodiscard]] std::string lifted(const std::string& key) const {
    switch (request_.level) {
      case Level::Article:
        return oracle_.lifted(key, {"Article"});
      case Level::Paragraph:
        return oracle_.lifted(key, {"Paragraph"});
      case Level::Point:
        return oracle_.lifted(key, {"Point"});
      case Level::AsWritten:
        break;
    }
    return key;
  }

  const Oracle& oracle_;
  const DependenciesRequest& request_;
};

TEST(Dependencies, equal_their_definition_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    std::vector<std::string> provisions;
    for (const auto& node : records.nodes) {
      if (oracle.is(node.key, "Provision")) provisions.push_back(node.key);
    }
    DependenciesRequest request;
    request.of = random.one_of(provisions);
    request.direction = random.chance(50) ? Direction::Out : Direction::In;
    request.level = static_cast<Level>(random.below(4));
    if (random.chance(40)) request.depth = random.below(4);
    if (random.chance(30)) request.modes = {std::string(random.one_of(kModes)), "refers_to"};
    if (random.chance(30)) request.scope.basis = Basis::Extracted;
    const auto answer = ask(graph, request);
    ASSERT_EQ(depths(graph, answer), SlowDependencies(oracle, request).depths()) << seed << " " << request.of;
    for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
      ASSERT_EQ(answer.chain_to(i).size(), answer.graph.nodes[i].depth) << seed;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
