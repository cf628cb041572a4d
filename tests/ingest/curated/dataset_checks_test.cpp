// What the format of datasets rules out, each with its place, and all of it at once.

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "ingest/build/source_list.h"
#include "ingest/curated/dataset.h"
#include "ingest/curated/dataset_records.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kTreaty =
    R"({"slug": "wells", "title": "Pact on Wells", "confidence": "medium", "source": "recalled"})";
constexpr std::string_view kProvisionColumns = "eid,parent_eid,num,heading,confidence,source\n";

class DatasetChecks : public ::testing::Test {
 protected:
  void SetUp() override {
    treaty(kTreaty);
    provisions("art_1,,1,Aim,medium,recalled\nart_2,,2,Duties,medium,recalled\n");
  }

  void treaty(std::string_view json) const { folder_.write("treaty.json", json); }
  void provisions(std::string_view rows) const {
    folder_.write("provisions.csv", fmt::format("{}{}", kProvisionColumns, rows));
  }

  [[nodiscard]] std::string refusal() const {
    const auto records = records_of(read_dataset(folder_.path()));
    return records ? "accepted" : records.error().detail;
  }

  /// "whole > part", in the order of the file.
  [[nodiscard]] std::vector<std::string> parts() const {
    const auto records = records_of(read_dataset(folder_.path()));
    EXPECT_TRUE(records) << records.error().detail;
    std::vector<std::string> lines;
    if (!records) return lines;
    for (const auto& r : records->records.relationships) {
      if (r.type == type::kHasPart) lines.push_back(r.from + " > " + r.to);
    }
    return lines;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(DatasetChecks, says_what_json_has_not) {
  treaty("{\n// of wells\n\"slug\": \"wells\"}");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("treaty.json:2"), HasSubstr("no comments")));
  treaty("{\"slug\": \"wells\",\n}");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("treaty.json:2"), HasSubstr("Take out the comma")));
}

TEST_F(DatasetChecks, names_utf16_and_how_to_convert_it) {
  folder_.write("states.csv", std::string_view("\xFF\xFEi\0s\0o\0\x33\0\n\0", 12));
  EXPECT_THAT(refusal(), AllOf(HasSubstr("states.csv"), HasSubstr("UTF-16"), HasSubstr("iconv -f UTF-16 -t UTF-8")));
}

TEST_F(DatasetChecks, refuses_parts_that_stand_before_their_whole_or_in_each_other) {
  provisions("art_1,chp_I,1,Aim,medium,recalled\nchp_I,,I,Aims,medium,recalled\n");
  EXPECT_THAT(refusal(), HasSubstr("provisions.csv:2: column parent_eid: art_1 must come after chp_I"));
  provisions("chp_I,part_I,I,,medium,recalled\npart_I,chp_I,I,,medium,recalled\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("provisions.csv:2"), HasSubstr("provisions.csv:3")));
}

TEST_F(DatasetChecks, places_a_provision_by_its_eid_where_the_column_is_empty) {
  provisions(
      "chp_I,,I,General,medium,recalled\nart_1,chp_I,1,Aim,medium,recalled\nart_1__para_1,,1,,medium,recalled\n"
      "art_1__para_1__point_a,,a,,medium,recalled\nart_1__para_2,art_1,2,,medium,recalled\n"
      "annex_1,,1,Lists,medium,recalled\nannex_1__art_1,,1,Terms,medium,recalled\n");
  EXPECT_THAT(
      parts(),
      ElementsAre("treaty:wells > wells:chp_I", "wells:chp_I > wells:art_1", "wells:art_1 > wells:art_1__para_1",
                  "wells:art_1__para_1 > wells:art_1__para_1__point_a", "wells:art_1 > wells:art_1__para_2",
                  "treaty:wells > wells:annex_1", "wells:annex_1 > wells:annex_1__art_1"));
}

TEST_F(DatasetChecks, places_a_provision_by_its_eid_where_there_is_no_column) {
  folder_.write("provisions.csv", "eid,confidence,source\nart_1,low,recalled\nart_1__para_1,low,recalled\n");
  EXPECT_THAT(parts(), ElementsAre("treaty:wells > wells:art_1", "wells:art_1 > wells:art_1__para_1"));
}

TEST_F(DatasetChecks, refuses_a_nested_eid_whose_whole_is_no_row) {
  provisions("art_1,,1,Aim,medium,recalled\nart_2__para_1,,1,,medium,recalled\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("provisions.csv:3: column eid"), HasSubstr("art_2__para_1 is part of art_2")));
  provisions("art_1,,1,Aim,medium,recalled\nart_1__para_1__point_a,,a,,medium,recalled\n");
  EXPECT_THAT(refusal(), HasSubstr("there is no row for that"));
}

TEST_F(DatasetChecks, refuses_a_parent_that_the_eid_contradicts) {
  const auto second = [&](std::string_view row) {
    provisions(
        fmt::format("chp_I,,I,General,medium,recalled\nart_1,chp_I,1,Aim,medium,recalled\n"
                    "art_1__para_1,art_1,1,,medium,recalled\n{},medium,recalled\n",
                    row));
    return refusal();
  };
  EXPECT_EQ(second("art_1__para_1__point_a,art_1__para_1,a,"), "accepted");
  EXPECT_THAT(second("art_1__para_1__point_a,art_1,a,"),
              HasSubstr("is part of art_1__para_1 by its eId, not of art_1"));
  EXPECT_THAT(second("art_2__para_1,art_1,1,"),
              HasSubstr("provisions.csv:5: column parent_eid: art_2__para_1 is part"));
  EXPECT_THAT(second("art_1__para_2,chp_I,2,"), HasSubstr("is part of art_1 by its eId, not of chp_I"));
  EXPECT_THAT(second("art_2,art_1,2,"), HasSubstr("art_2 is part of no article by its eId, not of art_1"));
  EXPECT_EQ(second("art_2,chp_I,2,"), "accepted");
  EXPECT_THAT(second("art_2,chp_II,2,"), HasSubstr("no provision chp_II"));
}

TEST_F(DatasetChecks, refuses_days_that_there_are_not) {
  const auto of = [&](std::string_view day) {
    folder_.write("states.csv", "iso3,name\nCHL,Chile\n");
    folder_.write("actions.csv",
                  fmt::format("participant,action,date,confidence,source\nstate:CHL,signature,{},low,me\n", day));
    return refusal();
  };
  for (const auto* day : {"2020-02-29", "2000-02-29", "2019-12-31", "2019-06", "2019"}) EXPECT_EQ(of(day), "accepted");
  for (const auto* day : {"2019-02-29", "1900-02-29", "2019-04-31", "2019-13", "2019-00-10", "2019-06-00", "0000",
                          "31.12.2019", "2019-6-1", "2019-06-01T00:00"}) {
    EXPECT_THAT(of(day), AllOf(HasSubstr("actions.csv:2: column date"), HasSubstr(day))) << day;
  }
}

TEST_F(DatasetChecks, refuses_members_of_the_treaty_with_their_line) {
  treaty(R"({
  "slug": "Wells_1",
  "title": "Pact on Wells",
  "adopted": "1 May 2001",
  "opened": "2001-02-30",
  "closes": "2000-01",
  "entry_into_force": {"ratifications": -3},
  "confidence": "sure",
  "source": "recalled",
  "title": "Another",
  "versions": [
    {"version": "2000", "title": "First"},
    {"version": "2000", "title": "Second"},
    {"version": "final", "title": "Last", "date": "2001-06-31"}
  ]
})");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("treaty.json:2: member slug"), HasSubstr("nearest: wells-1"),
                               HasSubstr("treaty.json:4: member adopted"), HasSubstr("treaty.json:5: member opened"),
                               HasSubstr("treaty.json:7: member entry_into_force.ratifications"),
                               HasSubstr("treaty.json:8: member confidence: no value sure"),
                               HasSubstr("treaty.json:10: member title occurs here a second time"),
                               HasSubstr("treaty.json:13: member versions[1]"),
                               HasSubstr("treaty.json:14: member versions[2].date"),
                               HasSubstr("no draft can be called \"final\"")));
}

TEST_F(DatasetChecks, refuses_a_treaty_that_closes_before_it_opens) {
  const auto open = [&](std::string_view from, std::string_view to) {
    treaty(fmt::format(R"({{"slug": "wells", "title": "Pact", "opened": "{}", "closes": "{}",
                          "confidence": "low", "source": "me"}})",
                       from, to));
    return refusal();
  };
  EXPECT_THAT(open("2001-05-02", "2001-05-01"), HasSubstr("is before 2001-05-02"));
  EXPECT_EQ(open("2001-05-02", "2001-05"), "accepted");
  EXPECT_EQ(open("2001-05-02", "2002"), "accepted");
}

TEST_F(DatasetChecks, refuses_codes_that_iso_does_not_have_and_names_of_other_states) {
  const auto state = [&](std::string_view row) {
    folder_.write("states.csv", fmt::format("iso3,name\n{}\n", row));
    return refusal();
  };
  for (const auto* row : {"PRT,Portugal", "GRL,Greenland", "SUN,Union of Soviet Socialist Republics",
                          "PSE,State of Palestine", "TUR,Turkey"}) {
    EXPECT_EQ(state(row), "accepted") << row;
  }
  for (const auto* row : {"QQQ,Nowhere", "XKX,Kosovo", "prt,Portugal", "PT,Portugal", "EUR,Europe"}) {
    EXPECT_THAT(state(row), HasSubstr("states.csv:2: column iso3")) << row;
  }
  EXPECT_THAT(state("POR,Portugal"), HasSubstr("Portugal is PRT"));
  EXPECT_THAT(state("PRT,Spain"), AllOf(HasSubstr("states.csv:2: column name"), HasSubstr("Spain is not PRT")));
  EXPECT_THAT(state("PRT,Portugal\nPRT,Portugal"), HasSubstr("states.csv:3: column iso3: PRT occurs here a second"));
}

TEST_F(DatasetChecks, names_what_is_wrong_in_all_files_at_once_and_each_once) {
  treaty(R"({"slug": "Wells!", "title": "Pact on Wells", "confidence": "medium", "source": "recalled"})");
  provisions("art_1,,1,Aim,sure,recalled\nart_1__para_1,,1,,medium,\nart_x?,,2,,low,me\n");
  folder_.write("references.csv",
                "from_eid,to_eid,mode,confidence,source\nart_1,art_9,refers_to,low,me\nart_7,art_8,cites,low,me\n"
                "art_1__para_1,art_1,refers_to,low\n");
  folder_.write("states.csv", "iso3,name\nQQQ,Nowhere\n");
  folder_.write("actions.csv",
                "participant,action,date,confidence,source\nstate:QQQ,singature,2019-02-30,low,me\n"
                "state:CHL,signature,2019,low,me\n");
  const auto said = refusal();
  std::vector<std::string> lines;
  for (std::string_view rest = said; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    lines.emplace_back(line.substr(0, line.find(": ", line.find(": ") + 2)));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  lines.erase(lines.begin());
  EXPECT_THAT(lines, ElementsAre("treaty.json:1: member slug", "provisions.csv:2: column confidence",
                                 "provisions.csv:3: column source", "provisions.csv:4: column eid",
                                 "references.csv:2: column to_eid", "references.csv:3: column mode",
                                 "references.csv:3: column from_eid", "references.csv:3: column to_eid",
                                 "references.csv:4: has 4 fields, the header has 5", "states.csv:2: column iso3",
                                 "actions.csv:2: column action", "actions.csv:2: column date",
                                 "actions.csv:3: column participant"))
      << said;
}

TEST_F(DatasetChecks, does_not_call_wrong_what_a_broken_table_may_hold) {
  folder_.write("references.csv", "from_eid,to_eid,mode,confidence,source\nart_1,art_2,refers_to,low,me\n");
  folder_.write("provisions.csv", "eid,num,confidence,source\nart_1,1,low,me\nart_2,\"2,low,me\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("provisions.csv:3"), Not(HasSubstr("references.csv"))));
  folder_.write("provisions.csv", "name,num,confidence,source\nart_1,1,low,me\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("the column eid is missing"), Not(HasSubstr("references.csv"))));
}

TEST_F(DatasetChecks, says_which_two_rows_make_one_thing) {
  folder_.write("offences.csv",
                "id,eid,name,confidence,source\nspoiling,art_1,Spoiling,low,me\nspoiling,art_2,Again,low,me\n");
  EXPECT_THAT(refusal(), HasSubstr("offences.csv:3: makes wells:offence.spoiling, which offences.csv:2 makes already"));
}

TEST_F(DatasetChecks, reads_tables_that_are_parted_by_semicolons_or_tabs_and_says_so) {
  folder_.write("provisions.csv",
                "eid;num;heading;confidence;source\nart_1;1;\"Aim; scope\";low;me\nart_2;2;;low;me\n");
  folder_.write("references.csv", "from_eid\tto_eid\tmode\tconfidence\tsource\nart_1\tart_2\trefers_to\tlow\tme\n");
  const auto dataset = read_dataset(folder_.path());
  EXPECT_THAT(dataset.notices, ElementsAre(AllOf(HasSubstr("provisions.csv"), HasSubstr("a semicolon")),
                                           AllOf(HasSubstr("references.csv"), HasSubstr("a tab"))));
  EXPECT_EQ(dataset.provisions.at(dataset.provisions.rows().front(), "heading"), "Aim; scope");
  EXPECT_EQ(refusal(), "accepted");
}

TEST_F(DatasetChecks, names_tables_that_are_none_of_the_format) {
  folder_.write("refrences.csv", "from_eid,to_eid\n");
  EXPECT_THAT(read_dataset(folder_.path()).notices,
              ElementsAre(AllOf(HasSubstr("refrences.csv"), HasSubstr("nearest: references.csv"))));
}

TEST_F(DatasetChecks, leaves_comments_to_people) {
  provisions("# The first article.\nart_1,,1,Aim,medium,recalled\n# 2, which \"is\" next\nart_2,,2,Duties,sure,me\n");
  EXPECT_THAT(refusal(), HasSubstr("provisions.csv:5: column confidence"));
}

TEST_F(DatasetChecks, says_of_tables_without_a_treaty_what_is_missing) {
  std::filesystem::remove(folder_ / "treaty.json");
  const auto items = list_sources({folder_.path().string()});
  ASSERT_EQ(items.size(), 1U);
  EXPECT_THAT(items.front().problem, AllOf(HasSubstr("provisions.csv"), HasSubstr("no treaty.json")));
  folder_.write("../" + folder_.path().filename().string() + "/inside/references.csv", "from_eid,to_eid\n");
  std::filesystem::remove(folder_ / "provisions.csv");
  const auto below = list_sources({folder_.path().string()});
  ASSERT_EQ(below.size(), 1U);
  EXPECT_THAT(below.front().problem, HasSubstr("references.csv"));
}

TEST_F(DatasetChecks, is_accepted_without_anything_wrong) {
  EXPECT_EQ(refusal(), "accepted");
  EXPECT_THAT(read_dataset(folder_.path()).notices, IsEmpty());
}

}  // namespace
}  // namespace treatygraph::ingest
