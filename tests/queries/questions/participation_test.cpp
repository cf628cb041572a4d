#include "queries/questions/participation.h"

#include <map>
#include <set>

#include <fmt/format.h>
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

constexpr std::string_view kParticipants = R"(
  treaty:t ratifications_needed=2 entry_into_force_days=90
  state:AAA -SIGNED-> treaty:t date=2025-10-25
  state:BBB -SIGNED-> treaty:t date=2025-10-26
  state:AAA -RATIFIED-> treaty:t date=2026-01-31
  state:CCC -ACCEDED-> treaty:t date=2026-03-01
  org:union -APPROVED-> treaty:t date=2026-02-01
)";

Scope on(std::string day) {
  return {{}, Basis::All, std::move(day)};
}

TEST(Participation, takes_a_dated_act_for_the_first_before_one_without_a_date) {
  const auto graph = graph_of(R"(
    treaty:t ratifications_needed=2 entry_into_force_days=90
    state:AAA -RATIFIED-> treaty:t source=undated
    state:AAA -ACCEPTED-> treaty:t date=2026-01-31
  )");
  const auto answer = *participation_in(graph, "t", {});
  ASSERT_EQ(answer.participants.size(), 1U);
  EXPECT_EQ(graph.string(*answer.participants[0].consent, "date"), "2026-01-31");
}

TEST(Participation, counts_who_signed_and_who_consented) {
  const auto graph = graph_of(kParticipants);
  const auto now = *participation_in(graph, "t", {});
  EXPECT_EQ(now.signatory_count, 2U);
  EXPECT_EQ(now.consent_count, 3U);
  EXPECT_EQ(now.counted_count, 2U) << "an organisation is not counted beside its members";
  EXPECT_EQ(now.missing, 0U);
  EXPECT_EQ(now.needed_reached_on, "2026-03-01");
  EXPECT_EQ(now.entry_into_force, "2026-05-30");
}

TEST(Participation, does_not_count_a_ratification_that_is_known_at_home_alone) {
  const auto graph = graph_of(R"(
    treaty:t ratifications_needed=2 entry_into_force_days=90
    state:AAA -RATIFIED-> treaty:t date=2026-01-31
    state:BBB -RATIFIED-> treaty:t date=2026-02-23 kind=domestic
    state:CCC -RATIFIED-> treaty:t date=2026-02-24 kind=domestic
    state:CCC -RATIFIED-> treaty:t date=2026-05-01
  )");
  const auto then = *participation_in(graph, "t", on("2026-04-01"));
  EXPECT_EQ(then.consent_count, 1U);
  EXPECT_EQ(then.domestic_count, 2U);
  EXPECT_EQ(then.missing, 1U);
  const auto now = *participation_in(graph, "t", {});
  EXPECT_EQ(now.counted_count, 2U);
  EXPECT_EQ(now.domestic_count, 1U) << "what was deposited since is counted once";
  EXPECT_EQ(now.needed_reached_on, "2026-05-01");
}

TEST(Participation, looks_back_to_any_day) {
  const auto graph = graph_of(kParticipants);
  const auto then = *participation_in(graph, "t", on("2025-12-31"));
  EXPECT_EQ(then.signatory_count, 2U);
  EXPECT_EQ(then.consent_count, 0U);
  EXPECT_EQ(then.missing, 2U);
  EXPECT_EQ(then.in_force, false);
  EXPECT_EQ(then.party_count, 0U);
}

TEST(Participation, is_unknown_where_nobody_is_known_to_have_acted) {
  const auto graph = graph_of("treaty:t ratifications_needed=2 entry_into_force_days=90\nt:art_1");
  const auto answer = *participation_in(graph, "t", {});
  EXPECT_FALSE(answer.has_acts);
  EXPECT_EQ(answer.in_force, std::nullopt);
  EXPECT_EQ(answer.party_count, std::nullopt);
  EXPECT_EQ(answer.missing, std::nullopt);
  EXPECT_EQ(answer.unknown_because, "t: no signature and no consent to be bound is known");
}

TEST(Participation, is_unknown_without_the_number_that_entry_into_force_takes) {
  const auto graph = graph_of("state:AAA -RATIFIED-> treaty:t date=1966-12-19");
  const auto answer = *participation_in(graph, "t", {});
  EXPECT_EQ(answer.consent_count, 1U);
  EXPECT_EQ(answer.in_force, std::nullopt);
  EXPECT_THAT(answer.unknown_because, HasSubstr("how many consents to be bound its entry into force takes"));
}

TEST(Participation, is_known_before_anybody_acted_where_it_is_known_who_did_later) {
  const auto then = *participation_in(graph_of(kParticipants), "t", on("2025-01-01"));
  EXPECT_TRUE(then.has_acts);
  EXPECT_EQ(then.signatory_count, 0U);
  EXPECT_EQ(then.in_force, false);
  EXPECT_EQ(then.unknown_because, "");
}

TEST(Participation, does_not_guess_the_day_of_an_instrument_that_is_dated_by_its_month) {
  const auto graph = graph_of(R"(
    treaty:t ratifications_needed=1 entry_into_force_days=30
    state:AAA -RATIFIED-> treaty:t date=2020-02
  )");
  EXPECT_EQ(participation_in(graph, "t", on("2020-03-01"))->in_force, false) << "not even from 1 February";
  const auto between = *participation_in(graph, "t", on("2020-03-15"));
  EXPECT_EQ(between.in_force, std::nullopt);
  EXPECT_THAT(between.unknown_because, HasSubstr("between 2020-03-02 and 2020-03-30"));
  EXPECT_EQ(participation_in(graph, "t", on("2020-04-01"))->in_force, true);
}

TEST(Participation, is_unknown_where_the_wait_after_the_last_instrument_is) {
  const auto graph = graph_of("treaty:t ratifications_needed=1\nstate:AAA -RATIFIED-> treaty:t date=2020-02-01");
  const auto answer = *participation_in(graph, "t", {});
  EXPECT_EQ(answer.in_force, std::nullopt);
  EXPECT_EQ(answer.missing, 0U);
  EXPECT_THAT(answer.unknown_because, HasSubstr("how long entry into force takes"));
}

TEST(Participation, counts_no_parties_of_a_treaty_in_force_of_which_nobody_is_known) {
  const auto answer = *participation_in(graph_of("treaty:t entry_into_force=1994-11-16\nt:art_1"), "t", {});
  EXPECT_EQ(answer.in_force, true);
  EXPECT_EQ(answer.party_count, std::nullopt);
  EXPECT_THAT(answer.unknown_because, HasSubstr("nobody's consent"));
}

TEST(Participation, is_not_undone_by_who_withdraws_after_entry_into_force) {
  const auto graph = graph_of(R"(
    treaty:t ratifications_needed=2 entry_into_force_days=90
    state:AAA -RATIFIED-> treaty:t date=2000-01-01
    state:BBB -RATIFIED-> treaty:t date=2000-02-01
    state:BBB -WITHDREW-> treaty:t date=2010-01-01
  )");
  const auto answer = *participation_in(graph, "t", {});
  EXPECT_EQ(answer.needed_reached_on, "2000-02-01");
  EXPECT_EQ(answer.missing, 0U);
  EXPECT_EQ(answer.in_force, true);
  EXPECT_EQ(answer.party_count, 1U);
}

constexpr std::string_view kReported = R"(
  treaty:t ratifications_needed=40 entry_into_force_days=90
  state:AAA -SIGNED-> treaty:t date=2025-10-25
  state:BBB -SIGNED-> treaty:t date=2025-10
  state:CCC -SIGNED-> treaty:t date=2026-07
  state:AAA -RATIFIED-> treaty:t date=2026-02 kind=domestic
  event:ceremony treaty=t date=2025-10-26 signatories_reported=2
  event:digest treaty=t date=2026-05 signatories_reported=4 ratifications_reported=1
  event:other treaty=u date=2026-05 signatories_reported=100
)";

TEST(Participation, tells_what_events_report_beside_what_is_listed) {
  const auto graph = graph_of(kReported);
  const auto answer = *participation_in(graph, "t", {});
  std::vector<std::string> told;
  for (const auto& count : answer.reports) {
    told.push_back(fmt::format("{} {} {}: {}..{} {}", graph.key(count.event), count.reported, count.what,
                               count.listed_at_least, count.listed_at_most, count.agrees()));
  }
  EXPECT_THAT(told, ElementsAre("event:ceremony 2 signatories: 1..2 true", "event:digest 4 signatories: 2..2 false",
                                "event:digest 1 ratifications: 1..1 true"));
  EXPECT_THAT(
      contradictions_in(graph, answer),
      ElementsAre("event:digest (2026-05) tells of 4 signatories; 2 are listed by then, 3 in all: at least 2 not "
                  "in the list"));
  EXPECT_EQ(participation_in(graph, "t", on("2026-03-01"))->reports.size(), 1U) << "the digest comes later";
}

TEST(Participation, tells_that_more_are_listed_than_an_event_reports) {
  const auto graph = graph_of(R"(
    state:AAA -SIGNED-> treaty:t date=2020-01-01
    state:BBB -SIGNED-> treaty:t date=2020-01-02
    event:digest treaty=t date=2020-02 signatories_reported=1
  )");
  EXPECT_THAT(
      contradictions_in(graph, *participation_in(graph, "t", {})),
      ElementsAre(HasSubstr("tells of 1 signatories; 2 are listed by then, 2 in all: one of the two is wrong")));
}

TEST(Participation, names_the_nearest_treaty_and_a_wrong_day) {
  const auto graph = graph_of(kParticipants);
  EXPECT_THAT(participation_in(graph, "tt", {}).error().detail, HasSubstr("t"));
  EXPECT_THAT(participation_in(graph, "t", on("2025-13-01")).error().detail, HasSubstr("2025-13-01"));
}

TEST(Participation, equals_a_plain_count_on_a_thousand_random_graphs) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    for (const std::string as_of : {"", "2021-12-31"}) {
      std::map<std::string, std::set<std::string>> done;
      for (const auto& r : records.relationships) {
        const auto date = Oracle::text(r.properties, "date");
        if (r.to == "treaty:one" && (as_of.empty() || date <= as_of)) done[r.from].insert(r.type);
      }
      std::size_t signatories = 0;
      std::size_t bound = 0;
      for (const auto& [who, acts] : done) {
        signatories += acts.contains("SIGNED") ? 1U : 0U;
        bound += acts.contains("RATIFIED") && !acts.contains("WITHDREW") ? 1U : 0U;
      }
      const auto answer = participation_in(graph, "one", on(as_of));
      ASSERT_TRUE(answer) << answer.error().detail;
      ASSERT_EQ(answer->signatory_count, signatories) << seed;
      ASSERT_EQ(answer->consent_count, bound) << seed;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
