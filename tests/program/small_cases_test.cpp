// Small cases of the corpus that take more than one file or more than the reader: names of instruments across treaties,
// datasets with errors, versions of one treaty, searches, titles, terms and offences.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class SmallCasesProgram : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
    if (corpus != nullptr) cases_ = std::filesystem::path(corpus) / "cases";
    if (corpus == nullptr || !std::filesystem::exists(cases_)) GTEST_SKIP() << "TREATYGRAPH_CORPUS has no cases";
  }

  [[nodiscard]] std::string file(const std::string& name) const { return (cases_ / name).string(); }

  [[nodiscard]] testing::Finished ingest(std::vector<std::string> words) const {
    words.insert(words.begin(), testing::kIngest);
    return testing::run(words);
  }

  [[nodiscard]] testing::Finished build(std::vector<std::string> sources) const {
    sources.insert(sources.begin(), {"build", "--out", data_});
    return ingest(std::move(sources));
  }

  /// The rows of an answer, cells joined by " | ".
  [[nodiscard]] std::vector<std::string> rows(std::vector<std::string> words) const {
    words.insert(words.begin(), {testing::kQuery, "--data", data_, "--format", "csv"});
    const auto answer = testing::run(words);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    std::vector<std::string> lines;
    for (std::size_t at = answer.out.find('\n') + 1; at != 0 && at < answer.out.size();) {
      const auto end = std::min(answer.out.find_first_of("\r\n", at), answer.out.size());
      lines.push_back(answer.out.substr(at, end - at));
      at = answer.out.find_first_not_of("\r\n", end);
      if (at == std::string::npos) break;
    }
    return lines;
  }

  /// "eId name" of each fact of the class.
  [[nodiscard]] std::vector<std::string> facts(const std::string& name, const std::string& kind) const {
    const auto classified = ingest({"classify", file(name)});
    std::vector<std::string> found;
    for (std::size_t at = 0; at < classified.out.size();) {
      const auto end = std::min(classified.out.find('\n', at), classified.out.size());
      rapidjson::Document fact;
      fact.Parse(classified.out.data() + at, end - at);
      if (fact.IsObject() && fact["class"].GetString() == kind)
        found.push_back(fmt::format("{} {}", fact["eid"].GetString(), fact["name"].GetString()));
      at = end + 1;
    }
    return found;
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path cases_;
  std::string data_ = (folder_ / "treaties.db").string();
};

TEST_F(SmallCasesProgram, names_of_instruments_lead_to_the_loaded_treaties) {
  ASSERT_EQ(build({"a=" + file("09-instrument-names/a.txt"), "solas=" + file("09-instrument-names/b.txt"),
                   "cat=" + file("09-instrument-names/c.txt")})
                .exit_code,
            0);
  EXPECT_THAT(rows({"MATCH (p)-[r:REFERS_TO]->(q) WHERE p.key STARTS WITH 'a:' RETURN DISTINCT p.key + ' ' + q.key"}),
              UnorderedElementsAre("a:art_1__para_1 treaty:un-charter", "a:art_1__para_2 treaty:un-charter",
                                   "a:art_1__para_3 solas:art_3", "a:art_1__para_4 cat:art_5",
                                   "a:art_1__para_5 treaty:energy-charter", "a:art_1__para_6 treaty:rescue-convention",
                                   "a:art_1__para_7 a:art_2", "a:art_2 treaty:colregs", "a:art_2 a:art_1"));
}

TEST_F(SmallCasesProgram, a_dataset_without_parents_has_its_parts_by_their_eids) {
  ASSERT_EQ(build({file("10-dataset-empty-parent/pact")}).exit_code, 0);
  EXPECT_THAT(rows({"MATCH (a)-[:HAS_PART]->(b) RETURN a.key + ' ' + b.key"}),
              UnorderedElementsAre("treaty:pact pact:art_1", "treaty:pact pact:art_2", "pact:art_2 pact:art_2__para_1",
                                   "pact:art_2__para_1 pact:art_2__para_1__point_a"));
  EXPECT_THAT(rows({"dependencies", "pact:art_2"}),
              ElementsAre(AllOf(HasSubstr("pact:art_1"), HasSubstr("pact:art_2__para_1__point_a"))));
}

TEST_F(SmallCasesProgram, a_dataset_with_errors_is_refused_with_all_of_them) {
  const auto built = build({file("11-dataset-unchecked-values/pact")});
  EXPECT_EQ(built.exit_code, 3);
  for (const auto* place : {"treaty.json:1: member slug", "treaty.json:1: member adopted",
                            "treaty.json:1: member opened", "provisions.csv:3", "states.csv:3", "actions.csv:2"}) {
    EXPECT_THAT(built.err, HasSubstr(place));
  }
}

TEST_F(SmallCasesProgram, versions_of_a_treaty_correspond_by_their_words) {
  const auto original = file("12-compare-two-versions/original.txt");
  ASSERT_EQ(build({"lakes=" + original, "lakes2020=" + file("12-compare-two-versions/amended.txt"), "copy=" + original})
                .exit_code,
            0);
  const auto pairs = [&](const std::string& right) {
    std::vector<std::string> all;
    for (const auto& row : rows({"compare", "lakes", right})) {
      auto end = row.find(',');
      for (int cell = 1; cell < 3 && end != std::string::npos; ++cell) end = row.find(',', end + 1);
      all.push_back(row.substr(0, end));
    }
    return all;
  };
  EXPECT_THAT(pairs("lakes2020"),
              UnorderedElementsAre("changed,lakes:art_1,lakes2020:art_1", "changed,lakes:art_2,lakes2020:art_2",
                                   "changed,lakes:art_3,lakes2020:art_3", "corresponding,lakes:art_4,lakes2020:art_5",
                                   "missing on left,,lakes2020:art_2bis", "missing on left,,lakes2020:art_4"));
  EXPECT_THAT(pairs("copy"),
              UnorderedElementsAre("corresponding,lakes:art_1,copy:art_1", "corresponding,lakes:art_2,copy:art_2",
                                   "corresponding,lakes:art_3,copy:art_3", "corresponding,lakes:art_4,copy:art_4"));
}

TEST_F(SmallCasesProgram, citations_that_are_typed_find_articles_and_rules) {
  ASSERT_EQ(build({"seals=" + file("01-rules-are-not-articles.txt")}).exit_code, 0);
  EXPECT_THAT(rows({"search", "art 3(2)"}), Contains(HasSubstr("seals:art_3__para_2")));
  EXPECT_THAT(rows({"search", "rule 3"}), Contains(HasSubstr("seals:regulations__rule_3")));
}

TEST_F(SmallCasesProgram, titles_are_whole_without_blank_lines_and_in_french) {
  const auto built = build({"iria=" + file("20-title-without-blank-line.txt"), "ponts=" + file("22-french-alone.txt")});
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_THAT(built.err, HasSubstr("is written in French: 3 of 3 articles"));
  EXPECT_THAT(rows({"MATCH (t:Treaty) RETURN t.title ORDER BY t.key"}),
              ElementsAre("AGREEMENT BETWEEN THE GOVERNMENT OF IRIA AND THE GOVERNMENT OF JURIA ON PREFERENTIAL TRADE",
                          "CONVENTION SUR LES PONTS"));
}

TEST_F(SmallCasesProgram, a_means_is_a_noun_after_by_whatever) {
  EXPECT_THAT(facts("19-by-whatever-means.txt", "term"), ElementsAre("art_1__para_2 term.war-crimes"));
}

TEST_F(SmallCasesProgram, offences_are_found_in_all_their_forms) {
  const auto provisions = [&](const std::string& name) {
    std::set<std::string> all;
    for (const auto& fact : facts(name, "offence")) all.insert(fact.substr(0, fact.find(' ')));
    return all;
  };
  EXPECT_THAT(
      provisions("minimal/also.txt"),
      UnorderedElementsAre("art_3__para_1__point_a", "art_3__para_1__point_b", "art_3__para_2",
                           "art_3__para_3__point_a", "art_3__para_3__point_b", "art_3__para_4", "art_3__para_5"));
  EXPECT_THAT(provisions("minimal/ext.txt"), UnorderedElementsAre("art_7__para_1", "art_7__para_3", "art_7__para_4",
                                                                  "art_7__para_5", "art_7__para_6"));
}

}  // namespace
}  // namespace treatygraph
