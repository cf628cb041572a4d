#include "queries/questions/critics.h"

#include <set>

#include <gmock/gmock.h>

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
using testing::Random;

constexpr std::string_view kCriticisedTreaty = R"(
  treaty:t slug=t
  t:art_1__para_2
  t:art_1 -REFERS_TO-> t:art_2
  t@2020:art_9 -CORRESPONDS_TO-> t:art_1 relation=equivalent confidence=high
  state:AAA -MADE-> statement:a
  org:watch -MADE-> statement:a
  statement:a -ADDRESSES-> t@2020:art_9 stance=critical
  statement:a -ADDRESSES-> t:art_1__para_2 stance=critical
  state:BBB -MADE-> statement:b
  statement:b -ADDRESSES-> t:art_2 stance=opposes
  state:CCC -MADE-> statement:c
  statement:c -ADDRESSES-> t:art_1 stance=supports
  state:AAA -SIGNED-> treaty:t date=2021-03-01
  state:AAA -RESERVED-> t:art_2 kind=reservation date=2021-03-01
  state:CCC -SIGNED-> treaty:t date=2021-03-01
)";

CriticsRequest critics(std::string of) {
  CriticsRequest request;
  request.of = std::move(of);
  request.page.limit = 1'000;
  return request;
}

std::vector<std::string> who(const Graph& graph, const CriticsRequest& request) {
  const auto answer = critics_of(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::vector<std::string> keys;
  if (answer) {
    for (const auto& critic : answer->hits) keys.emplace_back(graph.key(critic.who));
  }
  return keys;
}

TEST(Critics, are_states_then_organisations_that_found_fault_with_a_provision_its_parts_or_its_drafts) {
  const auto graph = graph_of(kCriticisedTreaty);
  EXPECT_THAT(who(graph, critics("t:art_1")), ElementsAre("state:AAA", "org:watch")) << "not who supports it";
  const auto answer = *critics_of(graph, critics("t:art_1"), Budget());
  EXPECT_EQ(answer.total, 2U);
  EXPECT_EQ(answer.state_count, 1U);
  EXPECT_EQ(answer.organization_count, 1U);
  EXPECT_EQ(answer.signatory_count, 1U);
  EXPECT_EQ(answer.statement_count, 1U) << "of two critics, with two addresses";
  EXPECT_EQ(answer.hits[0].said.size(), 2U);
  EXPECT_EQ(answer.hits[0].statement_count, 1U);
}

TEST(Critics, of_what_a_provision_rests_on_are_critics_where_that_is_asked) {
  const auto graph = graph_of(kCriticisedTreaty);
  auto request = critics("t:art_1");
  request.dependencies = true;
  EXPECT_THAT(who(graph, request), ElementsAre("state:AAA", "state:BBB", "org:watch"));
}

TEST(Critics, are_told_with_what_they_did_all_the_same) {
  const auto graph = graph_of(kCriticisedTreaty);
  auto request = critics("t:art_1");
  request.has_signed = true;
  const auto answer = *critics_of(graph, request, Budget());
  ASSERT_EQ(answer.hits.size(), 1U);
  const auto& acts = answer.hits[0].acts;
  EXPECT_EQ(graph.string(*acts.towards.signature, "date"), "2021-03-01");
  EXPECT_EQ(acts.reservations.size(), 1U) << "a reservation to any provision is an act";
  request.has_signed = false;
  EXPECT_THAT(who(graph, request), ElementsAre("org:watch"));
}

TEST(Critics, come_with_the_votes_on_what_they_found_fault_with) {
  const auto graph = graph_of(R"(
    treaty:t slug=t
    t:art_1
    t@2020:art_9 -CORRESPONDS_TO-> t:art_1 relation=equivalent confidence=high
    event:vote -CONCERNS-> t@2020:art_9__para_1 outcome=failed date=2020-06-01
    event:other -CONCERNS-> t:art_2 date=2020-07-01
  )");
  const auto answer = *critics_of(graph, critics("t:art_1"), Budget());
  ASSERT_EQ(answer.events.size(), 1U);
  EXPECT_EQ(graph.key(answer.events[0].event), "event:vote");
  ASSERT_EQ(answer.events[0].carried_to->size(), 1U);
  EXPECT_EQ(graph.key(answer.events[0].carried_to->front().node), "t:art_1");
  auto earlier = critics("t:art_1");
  earlier.scope.as_of = "2020-05-31";
  EXPECT_TRUE(critics_of(graph, earlier, Budget())->events.empty());
}

TEST(Critics, have_not_signed_before_they_did) {
  const auto graph = graph_of(kCriticisedTreaty);
  auto request = critics("t:art_1");
  request.scope.as_of = "2021-02-28";
  EXPECT_FALSE(critics_of(graph, request, Budget())->hits[0].has_signed());
  request.scope.as_of = "2021-03-01";
  EXPECT_TRUE(critics_of(graph, request, Budget())->hits[0].has_signed());
}

TEST(Critics, are_chosen_by_stance_and_label_and_put_on_pages) {
  const auto graph = graph_of(kCriticisedTreaty);
  auto request = critics("treaty:t");
  EXPECT_THAT(who(graph, request), ElementsAre("state:AAA", "state:BBB", "org:watch"));
  request.stances = {"opposes"};
  EXPECT_THAT(who(graph, request), ElementsAre("state:BBB"));
  request = critics("treaty:t");
  request.label = "State";
  EXPECT_THAT(who(graph, request), ElementsAre("state:AAA", "state:BBB"));
  request.label = "Sate";
  EXPECT_THAT(critics_of(graph, request, Budget()).error().detail, HasSubstr("State"));
  request = critics("treaty:t");
  request.page.limit = 2;
  const auto first = *critics_of(graph, request, Budget());
  EXPECT_EQ(first.total, 3U);
  EXPECT_EQ(first.organization_count, 1U) << "counts are of all pages";
  request.page.cursor = first.next_cursor;
  EXPECT_THAT(who(graph, request), ElementsAre("org:watch"));
}

TEST(Critics, say_why_there_are_none_and_what_cannot_have_any) {
  const auto graph = graph_of(kCriticisedTreaty);
  auto request = critics("t:art_2");
  request.has_signed = true;
  EXPECT_THAT(critics_of(graph, request, Budget())->explanation,
              AllOf(HasSubstr("opposes or critical or calls_for_change"), HasSubstr("signature is known")));
  EXPECT_THAT(critics_of(graph, critics("state:AAA"), Budget()).error().detail, HasSubstr("belongs to no treaty"));
}

TEST(Critics, equal_a_plain_search_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle whole(records);
    Random random(seed);
    auto request = critics(random.one_of(whole.provisions()));
    request.stances = {"critical"};
    if (random.chance(30)) request.stances.emplace_back("neutral");
    if (random.chance(50)) request.has_signed = random.chance(50);
    const auto treaty = "treaty:" + request.of.substr(0, request.of.find_first_of("@:"));

    const auto subjects = testing::plain_subjects(whole, request.of);
    const auto is_sought = [&](const std::string& stance) {
      return std::ranges::find(request.stances, stance) != request.stances.end();
    };
    std::set<std::string> found_fault;
    for (const auto& r : records.relationships) {
      if (r.type == "ADDRESSES" && subjects.contains(r.to) && is_sought(Oracle::text(r.properties, "stance")))
        found_fault.insert(r.from);
    }
    std::set<std::string> signatories;
    for (const auto& r : records.relationships) {
      if (r.type == "SIGNED" && r.to == treaty) signatories.insert(r.from);
    }
    std::set<std::string> expected;
    for (const auto& r : records.relationships) {
      if (r.type != "MADE" || !found_fault.contains(r.to)) continue;
      if (signatories.contains(r.from) == request.has_signed.value_or(signatories.contains(r.from)))
        expected.insert(r.from);
    }
    ASSERT_THAT(who(graph, request), ::testing::ElementsAreArray(expected)) << seed << " " << request.of;
  }
}

}  // namespace
}  // namespace treatygraph::queries
