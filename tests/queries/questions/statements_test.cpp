#include "queries/questions/statements.h"

#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/questions/dependencies.h"
#include "tests/queries/oracle.h"
#include "tests/queries/slow_statements.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;
using testing::plain_subjects;
using testing::Random;
using testing::seen_of;

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

constexpr std::string_view kAddressedTreaty = R"(
  statement:one date=2023-05-01
  org:watch -MADE-> statement:one
  statement:one -ADDRESSES-> t:art_1__para_2 stance=critical concern=privacy;scope
  statement:two -ADDRESSES-> t:art_2 stance=supports
  t:art_1 -REFERS_TO-> t:art_2
  statement:three -ADDRESSES-> t@2020:art_9 stance=critical
  t@2020:art_9 -CORRESPONDS_TO-> t:art_1
)";

TEST(Statements, about_a_provision_are_those_about_its_parts) {
  const auto graph = graph_of(kAddressedTreaty);
  EXPECT_THAT(statements(graph, about("t:art_1")), ElementsAre("statement:one", "statement:three"));
  auto request = about("t:art_1");
  request.parts = false;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:three"));
}

TEST(Statements, are_told_without_the_speaker_that_is_left_out) {
  const auto graph = graph_of(kAddressedTreaty);
  auto request = about("t:art_1__para_2");
  request.scope.without = {"org:watch"};
  const auto answer = statements_about(graph, request, Budget());
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_TRUE(answer->hits[0].speakers.empty());
}

TEST(Statements, reach_what_a_provision_rests_on) {
  const auto graph = graph_of(kAddressedTreaty);
  auto request = about("t:art_1");
  request.dependencies = true;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one", "statement:three", "statement:two"));
}

TEST(Statements, about_a_draft_come_with_what_carries_them) {
  const auto graph = graph_of(kAddressedTreaty);
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
  const auto graph = graph_of(kAddressedTreaty);
  auto request = about("t:art_1");
  request.stances = {"critical"};
  request.concern = "scope";
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one"));
  request.speaker = "org:watch";
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:one"));
  request.speaker = "org:watsh";
  EXPECT_THAT(statements_about(graph, request, Budget()).error().detail, HasSubstr("org:watch"));
}

TEST(Statements, say_why_there_are_none) {
  const auto graph = graph_of(kAddressedTreaty);
  auto request = about("t:art_2");
  request.stances = {"opposes"};
  EXPECT_NE(statements_about(graph, request, Budget())->explanation, "");
}

constexpr std::string_view kDraftCarried = R"(
  t:art_2__para_1
  t@2020:art_1__para_1
  t@2020:art_1__para_2
  t@2020:art_1__para_3
  t@2020:art_1__para_3 -CORRESPONDS_TO-> t:art_2__para_4 relation=equivalent confidence=high
  t@2020:art_1 -CORRESPONDS_TO-> t:art_2 relation=equivalent confidence=high
  t@2020:art_7
  treaty:t@2020 slug=t@2020
  treaty:t slug=t
  statement:s1 -ADDRESSES-> t@2020:art_1__para_1
  statement:s2 -ADDRESSES-> t@2020:art_1__para_2
  statement:s3 -ADDRESSES-> t@2020:art_1__para_3
  statement:s4 -ADDRESSES-> t@2020:art_7
  statement:s5 -ADDRESSES-> treaty:t@2020
  statement:s6 -ADDRESSES-> t:art_2
)";

/// "t:art_2 containing high": where a hit is carried to; "-" where it is of no draft, "none" where nothing is known.
std::string carried(const Graph& graph, const StatementHit& hit) {
  if (!hit.carried_to) return "-";
  if (hit.carried_to->empty()) return "none";
  const auto& to = hit.carried_to->front();
  return fmt::format("{} {} {}", graph.key(to.node), kCarriedByNames.at(static_cast<std::size_t>(to.by)),
                     to.confidence);
}

TEST(Statements, about_a_draft_say_what_became_of_it_whether_or_not_that_was_asked_about) {
  const auto graph = graph_of(kDraftCarried);
  const auto answer = *statements_about(graph, about(""), Budget());
  std::vector<std::string> to;
  for (const auto& hit : answer.hits) to.push_back(carried(graph, hit));
  EXPECT_THAT(to, ElementsAre("t:art_2__para_1 article medium",  // as the articles are equivalent
                              "t:art_2 containing high",         // no such paragraph in the final text
                              "t:art_2__para_4 itself high", "none", "treaty:t whole high", "-"));
  const auto asked = *statements_about(graph, about("t@2020:art_1__para_3"), Budget());
  ASSERT_EQ(asked.hits.size(), 1U);
  EXPECT_EQ(carried(graph, asked.hits[0]), "t:art_2__para_4 itself high") << "also where the draft is asked about";
}

TEST(Statements, about_a_draft_are_not_carried_on_from_one_final_provision_to_another) {
  const auto graph = graph_of(R"(
    t@2020:art_5 -CORRESPONDS_TO-> t:art_6 confidence=high
    t@2021:art_7 -CORRESPONDS_TO-> t:art_6 confidence=high
    t@2021:art_7 -CORRESPONDS_TO-> t:art_8 confidence=high
    statement:s -ADDRESSES-> t@2020:art_5
  )");
  const auto answer = *statements_about(graph, about(""), Budget());
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_EQ(answer.hits[0].carried_to->size(), 1U);
  EXPECT_EQ(carried(graph, answer.hits[0]), "t:art_6 itself high");
}

TEST(Statements, about_a_treaty_are_also_those_about_its_drafts_as_wholes_and_their_dropped_articles) {
  const auto graph = graph_of(kDraftCarried);
  EXPECT_THAT(statements(graph, about("treaty:t")), ElementsAre("statement:s1", "statement:s2", "statement:s3",
                                                                "statement:s4", "statement:s5", "statement:s6"));
  auto request = about("treaty:t");
  request.parts = false;
  EXPECT_THAT(statements(graph, request), ElementsAre("statement:s5"));
}

constexpr std::string_view kSeveralAddresses = R"(
  statement:a date=2020 
  statement:a -ADDRESSES-> t:art_1
  statement:a -ADDRESSES-> t:art_2
  statement:a -ADDRESSES-> t:art_3
  statement:b date=2021
  statement:b -ADDRESSES-> t:art_1
  statement:b -ADDRESSES-> t:art_2
  statement:c date=2022
  statement:d date=2023
  statement:d -ADDRESSES-> t:art_3
)";

TEST(Statements, are_counted_and_paged_as_statements_and_never_split) {
  const auto graph = graph_of(kSeveralAddresses);
  auto request = about("");
  request.page.limit = 2;
  const auto first = *statements_about(graph, request, Budget());
  EXPECT_EQ(first.total, 4U);
  EXPECT_EQ(first.total_addresses, 6U) << "statement:c addresses nothing";
  EXPECT_EQ(first.hits.size(), 5U) << "two whole statements";
  ASSERT_TRUE(first.truncated);
  EXPECT_THAT(first.truncated->reason, HasSubstr("2 of 4 statements"));
  request.page.cursor = first.next_cursor;
  const auto second = *statements_about(graph, request, Budget());
  EXPECT_EQ(second.total, 4U);
  EXPECT_EQ(second.hits.size(), 2U);
  EXPECT_EQ(graph.key(second.hits[0].statement), "statement:c");
  EXPECT_EQ(second.next_cursor, "");
  EXPECT_FALSE(second.truncated);
}

TEST(Statements, come_with_the_acts_of_their_speakers_where_that_is_asked) {
  const auto graph = graph_of(R"(
    treaty:t slug=t
    t:art_1
    t:art_9
    state:AAA -MADE-> statement:s
    org:watch -MADE-> statement:s
    statement:s -ADDRESSES-> t@2020:art_1
    state:AAA -SIGNED-> treaty:t date=2021-01-01
    state:AAA -RATIFIED-> treaty:t date=2022-01-01
    state:AAA -RESERVED-> t:art_9 date=2022-01-01 kind=reservation
    state:AAA -DECLARED-> u:art_9 date=2022-01-01
    event:e treaty=t
    state:AAA -TOOK_PART_IN-> event:e vote=against date=2020-01-01
    event:f treaty=t
    state:AAA -TOOK_PART_IN-> event:f role=hosted date=2020-01-01
    state:AAA -SIGNED-> treaty:u date=2019-01-01
  )");
  auto request = about("");
  EXPECT_TRUE(statements_about(graph, request, Budget())->hits[0].acts.empty());
  request.acts = true;
  const auto answer = *statements_about(graph, request, Budget());
  ASSERT_EQ(answer.hits.size(), 1U);
  ASSERT_EQ(answer.hits[0].acts.size(), 2U) << "one each, in the speakers' order";
  for (const auto& acts : answer.hits[0].acts) {
    const bool is_state = graph.key(acts.towards.who) == "state:AAA";
    EXPECT_EQ(graph.key(acts.treaty), "treaty:t");
    EXPECT_EQ(acts.towards.signature.has_value(), is_state);
    EXPECT_EQ(acts.reservations.size(), is_state ? 1U : 0U) << "none to another treaty";
    EXPECT_EQ(acts.votes.size(), is_state ? 1U : 0U) << "to host is no vote";
  }
  request.scope.as_of = "2021-06-01";
  const auto before = *statements_about(graph, request, Budget());
  for (const auto& acts : before.hits[0].acts) EXPECT_FALSE(acts.towards.consent);
}

TEST(Statements, equal_a_plain_search_in_every_scope_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle whole(records);
    Random random(seed);
    const auto provisions = whole.provisions();
    auto request = about(random.one_of(provisions));
    if (random.chance(50)) request.stances = {"critical"};
    if (random.chance(50)) request.scope.basis = static_cast<Basis>(random.below(3));
    const auto& hidden = random.one_of(provisions);
    if (random.chance(50) && !whole.within(request.about, hidden)) request.scope.without = {hidden};

    const auto seen = seen_of(records, whole, request.scope);
    const auto subjects = plain_subjects(Oracle(seen), request.about);
    std::set<std::string> expected;
    for (const auto& r : seen.relationships) {
      const bool chosen = request.stances.empty() || Oracle::text(r.properties, "stance") == request.stances.front();
      if (r.type == "ADDRESSES" && subjects.contains(r.to) && chosen) expected.insert(r.from);
    }
    ASSERT_EQ(statements(graph, request), expected) << seed << " " << request.about << " without " << hidden;
  }
}

}  // namespace
}  // namespace treatygraph::queries
