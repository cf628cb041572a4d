// Statements whose own words say which provisions they address.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/statements/statement_file.h"
#include "ingest/statements/statement_records.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kCsv =
    "id,speakers,date,title,version,text,stance,provisions\n"
    "one,Viet Nam;Friends of Lakes,2024-08-01,On lakes,2024-02,"
    "\"Article 24 of the draft falls short, and so do Arts 23, 24 and 35. Article 15 of the Budapest Convention does "
    "not.\",critical,art_6\n"
    "two,org:friends-of-lakes,2024-08,Général,final,The text is good.,supports,\n"
    "three,Viet Nam,2024-08-02,On ponds,,\"Été: see article 3 of the Convention, and paragraph 2 of that "
    "article.\",,\n";

std::vector<std::string> lines_of(const SourceRecords& source) {
  std::vector<std::string> lines;
  for (const auto& r : source.records.relationships) {
    if (r.type != "ADDRESSES") continue;
    const auto text = [&](std::string_view name) {
      const auto* value = find_property(r.properties, name);
      return value != nullptr ? std::get<std::string>(value->value) : std::string();
    };
    lines.push_back(fmt::format("{} {} {} \"{}\"", r.from, r.to, text("basis"), text("quote")));
  }
  return lines;
}

TEST(Statements, address_what_their_words_cite) {
  ASSERT_TRUE(is_statement_file(kCsv));
  const auto file = read_statement_file(kCsv, "statements.csv");
  ASSERT_TRUE(file) << file.error().detail;
  const auto records = records_of(*file, "lakes", {{"lakes", "Convention on Lakes"}}, {});
  ASSERT_TRUE(records) << records.error().detail;
  EXPECT_THAT(lines_of(*records),
              ElementsAre("statement:one lakes@2024-02:art_24 extracted \"Article 24\"",
                          "statement:one lakes@2024-02:art_23 extracted \"Arts 23, 24 and 35\"",
                          "statement:one lakes@2024-02:art_35 extracted \"Arts 23, 24 and 35\"",
                          "statement:one lakes@2024-02:art_6 curated \"\"", "statement:two treaty:lakes curated \"\"",
                          "statement:three lakes:art_3 extracted \"article 3 of the Convention\"",
                          "statement:three lakes:art_3__para_2 extracted \"paragraph 2 of that article\""));
  for (const auto& r : records->records.relationships) {
    if (r.to != "lakes:art_3") continue;
    EXPECT_EQ(std::get<std::int64_t>(find_property(r.properties, "start")->value), 9) << "in characters, not bytes";
    EXPECT_EQ(std::get<std::int64_t>(find_property(r.properties, "end")->value), 36);
  }
}

TEST(Statements, know_states_and_the_organisations_of_other_sources) {
  Speakers speakers;
  GraphRecords known;
  known.nodes.push_back({"org:fol", {"Organization"}, {{"name", "Friends of Lakes"}, {"aliases", "FoL;Lake Friends"}}});
  speakers.add(known);
  EXPECT_EQ(speakers.speaker_named("Viet Nam").key, "state:VNM");
  EXPECT_EQ(speakers.speaker_named("state:VNM").key, "state:VNM");
  EXPECT_EQ(speakers.speaker_named("lake friends").key, "org:fol");
  EXPECT_EQ(speakers.speaker_named("org:fol").key, "org:fol");
  EXPECT_EQ(speakers.speaker_named("Friends of Rivers").key, "org:friends-of-rivers");
}

TEST(Statements, are_read_from_json_too) {
  constexpr std::string_view kJson = R"({"statements": [
    {"speaker": "European Union", "date": "2024-08-01", "title": "On lakes", "treaty": "lakes", "text": "See article 4."},
    {"speakers": ["Chad", "Chile"], "date": "2024", "treaty": "lakes", "summary": "Welcomes it.", "stance": null}]})";
  ASSERT_TRUE(is_statement_file(kJson));
  const auto file = read_statement_file(kJson, "statements.json");
  ASSERT_TRUE(file) << file.error().detail;
  const auto records = records_of(*file, "", {}, {});
  ASSERT_TRUE(records) << records.error().detail;
  EXPECT_THAT(lines_of(*records),
              ElementsAre("statement:european-union-2024-08-01-on-lakes lakes:art_4 extracted \"article 4\"",
                          "statement:chad-2024-welcomes-it treaty:lakes curated \"\""));
}

TEST(Statements, are_refused_with_line_and_remedy) {
  const auto why = [](std::string_view text) {
    const auto file = read_statement_file(text, "s.csv");
    if (!file) return file.error().detail;
    const auto records = records_of(*file, "", {}, {});
    return records ? std::string() : records.error().detail;
  };
  EXPECT_THAT(why("speaker,date,title,stanse\nChad,yesterday,A,critical\n"),
              AllOf(HasSubstr("s.csv:1: no column stanse; "), HasSubstr("nearest: stance"),
                    HasSubstr("s.csv:2: date: \"yesterday\" is not a date of ISO 8601")));
  EXPECT_THAT(why("speaker,date,title\n,2024,\n"),
              AllOf(HasSubstr("s.csv:2: speaker: is empty"), HasSubstr("must say something")));
  EXPECT_THAT(why("speaker,date,title,stance\nChad,2024,A,angry\n"), HasSubstr("no stance angry; allowed: supports"));
  EXPECT_THAT(why("speaker,date,title\nChad,2024,A\n"), HasSubstr("s.csv:2: of which treaty?"));
  EXPECT_THAT(why("speaker,date,title,treaty\nChad,2024,A,x\nChad,2024,A,x\n"), HasSubstr("a second time"));
  EXPECT_FALSE(is_statement_file("{\"articles\": []}"));
  EXPECT_FALSE(is_statement_file("The speaker, who spoke,\nsaid nothing."));
  EXPECT_FALSE(is_statement_file("The speaker; who spoke;\nsaid nothing."));
}

TEST(StatementFiles, may_be_parted_by_semicolons_and_hold_days_that_there_are) {
  constexpr std::string_view kSemicolons = "speaker;date;title\nChad;2024-02-29;\"On lakes; again\"\n";
  ASSERT_TRUE(is_statement_file(kSemicolons));
  const auto file = read_statement_file(kSemicolons, "said.csv");
  ASSERT_TRUE(file) << file.error().detail;
  EXPECT_EQ(file->statements.front().title, "On lakes; again");
  EXPECT_THAT(file->warnings, ElementsAre(HasSubstr("said.csv: its columns are separated by a semicolon")));
  EXPECT_THAT(read_statement_file("speaker,date,title\nChad,2023-02-29,On lakes\n", "said.csv").error().detail,
              HasSubstr("said.csv:2: date: \"2023-02-29\""));
}

}  // namespace
}  // namespace treatygraph::ingest
