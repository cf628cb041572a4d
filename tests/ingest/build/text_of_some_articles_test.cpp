// A text that holds a part of a treaty speaks for that part: the rest stays as a dataset knows it.

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "ingest/build/link.h"
#include "ingest/build/read_sources.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

class TextOfSomeArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("wells/treaty.json",
                  R"({"slug": "wells", "title": "Pact on Wells", "confidence": "medium", "source": "recalled"})");
    folder_.write("wells/provisions.csv",
                  "eid,parent_eid,num,heading,summary,confidence,source\n"
                  "preamble,,,Preamble,Why.,low,recalled\n"
                  "chp_I,,I,General,,low,recalled\n"
                  "art_1,chp_I,1,Aim,What it is for.,low,recalled\n"
                  "art_2,chp_I,2,Terms,,low,recalled\n"
                  "art_2__point_a,,a,,,low,recalled\nart_2__point_b,,b,,,low,recalled\n"
                  "chp_II,,II,Duties,,low,recalled\n"
                  "art_3,chp_II,3,Digging,,low,recalled\n"
                  "art_3__para_1,,1,,,low,recalled\nart_3__para_2,,2,,,low,recalled\nart_3__para_3,,3,,,low,recalled\n"
                  "art_4,chp_II,4,Review,,low,recalled\n"
                  "art_5,,5,Entry,,low,recalled\n"
                  "annex_1,,1,Depths,,low,recalled\n");
    folder_.write("wells/references.csv",
                  "from_eid,to_eid,mode,confidence,source\n"
                  "art_3__para_1,art_4,in_accordance_with,low,recalled\nart_4,art_3,refers_to,low,recalled\n"
                  "art_3__para_2,art_5,refers_to,low,recalled\n"
                  "art_1,art_2__point_a,defined_in,low,recalled\n");
    folder_.write("wells/offences.csv", "id,eid,name,confidence,source\nspoiling,art_4,Spoiling,low,recalled\n");
  }

  void build(std::string_view text) {
    const auto file = folder_.write("excerpt.txt", text).string();
    auto sources = read_sources({{(folder_ / "wells").string()}, {"wells=" + file}});
    reports_ = sources.reports;
    for (const auto& report : reports_) EXPECT_THAT(report.errors, IsEmpty());
    auto linked = link(std::move(sources.records));
    ASSERT_TRUE(linked) << linked.error().detail;
    records_ = *std::move(linked);
  }

  [[nodiscard]] std::string said(std::string_view key, std::string_view name) const {
    const auto node = std::ranges::find(records_.nodes, key, &NodeRecord::key);
    if (node == records_.nodes.end()) return "no node";
    const auto* value = find_property(node->properties, name);
    return value == nullptr ? "" : std::get<std::string>(value->value);
  }

  /// "from > to basis" of one type.
  [[nodiscard]] std::vector<std::string> relations(std::string_view wanted) const {
    std::vector<std::string> lines;
    for (const auto& r : records_.relationships) {
      if (r.type != wanted) continue;
      lines.push_back(fmt::format("{} > {} {}", r.from, r.to,
                                  std::get<std::string>(find_property(r.properties, property::kBasis)->value)));
    }
    return lines;
  }

  /// The parts of `whole`, in order.
  [[nodiscard]] std::vector<std::string> parts(std::string_view whole) const {
    std::map<std::int64_t, std::string> parts;
    for (const auto& r : records_.relationships) {
      if (r.type != type::kHasPart || r.from != whole) continue;
      const auto place = std::get<std::int64_t>(find_property(r.properties, property::kOrdinal)->value);
      EXPECT_TRUE(parts.emplace(place, r.to).second) << "two parts at place " << place << " of " << whole;
    }
    std::vector<std::string> keys;
    for (const auto& [place, key] : parts) keys.push_back(key);
    return keys;
  }

  testing::TemporaryFolder folder_;
  std::vector<SourceReport> reports_;
  GraphRecords records_;
};

constexpr std::string_view kExcerpt =
    "Pact on Wells\n\nArticle 3\nDigging\n\n1. A Party shall dig in accordance with articles 4 and 5 of this Pact and "
    "Annex 1.\n2. It shall dig with care, subject to chapter I.\n3. It shall report.\n\nArticle 5\nEntry\n\nThis Pact "
    "enters into force on signature.\n";

TEST_F(TextOfSomeArticles, keeps_the_articles_that_it_lacks_and_all_that_is_known_of_them) {
  build(kExcerpt);
  EXPECT_EQ(said("wells:art_4", property::kBasis), "curated");
  EXPECT_EQ(said("wells:art_1", "summary"), "What it is for.");
  EXPECT_EQ(said("wells:art_2__point_b", property::kBasis), "curated");
  EXPECT_EQ(said("wells:annex_1", property::kHeading), "Depths");
  EXPECT_EQ(said("wells:preamble", "summary"), "Why.");
  EXPECT_EQ(said("wells:art_3__para_2", property::kBasis), "extracted");
  EXPECT_THAT(relations(type::kEstablishes), ElementsAre("wells:art_4 > wells:offence.spoiling curated"));
  EXPECT_EQ(said("treaty:wells", "text_contradicts"),
            "wells:art_3__para_2 REFERS_TO wells:art_5: the text has no such reference");
  EXPECT_EQ(said("treaty:wells", "text_lacks"),
            "wells:annex_1\nwells:art_1\nwells:art_2 and 2 parts of it\nwells:art_4\nwells:chp_I\nwells:chp_II\n"
            "wells:preamble");
}

TEST_F(TextOfSomeArticles, stands_where_the_dataset_knows_that_it_stands_in_the_order_of_the_treaty) {
  build(kExcerpt);
  EXPECT_THAT(parts("treaty:wells"),
              ElementsAre("wells:preamble", "wells:chp_I", "wells:chp_II", "wells:art_5", "wells:annex_1"));
  EXPECT_THAT(parts("wells:chp_I"), ElementsAre("wells:art_1", "wells:art_2"));
  EXPECT_THAT(parts("wells:chp_II"), ElementsAre("wells:art_3", "wells:art_4"));
  EXPECT_THAT(parts("wells:art_3"), ElementsAre("wells:art_3__para_1", "wells:art_3__para_2", "wells:art_3__para_3"));
}

TEST_F(TextOfSomeArticles, cites_provisions_that_it_does_not_hold) {
  build(kExcerpt);
  EXPECT_THAT(relations(type::kRefersTo),
              AllOf(IsSupersetOf(
                        {"wells:art_3__para_1 > wells:art_4 extracted", "wells:art_3__para_1 > wells:art_5 extracted",
                         "wells:art_3__para_1 > wells:annex_1 extracted", "wells:art_3__para_2 > wells:chp_I extracted",
                         "wells:art_4 > wells:art_3 curated", "wells:art_1 > wells:art_2__point_a curated"}),
                    Not(Contains("wells:art_3__para_2 > wells:art_5 curated"))));
  EXPECT_THAT(said("treaty:wells", "text_confirms"), HasSubstr("wells:art_3__para_1 REFERS_TO wells:art_4"));
  EXPECT_EQ(said("wells:art_3__para_1", "unresolved"), "");
}

TEST_F(TextOfSomeArticles, says_in_the_report_what_it_covers) {
  build(kExcerpt);
  ASSERT_EQ(reports_.size(), 2U);
  const auto& report = reports_.back();
  ASSERT_TRUE(report.takeover);
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.takeover->of_dataset, 14U);
  EXPECT_EQ(report.takeover->held, 5U);
  EXPECT_EQ(report.takeover->kept, 9U);
  EXPECT_EQ(report.takeover->contradicted, 0U);
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("articles 1 to 2 are missing before article 3"),
                                           HasSubstr("holds 5 of the 14 provisions")));
}

TEST_F(TextOfSomeArticles, decides_on_the_parts_of_an_article_that_it_holds_to_its_end) {
  build("Article 3\nDigging\n\n1. A Party shall dig.\n2. It shall dig with care.\n\nArticle 5\nEntry\n\nAt once.\n");
  EXPECT_EQ(said("wells:art_3__para_3", property::kBasis), "no node");
  EXPECT_THAT(said("treaty:wells", "text_contradicts"),
              HasSubstr("wells:art_3__para_3: the text has no such provision"));
}

TEST_F(TextOfSomeArticles, decides_on_no_part_of_an_article_that_is_cut_short) {
  build("Article 3\nDigging\n\n1. A Party shall dig.\n2. It shall dig with care.\n");
  EXPECT_EQ(said("wells:art_3__para_3", property::kBasis), "curated") << "the last article may go on";
  build("Article 3\nDigging\n\n1. A Party shall dig.\n\n[...]\n\nArticle 5\nEntry\n\nAt once.\n");
  EXPECT_EQ(said("wells:art_3__para_3", property::kBasis), "curated") << "an ellipsis";
  build("Article 3\nDigging\n\n1. A Party shall dig.\n3. It shall report.\n\nArticle 5\nEntry\n\nAt once.\n");
  EXPECT_THAT(said("treaty:wells", "text_contradicts"), Not(HasSubstr("wells:art_3__para_2: ")))
      << "a third paragraph has a second before it";
}

TEST_F(TextOfSomeArticles, drops_a_chapter_that_the_whole_text_calls_otherwise) {
  build(
      "Pact on Wells\n\nChapter I\nGeneral\n\nArticle 1\nAim\n\nIt is for wells.\n\nArticle 2\nTerms\n\nIn this "
      "Pact:\n\n(a) "
      "\"well\" means a hole;\n\n(b) \"depth\" means how far it goes.\n\nArticle 3\nDigging\n\n1. A Party shall "
      "dig.\n2. With "
      "care.\n3. It shall report.\n\nArticle 4\nReview\n\nIt is reviewed.\n\nChapter III\nLast\n\nArticle "
      "5\nEntry\n\nAt "
      "once.\n");
  EXPECT_THAT(said("treaty:wells", "text_contradicts"), HasSubstr("wells:chp_II: the text has no such provision"));
  EXPECT_THAT(parts("wells:chp_I"), ElementsAre("wells:art_1", "wells:art_2", "wells:art_3", "wells:art_4"));
}

}  // namespace
}  // namespace treatygraph::ingest
