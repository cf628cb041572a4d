#include "queries/questions/coverage.h"

#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "queries/treaty/unbroken.h"
#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Oracle;
using ::testing::Pair;
using testing::Random;

Coverage ask_for(const Graph& graph, const CoverageRequest& request) {
  auto answer = coverage_of(graph, request, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  return answer ? std::move(*answer) : Coverage();
}

using Cells = std::map<std::pair<std::string, std::string>, std::string>;

Cells cells(const Graph& graph, const Coverage& coverage) {
  Cells all;
  for (std::size_t r = 0; r < coverage.rows.size(); ++r) {
    for (std::size_t c = 0; c < coverage.columns.size(); ++c) {
      all[{std::string(graph.key(coverage.rows[r])), std::string(graph.key(coverage.columns[c]))}] =
          kReachNames.at(static_cast<std::size_t>(coverage.at(r, c).reach));
    }
  }
  return all;
}

constexpr std::string_view kPowersAndSafeguards = R"(
  t:chp_I__art_1__para_1 -GRANTS-> t:power.search
  t:chp_I__art_2 -GRANTS-> t:power.seizure
  t:art_3 -GRANTS-> t:power.transfer
  t:art_4 -PROVIDES-> t:safeguard.review
  t:art_5 -PROVIDES-> t:safeguard.remedy
  t:safeguard.review -CONDITIONS-> t:power.search
  t:safeguard.review -CONDITIONS-> t:chp_I
  t:chp_I__art_1__para_1 -REFERS_TO-> t:art_6 mode=subject_to quote="article 6"
  t:art_6 -REFERS_TO-> t:art_5 mode=in_accordance_with quote="article 5"
)";

TEST(Coverage, tells_how_each_safeguard_reaches_each_power) {
  const auto graph = graph_of(kPowersAndSafeguards);
  const auto found = cells(graph, ask_for(graph, {}));
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.review"}), "direct");
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.remedy"}), "reference");
  EXPECT_EQ(found.at({"t:power.seizure", "t:safeguard.review"}), "inherited");
  EXPECT_EQ(found.at({"t:power.seizure", "t:safeguard.remedy"}), "none");
}

TEST(Coverage, shows_the_words_that_lead_to_a_safeguard) {
  const auto graph = graph_of(kPowersAndSafeguards);
  CoverageRequest request;
  request.rows = {"t:power.search"};
  request.columns = {"t:art_5"};
  const auto coverage = ask_for(graph, request);
  std::vector<std::string> types;
  for (const auto r : coverage.at(0, 0).witness) types.push_back(graph.types().name(graph.type(r)));
  EXPECT_THAT(types, ElementsAre("GRANTS", "REFERS_TO", "REFERS_TO", "PROVIDES"));
}

TEST(Coverage, is_carried_by_words_that_bind_alone) {
  const auto reach_by = [](std::string_view mode, CoverageRequest request = {}) {
    const auto graph = graph_of(fmt::format(R"(
      t:art_1__para_1 -GRANTS-> t:power.search
      t:art_1__para_2 -REFERS_TO-> t:art_3 mode=subject_to
      t:art_1__para_1 -REFERS_TO-> t:art_2 mode={}
      t:art_2 -PROVIDES-> t:safeguard.review
      t:art_3 -PROVIDES-> t:safeguard.remedy
    )",
                                            mode));
    const auto found = cells(graph, ask_for(graph, request));
    EXPECT_EQ(found.at({"t:power.search", "t:safeguard.remedy"}), "none") << "a sibling carries nothing";
    return found.at({"t:power.search", "t:safeguard.review"});
  };
  EXPECT_EQ(reach_by("subject_to"), "reference");
  EXPECT_EQ(reach_by("in_accordance_with"), "reference");
  EXPECT_EQ(reach_by("in_accordance_with describes=true"), "none") << "\"data preserved pursuant to article 2\"";
  EXPECT_EQ(reach_by("defined_in"), "none");
  EXPECT_EQ(reach_by("refers_to"), "none");
  EXPECT_EQ(reach_by("applies_to"), "none") << "it applies to that one; that one does not apply to it";
  EXPECT_EQ(reach_by("applies_to applied=cited"), "none") << "\"may reserve the right not to apply article 2\"";
  EXPECT_EQ(reach_by("notwithstanding"), "excluded");
  CoverageRequest request;
  request.modes = {"defined_in"};
  EXPECT_EQ(reach_by("defined_in", request), "reference");
  request.modes = {"in_accordance_with"};
  EXPECT_EQ(reach_by("in_accordance_with describes=true", request), "reference") << "asked for by name";
}

constexpr std::string_view kApplying = R"(
  t:chp_V__art_48__para_1 -GRANTS-> t:power.joint-investigation
  t:art_24__para_2 -PROVIDES-> t:safeguard.review
  t:art_24__para_4 -PROVIDES-> t:safeguard.remedy
  t:art_24__para_4 -REFERS_TO-> t:chp_V mode=applies_to quote="chapter V"
)";

TEST(Coverage, is_carried_from_what_applies_to_the_row_or_to_what_it_stands_in) {
  const auto graph = graph_of(kApplying);
  const auto found = cells(graph, ask_for(graph, {}));
  EXPECT_EQ(found.at({"t:power.joint-investigation", "t:safeguard.remedy"}), "reference");
  EXPECT_EQ(found.at({"t:power.joint-investigation", "t:safeguard.review"}), "none");
}

constexpr std::string_view kWhole = R"(
  t:chp_V__art_44 -GRANTS-> t:power.search
  t:chp_V__art_44 -REFERS_TO-> t:chp_V mode=in_accordance_with quote="other provisions of this chapter"
  t:chp_V__art_37 -PROVIDES-> t:safeguard.of-persons-sought
  t:chp_V__art_37 -REFERS_TO-> t:art_6 mode=subject_to
  t:art_6 -PROVIDES-> t:safeguard.review
)";

TEST(Coverage, of_words_that_bind_to_a_chapter_leaves_out_what_its_articles_provide_and_says_so) {
  const auto graph = graph_of(kWhole);
  const auto found = cells(graph, ask_for(graph, {}));
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.of-persons-sought"}), "none");
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.review"}), "none");
  const auto answer = ask(*find_question("coverage"), graph, {}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->warnings, Contains(AllOf(HasSubstr("t:chp_V"), HasSubstr("into=divisions"))));
}

TEST(Coverage, goes_on_into_a_chapter_where_asked) {
  const auto graph = graph_of(kWhole);
  CoverageRequest request;
  request.into_divisions = true;
  const auto coverage = ask_for(graph, request);
  const auto found = cells(graph, coverage);
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.of-persons-sought"}), "reference");
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.review"}), "reference");
  EXPECT_TRUE(coverage.not_entered.empty());
}

TEST(Coverage, shows_a_witness_each_step_of_which_begins_where_the_one_before_ended) {
  const auto graph = graph_of(kApplying);
  CoverageRequest request;
  request.columns = {"t:safeguard.remedy"};
  const auto coverage = ask_for(graph, request);
  std::vector<std::string> steps;
  for (const auto r : unbroken(graph, coverage.rows[0], coverage.at(0, 0).witness)) {
    steps.push_back(fmt::format("{} {}", graph.types().name(graph.type(r)), graph.key(graph.source(r))));
  }
  EXPECT_THAT(steps, ElementsAre("GRANTS t:chp_V__art_48__para_1", "HAS_PART t:chp_V__art_48", "HAS_PART t:chp_V",
                                 "REFERS_TO t:art_24__para_4", "PROVIDES t:art_24__para_4"));
}

TEST(Coverage, tells_where_an_inherited_safeguard_holds) {
  const auto graph = graph_of(kPowersAndSafeguards);
  CoverageRequest request;
  request.rows = {"t:power.seizure"};
  EXPECT_EQ(graph.key(ask_for(graph, request).at(0, 0).holds_at.value()), "t:chp_I");
}

TEST(Coverage, stays_within_one_treaty_and_asks_which) {
  const auto graph = graph_of(std::string(kPowersAndSafeguards) + R"(
    u:art_1 -GRANTS-> u:power.entry
    u:art_2 -PROVIDES-> u:safeguard.warrant
  )");
  const auto refused = coverage_of(graph, {}, Budget());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("t, u"), HasSubstr("treaty=t"), HasSubstr("treaty=all")));
  CoverageRequest request;
  request.rows = {"u:art_1"};
  EXPECT_THAT(cells(graph, ask_for(graph, request)), ElementsAre(Pair(Pair("u:art_1", "u:safeguard.warrant"), "none")));
  request.rows = {"Power"};
  request.treaty = "all";
  EXPECT_EQ(ask_for(graph, request).cells.size(), 4U * 3U);
}

TEST(Coverage, of_none_lists_the_powers_that_no_safeguard_reaches) {
  const auto graph = graph_of(kPowersAndSafeguards);
  CoverageRequest request;
  request.only = "none";
  const auto coverage = ask_for(graph, request);
  ASSERT_EQ(coverage.rows.size(), 1U);
  EXPECT_EQ(graph.key(coverage.rows[0]), "t:power.transfer");
  request.rows = {"t:power.search"};
  EXPECT_THAT(ask_for(graph, request).explanation, HasSubstr("2 safeguards"));
}

TEST(Coverage, without_a_provision_is_without_the_safeguards_and_powers_that_it_alone_carries) {
  const auto graph = graph_of(kPowersAndSafeguards);
  CoverageRequest request;
  request.scope.without = {"t:art_4", "t:art_3"};
  EXPECT_THAT(cells(graph, ask_for(graph, request)),
              ElementsAre(Pair(Pair("t:power.search", "t:safeguard.remedy"), "reference"),
                          Pair(Pair("t:power.seizure", "t:safeguard.remedy"), "none")));
}

TEST(Coverage, adds_up_rows_and_columns) {
  const auto graph = graph_of(kPowersAndSafeguards);
  const auto coverage = ask_for(graph, {});
  EXPECT_THAT(coverage.totals(), ElementsAre(1, 1, 1, 0, 3));
  EXPECT_THAT(coverage.of_row(0), ElementsAre(1, 0, 1, 0, 0));
  EXPECT_THAT(coverage.of_column(0), ElementsAre(1, 1, 0, 0, 1));
}

TEST(Coverage, opens_in_a_spreadsheet_as_rows_by_columns) {
  const auto graph = graph_of(kPowersAndSafeguards);
  const auto answer = ask(*find_question("coverage"), graph, {{"rows", "t:power.search"}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_EQ(*formats::render(graph, *answer, formats::Format::Csv),
            "key,title,t:safeguard.review,t:safeguard.remedy,direct,inherited,reference,excluded,none\r\n"
            "t:power.search,t:power.search,direct,reference,1,0,1,0,0\r\n"
            "rows reached,,1,1,1,0,1,0,0\r\n");
}

TEST(Coverage, refuses_what_cannot_be_a_row_or_a_column) {
  const auto graph = graph_of(std::string(kPowersAndSafeguards) + "state:AAA -SIGNED-> treaty:t");
  CoverageRequest request;
  request.rows = {"state:AAA"};
  EXPECT_THAT(coverage_of(graph, request, Budget()).error().detail, HasSubstr("powers, offences and provisions"));
  request.rows = {"Power"};
  request.columns = {"t:power.search"};
  EXPECT_THAT(coverage_of(graph, request, Budget()).error().detail, HasSubstr("safeguards"));
  request.columns = {"Safegard"};
  EXPECT_THAT(coverage_of(graph, request, Budget()).error().detail, HasSubstr("Safeguard"));
}

/// The header of coverage.h, sentence by sentence.
class SlowCoverage {
 public:
  SlowCoverage(const Oracle& oracle, const CoverageRequest& request) : oracle_(oracle), request_(request) {}

  [[nodiscard]] std::string reach(const std::string& row, const std::string& safeguard) const {
    if (is_switched_off(row, safeguard)) return "excluded";
    if (conditions_any(safeguard, own(row))) return "direct";
    if (conditions_any(safeguard, above(row))) return "inherited";
    return is_referred_to(row, safeguard) ? "reference" : "none";
  }

 private:
  using Keys = std::set<std::string>;

  [[nodiscard]] Keys carriers(const std::string& thing) const {
    Keys found;
    for (const auto& r : oracle_.records().relationships) {
      if (r.to == thing && (r.type == "GRANTS" || r.type == "ESTABLISHES") && seen(r)) found.insert(r.from);
    }
    return found;
  }
  [[nodiscard]] Keys own(const std::string& row) const {
    Keys nodes = {row};
    if (!oracle_.is(row, "Provision")) return nodes;
    for (const auto& node : oracle_.records().nodes) {
      if (oracle_.is(node.key, "Provision") && oracle_.within(node.key, row)) nodes.insert(node.key);
      for (const auto& carrier : carriers(node.key)) {
        if (oracle_.within(carrier, row)) nodes.insert(node.key);
      }
    }
    return nodes;
  }
  [[nodiscard]] Keys above(const std::string& row) const {
    Keys nodes;
    const auto add_above = [&](const std::string& key) {
      for (const auto& whole : oracle_.above(key)) nodes.insert(whole);
    };
    if (oracle_.is(row, "Provision")) add_above(row);
    for (const auto& carrier : carriers(row)) {
      nodes.insert(carrier);
      add_above(carrier);
    }
    return nodes;
  }
  [[nodiscard]] bool conditions_any(const std::string& safeguard, const Keys& nodes) const {
    return std::ranges::any_of(oracle_.records().relationships, [&](const RelationshipRecord& r) {
      return r.type == "CONDITIONS" && r.from == safeguard && nodes.contains(r.to) && seen(r);
    });
  }
  [[nodiscard]] Keys starts(const std::string& row) const {
    return oracle_.is(row, "Provision") ? Keys{row} : carriers(row);
  }
  [[nodiscard]] bool is_provided(const std::string& safeguard, const Keys& by) const {
    return std::ranges::any_of(oracle_.records().relationships, [&](const RelationshipRecord& r) {
      return r.type == "PROVIDES" && r.to == safeguard && seen(r) && by.contains(r.from);
    });
  }
  /// Words that bind, from all that is read with `at`; and those of what applies to it.
  [[nodiscard]] Keys bound_by(const std::string& at) const {
    Keys to;
    for (const auto& r : oracle_.records().relationships) {
      if (r.type != "REFERS_TO" || !seen(r)) continue;
      const auto mode = Oracle::text(r.properties, "mode");
      const bool binds = mode == "subject_to" || mode == "in_accordance_with";
      if (binds && oracle_.read(at).contains(r.from)) to.insert(r.to);
      const bool is_at = oracle_.within(r.to, at) || (oracle_.within(at, r.to) && !oracle_.is(r.to, "Treaty"));
      if (mode == "applies_to" && is_at) to.insert(r.from);
    }
    return to;
  }
  [[nodiscard]] bool is_referred_to(const std::string& row, const std::string& safeguard) const {
    const auto begin = starts(row);
    Keys open = begin;
    Keys found;
    while (!open.empty()) {
      const auto from = *open.begin();
      open.erase(open.begin());
      if (!begin.contains(from) && !is_entered(from)) continue;
      for (const auto& to : bound_by(from)) {
        const bool back = std::ranges::any_of(begin, [&](const std::string& s) { return oracle_.within(to, s); });
        if (!back && found.insert(to).second) open.insert(to);
      }
    }
    return std::ranges::any_of(
        found, [&](const std::string& key) { return is_entered(key) && is_provided(safeguard, oracle_.read(key)); });
  }
  [[nodiscard]] bool is_entered(const std::string& key) const {
    return oracle_.is_read(key) || (request_.into_divisions && oracle_.is(key, "Division"));
  }
  [[nodiscard]] bool is_switched_off(const std::string& row, const std::string& safeguard) const {
    for (const auto& start : starts(row)) {
      for (const auto& r : oracle_.records().relationships) {
        const bool prevails = r.type == "REFERS_TO" && Oracle::text(r.properties, "mode") == "notwithstanding";
        if (!prevails || !seen(r) || !oracle_.read(start).contains(r.from) || oracle_.is(r.to, "Treaty")) continue;
        for (const auto& provided : oracle_.records().relationships) {
          if (provided.type == "PROVIDES" && provided.to == safeguard && seen(provided) &&
              oracle_.within(provided.from, r.to) && !oracle_.read(start).contains(provided.from)) {
            return true;
          }
        }
      }
    }
    return false;
  }
  [[nodiscard]] bool seen(const RelationshipRecord& r) const {
    return request_.scope.basis == Basis::All || Oracle::text(r.properties, "basis") == "curated";
  }

  const Oracle& oracle_;
  const CoverageRequest& request_;
};

/// Each relationship shares an end with the one before; the first touches the row, one of the last two the safeguard.
void expect_no_jump(const Graph& graph, NodeId row, NodeId column, const std::vector<RelationshipId>& witness) {
  auto at = row;
  bool meets_column = false;
  for (const auto r : witness) {
    const auto source = graph.source(r);
    const auto target = graph.target(r);
    ASSERT_TRUE(at == source || at == target) << graph.key(row) << " " << graph.key(column);
    at = at == source ? target : source;
    meets_column |= at == column;
  }
  EXPECT_TRUE(meets_column);
}

TEST(Coverage, equals_its_definition_on_a_thousand_random_graphs) {
  std::map<std::string, std::size_t> met;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    CoverageRequest request;
    request.rows = {"Power", "Offence", random.one_of(oracle.provisions())};
    request.treaty = kAllTreaties;
    if (random.chance(30)) request.scope.basis = Basis::Curated;
    request.into_divisions = random.chance(30);
    const auto coverage = ask_for(graph, request);
    const SlowCoverage slow(oracle, request);
    for (const auto& [ends, reach] : cells(graph, coverage)) {
      ASSERT_EQ(reach, slow.reach(ends.first, ends.second)) << seed << " " << ends.first << " " << ends.second;
      ++met[reach];
    }
    for (const auto& cell : coverage.cells) {
      ASSERT_EQ(cell.witness.empty(), cell.reach == Reach::None) << seed;
    }
    for (std::size_t i = 0; i < coverage.cells.size(); ++i) {
      const auto row = coverage.rows[i / coverage.columns.size()];
      const auto column = coverage.columns[i % coverage.columns.size()];
      const auto& cell = coverage.cells[i];
      if (cell.reach != Reach::None) expect_no_jump(graph, row, column, unbroken(graph, row, cell.witness));
    }
  }
  for (const auto name : kReachNames) EXPECT_GT(met[std::string(name)], 50U) << name;
}

}  // namespace
}  // namespace treatygraph::queries
