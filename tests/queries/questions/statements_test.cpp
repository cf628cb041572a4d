#include "queries/questions/statements.h"

#include <array>
#include <set>

#include <gmock/gmock.h>

#include "queries/questions/dependencies.h"
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

std::set<std::string> statements(const Graph& graph, const StatementsRequest& request) {
  const auto answer = statements_about(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::set<std::string> keys;
  if (answer) {
    for (const auto& hit : answer->hits) keys.emplace(graph.key(hit.statement));
  }
  return keys;
}

StatementsRequest about(std::string key) {
  StatementsRequest request;
  request.about = std::move(key);
  request.page.limit = 1'000;
  return request;
}

constexpr std::string_view kDrawing = R"(
  statement:one date=2023-05-01
  org:watch -MADE-> statement:one
  statement:one -ADDRESSES-> t:art_1__para_2 stance=critical concern=privacy;scope
  statement:two -ADDRESSES-> t:art_2 stance=supports
  t:art_1 -REFERS_TO-> t:art_2
  statement:three -ADDRESSES-> t@2020:art_9 stance=critical
  t@2020:art_9 -CORRESPONDS_TO-> t:art_1
)";

TEST(Statements, about_a_provision_are_those_about_its_parts) {
  const auto graph = graph_of(kDrawing);
  EXPECT_THAT(statements(graph, about("t:art_1")), ElementsAre("statement:one", "statement:three"));
  auto request = about("t:art_1");
  request.parts = false;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:three"));
}

TEST(Statements, are_told_without_the_speaker_that_is_left_out) {
  const auto graph = graph_of(kDrawing);
  auto request = about("t:art_1__para_2");
  request.scope.without = {"org:watch"};
  const auto answer = statements_about(graph, request, Budget());
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_TRUE(answer->hits[0].speakers.empty());
}

TEST(Statements, reach_what_a_provision_rests_on) {
  const auto graph = graph_of(kDrawing);
  auto request = about("t:art_1");
  request.dependencies = true;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one", "statement:three", "statement:two"));
}

TEST(Statements, about_a_draft_come_with_what_carries_them) {
  const auto graph = graph_of(kDrawing);
  const auto answer = *statements_about(graph, about("t:art_1"), Budget());
  for (const auto& hit : answer.hits) {
    const bool is_of_draft = graph.key(*hit.addressed).starts_with("t@2020:");
    EXPECT_EQ(hit.carried.size(), is_of_draft ? 1U : 0U);
  }
}

constexpr std::string_view kDraftMatchedByArticle = R"(
  t:art_2__para_1
  t:art_2__para_3__point_a
  statement:of_part -ADDRESSES-> t@2020:art_1__para_1 stance=critical
  statement:of_article -ADDRESSES-> t@2020:art_1 stance=critical
  statement:of_dropped_part -ADDRESSES-> t@2020:art_1__para_2
  statement:of_moved_part -ADDRESSES-> t@2020:art_1__para_3
  t@2020:art_1__para_3 -CORRESPONDS_TO-> t:art_2__para_4 relation=equivalent confidence=high
  t:art_2__para_3
  t@2020:art_1 -CORRESPONDS_TO-> t:art_2 relation=equivalent confidence=high
)";

TEST(Statements, about_a_part_of_a_draft_are_carried_by_its_article_where_no_closer_match_is_known) {
  const auto graph = graph_of(kDraftMatchedByArticle);
  const auto answer = *statements_about(graph, about("t:art_2__para_1"), Budget());
  ASSERT_EQ(answer.hits.size(), 1U);
  const auto& hit = answer.hits[0];
  EXPECT_EQ(graph.key(hit.statement), "statement:of_part");
  EXPECT_TRUE(hit.carried_by_article);
  EXPECT_EQ(hit.carried_confidence, "medium");
  ASSERT_EQ(hit.carried.size(), 1U);
  EXPECT_EQ(graph.key(graph.target(hit.carried[0])), "t:art_2");
}

TEST(Statements, about_a_part_that_is_matched_itself_are_as_sure_as_that_match) {
  const auto graph = graph_of(kDraftMatchedByArticle);
  const auto moved = *statements_about(graph, about("t:art_2__para_4"), Budget());
  ASSERT_EQ(moved.hits.size(), 1U);
  EXPECT_FALSE(moved.hits[0].carried_by_article);
  EXPECT_EQ(moved.hits[0].carried_confidence, "high");
  EXPECT_THAT(statements(graph, about("t:art_2")), ElementsAre("statement:of_article", "statement:of_dropped_part",
                                                               "statement:of_moved_part", "statement:of_part"));
}

TEST(Statements, about_a_part_are_not_carried_by_articles_that_merely_overlap) {
  const auto graph = graph_of(R"(
    t:art_2__para_1
    statement:of_part -ADDRESSES-> t@2020:art_1__para_1
    t@2020:art_1 -CORRESPONDS_TO-> t:art_2 relation=broader confidence=high
  )");
  EXPECT_THAT(statements(graph, about("t:art_2__para_1")), ElementsAre());
}

TEST(Statements, about_a_draft_are_carried_by_what_is_in_scope_alone) {
  const auto graph = graph_of(R"(
    t:art_1
    t@2022:art_4 -CORRESPONDS_TO-> t:art_1 basis=curated
    t@2020:art_9 -CORRESPONDS_TO-> t@2022:art_4 basis=extracted
    statement:early -ADDRESSES-> t@2020:art_9 basis=curated
    statement:late -ADDRESSES-> t@2022:art_4 basis=curated
  )");
  auto request = about("t:art_1");
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:early", "statement:late"));
  request.scope.without = {"t@2022:art_4"};
  EXPECT_THAT(statements(graph, request), ElementsAre()) << "neither it nor what it leads to";
  request.scope = {};
  request.scope.basis = Basis::Curated;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:late"));
}

TEST(Statements, are_not_carried_by_articles_that_are_out_of_scope) {
  const auto graph = graph_of(R"(
    t:art_2__para_1
    statement:of_part -ADDRESSES-> t@2020:art_1__para_1 basis=extracted
    t@2020:art_1 -CORRESPONDS_TO-> t:art_2 relation=equivalent basis=curated
  )");
  auto request = about("t:art_2__para_1");
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:of_part"));
  request.scope.basis = Basis::Extracted;
  EXPECT_THAT(statements(graph, request), ElementsAre());
}

TEST(Statements, are_chosen_by_stance_speaker_and_concern) {
  const auto graph = graph_of(kDrawing);
  auto request = about("t:art_1");
  request.stance = "critical";
  request.concern = "scope";
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one"));
  request.speaker = "org:watch";
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one"));
  request.speaker = "org:watsh";
  EXPECT_THAT(statements_about(graph, request, Budget()).error().detail, HasSubstr("org:watch"));
}

TEST(Statements, say_why_there_are_none) {
  const auto graph = graph_of(kDrawing);
  auto request = about("t:art_2");
  request.stance = "opposes";
  EXPECT_NE(statements_about(graph, request, Budget())->explanation, "");
}

std::string version(const std::string& key) {
  return key.substr(0, key.find(':'));
}

/// `key` and all that CORRESPONDS_TO ties it to within its treaty.
std::set<std::string> tied_to(const Oracle& oracle, const std::string& key, bool only_equivalent) {
  const auto treaty = [](const std::string& of) { return of.substr(0, of.find_first_of("@:")); };
  std::set<std::string> same = {key};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& r : oracle.records().relationships) {
      if (r.type != "CORRESPONDS_TO" || treaty(r.from) != treaty(r.to)) continue;
      if (only_equivalent && Oracle::text(r.properties, "relation") != "equivalent") continue;
      if (same.contains(r.from)) grew |= same.insert(r.to).second;
      if (same.contains(r.to)) grew |= same.insert(r.from).second;
    }
  }
  return same;
}

/// The same, and in versions without any the part of the same place in an equivalent article.
std::set<std::string> plain_counterparts(const Oracle& oracle, const std::string& key) {
  auto same = tied_to(oracle, key, false);
  std::set<std::string> versions;
  for (const auto& tied : same) versions.insert(version(tied));
  const auto above = oracle.above(key);
  const auto article = std::ranges::find_if(above, [&](const auto& whole) { return oracle.is(whole, "Article"); });
  if (article == above.end()) return same;
  for (const auto& other : tied_to(oracle, *article, true)) {
    const auto part = other + key.substr(article->size());
    const bool exists = std::ranges::count(oracle.provisions(), part) > 0;
    if (exists && oracle.is(other, "Article") && !versions.contains(version(other))) same.insert(part);
  }
  return same;
}

/// Only what `scope` sees of the records; structure is always seen.
GraphRecords seen_of(const GraphRecords& records, const Oracle& oracle, const Scope& scope) {
  const auto is_hidden = [&](const std::string& key) {
    return std::ranges::any_of(scope.without, [&](const auto& hidden) { return oracle.within(key, hidden); });
  };
  const auto basis = std::array{"", "extracted", "curated"}[static_cast<std::size_t>(scope.basis)];
  auto seen = records;
  std::erase_if(seen.nodes, [&](const auto& node) { return is_hidden(node.key); });
  std::erase_if(seen.relationships, [&](const auto& r) {
    const bool is_of_basis =
        scope.basis == Basis::All || r.type == "HAS_PART" || Oracle::text(r.properties, "basis") == basis;
    return !is_of_basis || is_hidden(r.from) || is_hidden(r.to);
  });
  return seen;
}

/// The provision and its parts, and their counterparts in other versions of the treaty with their parts.
std::set<std::string> plain_subjects(const Oracle& oracle, const std::string& about) {
  std::set<std::string> subjects;
  for (const auto& key : oracle.provisions()) {
    if (!oracle.within(key, about)) continue;
    for (const auto& counterpart : plain_counterparts(oracle, key)) {
      for (const auto& part : oracle.provisions()) {
        if (oracle.within(part, counterpart)) subjects.insert(part);
      }
    }
  }
  return subjects;
}

TEST(Statements, equal_a_plain_search_in_every_scope_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle whole(records);
    Random random(seed);
    const auto provisions = whole.provisions();
    auto request = about(random.one_of(provisions));
    if (random.chance(50)) request.stance = "critical";
    if (random.chance(50)) request.scope.basis = static_cast<Basis>(random.below(3));
    const auto& hidden = random.one_of(provisions);
    if (random.chance(50) && !whole.within(request.about, hidden)) request.scope.without = {hidden};

    const auto seen = seen_of(records, whole, request.scope);
    const auto subjects = plain_subjects(Oracle(seen), request.about);
    std::set<std::string> expected;
    for (const auto& r : seen.relationships) {
      const bool chosen = request.stance.empty() || Oracle::text(r.properties, "stance") == request.stance;
      if (r.type == "ADDRESSES" && subjects.contains(r.to) && chosen) expected.insert(r.from);
    }
    ASSERT_EQ(statements(graph, request), expected) << seed << " " << request.about << " without " << hidden;
  }
}

}  // namespace
}  // namespace treatygraph::queries
