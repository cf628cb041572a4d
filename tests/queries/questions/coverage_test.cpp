#include "queries/questions/coverage.h"

#include <map>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
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

constexpr std::string_view kDrawing = R"(
  t:chp_I__art_1__para_1 -GRANTS-> t:power.search
  t:chp_I__art_2 -GRANTS-> t:power.seizure
  t:art_3 -GRANTS-> t:power.transfer
  t:art_4 -PROVIDES-> t:safeguard.review
  t:art_5 -PROVIDES-> t:safeguard.remedy
  t:safeguard.review -CONDITIONS-> t:power.search
  t:safeguard.review -CONDITIONS-> t:chp_I
  t:chp_I__art_1__para_2 -REFERS_TO-> t:art_6 quote="article 6"
  t:art_6 -REFERS_TO-> t:art_5 quote="article 5"
)";

TEST(Coverage, tells_how_each_safeguard_reaches_each_power) {
  const auto graph = graph_of(kDrawing);
  const auto found = cells(graph, ask_for(graph, {}));
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.review"}), "direct");
  EXPECT_EQ(found.at({"t:power.search", "t:safeguard.remedy"}), "reference");
  EXPECT_EQ(found.at({"t:power.seizure", "t:safeguard.review"}), "inherited");
  EXPECT_EQ(found.at({"t:power.seizure", "t:safeguard.remedy"}), "none");
}

TEST(Coverage, shows_the_words_that_lead_to_a_safeguard) {
  const auto graph = graph_of(kDrawing);
  CoverageRequest request;
  request.rows = {"t:power.search"};
  request.columns = {"t:art_5"};
  const auto coverage = ask_for(graph, request);
  std::vector<std::string> types;
  for (const auto r : coverage.at(0, 0).witness) types.push_back(graph.types().name(graph.type(r)));
  EXPECT_THAT(types, ElementsAre("GRANTS", "REFERS_TO", "REFERS_TO", "PROVIDES"));
}

TEST(Coverage, of_none_lists_the_powers_that_no_safeguard_reaches) {
  const auto graph = graph_of(kDrawing);
  CoverageRequest request;
  request.only = "none";
  const auto coverage = ask_for(graph, request);
  ASSERT_EQ(coverage.rows.size(), 1U);
  EXPECT_EQ(graph.key(coverage.rows[0]), "t:power.transfer");
  request.rows = {"t:power.search"};
  EXPECT_THAT(ask_for(graph, request).explanation, HasSubstr("2 safeguards"));
}

TEST(Coverage, without_a_provision_is_without_the_safeguards_and_powers_that_it_alone_carries) {
  const auto graph = graph_of(kDrawing);
  CoverageRequest request;
  request.scope.without = {"t:art_4", "t:art_3"};
  EXPECT_THAT(cells(graph, ask_for(graph, request)),
              ElementsAre(Pair(Pair("t:power.search", "t:safeguard.remedy"), "reference"),
                          Pair(Pair("t:power.seizure", "t:safeguard.remedy"), "none")));
}

TEST(Coverage, adds_up_rows_and_columns) {
  const auto graph = graph_of(kDrawing);
  const auto coverage = ask_for(graph, {});
  EXPECT_THAT(coverage.totals(), ElementsAre(1, 1, 1, 3));
  EXPECT_THAT(coverage.of_row(0), ElementsAre(1, 0, 1, 0));
  EXPECT_THAT(coverage.of_column(0), ElementsAre(1, 1, 0, 1));
}

TEST(Coverage, opens_in_a_spreadsheet_as_rows_by_columns) {
  const auto graph = graph_of(kDrawing);
  const auto answer = ask(*find_question("coverage"), graph, {{"rows", "t:power.search"}}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_EQ(*formats::render(graph, *answer, formats::Format::Csv),
            "key,title,t:safeguard.review,t:safeguard.remedy,direct,inherited,reference,none\r\n"
            "t:power.search,t:power.search,direct,reference,1,0,1,0\r\n"
            "rows reached,,1,1,1,0,1,0\r\n");
}

TEST(Coverage, refuses_what_cannot_be_a_row_or_a_column) {
  const auto graph = graph_of(std::string(kDrawing) + "state:AAA -SIGNED-> treaty:t");
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
  [[nodiscard]] bool is_referred_to(const std::string& row, const std::string& safeguard) const {
    Keys starts;
    if (oracle_.is(row, "Provision")) starts.insert(row);
    for (const auto& carrier : carriers(row)) starts.insert(oracle_.at_level(carrier, name_of(request_.level)));
    Keys open = starts;
    Keys found;
    while (!open.empty()) {
      const auto from = *open.begin();
      open.erase(open.begin());
      if (oracle_.is(from, "Treaty")) continue;
      for (const auto& r : oracle_.records().relationships) {
        if (r.type != "REFERS_TO" || !oracle_.within(r.from, from) || oracle_.within(r.to, from) || !seen(r)) continue;
        const auto to = oracle_.at_level(r.to, name_of(request_.level));
        const bool back = std::ranges::any_of(starts, [&](const std::string& s) { return oracle_.within(to, s); });
        if (!back && found.insert(to).second) open.insert(to);
      }
    }
    return std::ranges::any_of(oracle_.records().relationships, [&](const RelationshipRecord& r) {
      return r.type == "PROVIDES" && r.to == safeguard && seen(r) && std::ranges::any_of(found, [&](const auto& key) {
               return !oracle_.is(key, "Treaty") && oracle_.within(r.from, key);
             });
    });
  }
  [[nodiscard]] bool seen(const RelationshipRecord& r) const {
    return request_.scope.basis == Basis::All || Oracle::text(r.properties, "basis") == "curated";
  }

  const Oracle& oracle_;
  const CoverageRequest& request_;
};

TEST(Coverage, equals_its_definition_on_a_thousand_random_graphs) {
  std::map<std::string, std::size_t> met;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    const auto records = testing::random_records(seed);
    const auto graph = graph_of(records);
    const Oracle oracle(records);
    Random random(seed);
    CoverageRequest request;
    request.rows = {"Power", "Offence", random.one_of(oracle.provisions())};
    request.level = static_cast<Level>(random.below(4));
    if (random.chance(30)) request.scope.basis = Basis::Curated;
    const auto coverage = ask_for(graph, request);
    const SlowCoverage slow(oracle, request);
    for (const auto& [ends, reach] : cells(graph, coverage)) {
      ASSERT_EQ(reach, slow.reach(ends.first, ends.second)) << seed << " " << ends.first << " " << ends.second;
      ++met[reach];
    }
    for (const auto& cell : coverage.cells) {
      ASSERT_EQ(cell.witness.empty(), cell.reach == Reach::None) << seed;
      for (std::size_t i = 0; i + 1 < cell.witness.size() && cell.reach == Reach::Reference; ++i) {
        const auto left_at =
            oracle.at_level(std::string(graph.key(graph.target(cell.witness[i]))), name_of(request.level));
        const auto next_from = std::string(graph.key(graph.source(cell.witness[i + 1])));
        const bool is_carried = graph.types().name(graph.type(cell.witness[i])) != "REFERS_TO";
        ASSERT_TRUE(is_carried || oracle.within(next_from, left_at)) << seed;
      }
    }
  }
  for (const auto name : kReachNames) EXPECT_GT(met[std::string(name)], 50U) << name;
}

}  // namespace
}  // namespace treatygraph::queries
