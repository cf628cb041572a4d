#include "queries/questions/participation.h"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;

constexpr std::string_view kDrawing = R"(
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

TEST(Participation, counts_who_signed_and_who_consented) {
  const auto graph = graph_of(kDrawing);
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
  const auto graph = graph_of(kDrawing);
  const auto then = *participation_in(graph, "t", on("2025-12-31"));
  EXPECT_EQ(then.signatory_count, 2U);
  EXPECT_EQ(then.consent_count, 0U);
  EXPECT_EQ(then.missing, 2U);
  EXPECT_FALSE(then.in_force);
}

TEST(Participation, names_the_nearest_treaty_and_a_wrong_day) {
  const auto graph = graph_of(kDrawing);
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
