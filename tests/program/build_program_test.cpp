// treatygraph-ingest as a user runs it, and killed at any moment.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using testing::bytes_of;
using ::testing::HasSubstr;
using testing::kDataset;
using testing::kIngest;
using testing::Process;
using testing::run;
using testing::TemporaryFolder;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kLakes = R"(TREATY ON LAKES

Article 1
Scope

Subject to article 2, this Treaty covers lakes. Article 9 is missing.

Article 2
Duties

1. Each Party keeps lakes clean.

2. Paragraph 1 applies to shores.
)";

TEST(Build, makes_the_same_file_of_the_same_input) {
  const TemporaryFolder folder;
  const auto first = run({kIngest, "build", "--out", folder / "a.db", kDataset});
  const auto second = run({kIngest, "build", "--out", folder / "b.db", kDataset});
  ASSERT_EQ(first.exit_code, 0) << first.err;
  const auto snapshot = first.out.substr(first.out.find("snapshot"));
  EXPECT_EQ(second.out.substr(second.out.find("snapshot")), snapshot);
  EXPECT_EQ(bytes_of(folder / "a.db"), bytes_of(folder / "b.db"));
}

TEST(Build, takes_texts_beside_datasets_and_check_tells_of_them) {
  const TemporaryFolder folder;
  const auto text = folder.write("lakes.txt", kLakes);
  const auto built = run({kIngest, "build", "--out", folder / "a.db", kDataset, "lakes=" + text.string()});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  const auto checked = run({kIngest, "check", folder / "a.db"});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  EXPECT_THAT(checked.out, HasSubstr("rules of the model that do not hold: 0"));
  EXPECT_THAT(checked.out, HasSubstr("facts without basis, confidence or source: 0"));
  EXPECT_THAT(checked.out, HasSubstr("lakes:art_1: Article 9"));
  EXPECT_EQ(checked.err, "");
  const auto graph = open_database(folder / "a.db");
  ASSERT_TRUE(graph);
  EXPECT_EQ(graph->text(*graph->find("lakes:art_2__para_1")).value(), "Each Party keeps lakes clean.");
}

TEST(Build, lets_an_official_text_decide) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "lakes");
  folder.write("lakes/treaty.json",
               R"({"slug": "lakes", "title": "Treaty on Lakes", "confidence": "high", "source": "invented"})");
  folder.write("lakes/provisions.csv",
               "eid,parent_eid,num,heading,summary,remark,confidence,source\n"
               "art_1,,1,Scope,What it "
               "covers.,,high,recalled\nart_2,,2,Obligations,,,medium,recalled\nart_3,,3,,,,low,recalled\n");
  folder.write("lakes/references.csv",
               "from_eid,to_eid,mode,confidence,source\nart_1,art_2,subject_to,high,recalled\n");
  const auto text = folder.write("official.txt", kLakes);
  const auto built =
      run({kIngest, "build", "--out", folder / "a.db", "--text", "lakes=" + text.string(), folder / "lakes"});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  const auto checked = run({kIngest, "check", "--all", folder / "a.db"});
  EXPECT_THAT(checked.out, HasSubstr("lakes:art_1 REFERS_TO lakes:art_2"));
  EXPECT_THAT(checked.out, AllOf(HasSubstr("what a text lacks, and a dataset knows: 1"), HasSubstr("lakes:art_3")));
  EXPECT_THAT(checked.out, HasSubstr("\"Duties\" in the text, \"Obligations\" in the dataset"));
  EXPECT_THAT(checked.out, HasSubstr("lakes:art_2__para_2"));
}

constexpr std::string_view kFrenchHalf = R"(
Article premier

Les lacs sont protégés par les deux communes, et les meuniers qui y vivent en prennent soin pendant toute l'année, comme
le veut la coutume. Les poissons qui y nagent appartiennent à tous, et les barques à ceux qui les ont construites.
)";

TEST(Build, says_what_of_a_text_was_not_read_and_writes_nothing_if_it_is_strict) {
  const TemporaryFolder folder;
  const auto lakes = folder.write("lakes.txt", std::string(kLakes) + std::string(kFrenchHalf)).string();
  const auto built = run({kIngest, "build", "--out", folder / "a.db", "--report", folder / "a.json", lakes});
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_THAT(built.err, HasSubstr("(another language, French)"));
  EXPECT_THAT(bytes_of(folder / "a.json"), HasSubstr("\"reason\": \"another language\""));
  const auto checked = run({kIngest, "check", folder / "a.db"});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_THAT(checked.out, HasSubstr("documents that were not read whole: 1"));
  EXPECT_EQ(run({kIngest, "build", "--strict", "--out", folder / "b.db", lakes}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(folder / "b.db"));
  EXPECT_EQ(run({kIngest, "structure", lakes}).exit_code, 1);
  EXPECT_THAT(run({kIngest, "structure", "--leftovers", lakes}).out, HasSubstr("\"detail\":\"French\""));
  EXPECT_EQ(run({kIngest, "structure", "--strict", lakes}).out, "");
}

TEST(Build, leaves_out_what_is_wrong_and_says_so) {
  const TemporaryFolder folder;
  const auto letter = folder.write("letter.txt", "Dear all").string();
  const auto lakes = folder.write("lakes.txt", kLakes).string();
  const auto built = run({kIngest, "build", "--out", folder / "a.db", letter, "lakes=" + lakes});
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_THAT(built.err, HasSubstr(letter + ": no article, part or annex was found"));
  EXPECT_THAT(built.err, HasSubstr("1 of 2 sources were left out"));
  const auto graph = open_database(folder / "a.db");
  ASSERT_TRUE(graph);
  EXPECT_TRUE(graph->find("lakes:art_2__para_1"));
  EXPECT_FALSE(graph->find("treaty:letter"));
}

TEST(Build, writes_nothing_where_nothing_is_right_or_all_must_be) {
  const TemporaryFolder folder;
  const auto letter = folder.write("letter.txt", "Dear all").string();
  const auto strict = run({kIngest, "build", "--strict", "--out", folder / "a.db", kDataset, letter});
  EXPECT_EQ(strict.exit_code, 3);
  EXPECT_THAT(strict.err, HasSubstr("letter.txt"));
  EXPECT_EQ(run({kIngest, "build", "--out", folder / "a.db", letter}).exit_code, 3);
  EXPECT_EQ(run({kIngest, "build", "--out", folder / "a.db", folder / "none.txt"}).exit_code, 3);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.db"));
  EXPECT_EQ(run({kIngest, "build"}).exit_code, 2);
  EXPECT_EQ(run({kIngest, "build", "--strict", "--keep-going", "--out", folder / "a.db", letter}).exit_code, 2);
  EXPECT_EQ(run({kIngest}).exit_code, 2);
  EXPECT_EQ(run({kIngest, "check", letter}).exit_code, 1);
}

TEST(Build, takes_a_folder_of_documents_and_gives_each_key_to_one_source) {
  const TemporaryFolder folder;
  folder.write("texts/lakes.txt", kLakes);
  folder.write("texts/README.txt", "About these texts.");
  folder.write("texts/more/rivers.txt", "TREATY ON RIVERS\n\nArticle 1\n\nEach Party keeps rivers clean.\n");
  folder.write("texts/more/lakes.txt", kLakes);
  folder.write("texts/picture.png", "no document");
  const auto built = run({kIngest, "build", "--out", folder / "a.db", folder / "texts"});
  EXPECT_EQ(built.exit_code, 1);
  EXPECT_THAT(built.err, HasSubstr("more/lakes.txt: another source is a text of lakes"));
  EXPECT_THAT(built.err, HasSubstr("1 of 3 sources were left out"));
  const auto graph = open_database(folder / "a.db");
  ASSERT_TRUE(graph);
  EXPECT_TRUE(graph->find("rivers:art_1"));
  EXPECT_TRUE(graph->find("lakes:art_1"));
}

TEST(Build, reports_what_it_found_as_json) {
  const TemporaryFolder folder;
  const auto letter = folder.write("letter.txt", "Dear all").string();
  const auto lakes = folder.write("lakes.txt", kLakes).string();
  const auto built = run({kIngest, "build", "--out", folder / "a.db", "--report", folder / "report.json",
                          "--log-format", "json", "lakes=" + lakes, letter});
  EXPECT_EQ(built.exit_code, 1);
  rapidjson::Document line;
  ASSERT_FALSE(line.Parse(built.err.substr(0, built.err.find('\n')).c_str()).HasParseError()) << built.err;
  EXPECT_STREQ(line["level"].GetString(), "error");
  EXPECT_EQ(line["source"].GetString(), letter);
  rapidjson::Document report;
  ASSERT_FALSE(report.Parse(bytes_of(folder / "report.json").c_str()).HasParseError());
  EXPECT_THAT(built.out, HasSubstr(report["snapshot"].GetString()));
  EXPECT_EQ(report["totals"]["taken"].GetUint(), 1U);
  EXPECT_GT(report["peak_memory_bytes"].GetUint64(), 1'000'000U);
  const auto& taken = report["sources"][0];
  EXPECT_STREQ(taken["treaty"].GetString(), "lakes");
  EXPECT_STREQ(taken["format"].GetString(), "text");
  EXPECT_EQ(taken["provisions"].GetUint(), 4U);
  EXPECT_EQ(taken["references"]["found"].GetUint(), 3U);
  EXPECT_EQ(taken["references"]["resolved"].GetUint(), 2U);
  EXPECT_STREQ(taken["unresolved"][0]["from"].GetString(), "art_1");
  EXPECT_STREQ(taken["unresolved"][0]["words"].GetString(), "Article 9");
  EXPECT_GE(taken["seconds"]["cite"].GetDouble(), 0.0);
  EXPECT_FALSE(report["sources"][1]["taken"].GetBool());
  EXPECT_THAT(report["sources"][1]["errors"][0].GetString(), HasSubstr("letter.txt"));
}

TEST(Build, joins_a_depositarys_page_and_statements_to_the_treaty) {
  const TemporaryFolder folder;
  const auto lakes = folder.write("lakes.txt", kLakes).string();
  const auto page = folder
                        .write("status.txt",
                               "1. Treaty on Lakes\nParticipant\tSignature\tRatification, Accession(a)\n"
                               "Viet Nam\t25 Oct 2001\t 3 Mar 2003 \nChad\t\t4 Apr 2004 a\n"
                               "Atlantis\t25 Oct 2001\t \n"
                               "Declarations and Reservations\nChad\nReservation:\n"
                               "Chad is not bound by article 2, paragraph 2, nor by article 7 (1).\n")
                        .string();
  const auto statements = folder
                              .write("said.csv",
                                     "speaker,date,title,text\n"
                                     "Viet Nam,2002-01-01,On lakes,Article 1 of the Treaty is too wide.\n")
                              .string();
  const auto built = run({kIngest, "build", "--out", folder / "a.db", "lakes=" + lakes, page, "lakes=" + statements});
  EXPECT_EQ(built.exit_code, 0) << built.err;
  EXPECT_THAT(built.err, HasSubstr("status.txt:5: \"Atlantis\" is not a known State or organisation"));
  const auto records = read_database(folder / "a.db");
  ASSERT_TRUE(records);
  std::vector<std::string> found;
  for (const auto& r : records->relationships) {
    if (r.type != "HAS_PART" && r.type != "REFERS_TO") found.push_back(r.from + " " + r.type + " " + r.to);
  }
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(
                         "state:VNM SIGNED treaty:lakes", "state:VNM RATIFIED treaty:lakes",
                         "state:TCD ACCEDED treaty:lakes", "state:TCD RESERVED lakes:art_2__para_2",
                         "state:TCD RESERVED treaty:lakes", "state:VNM MADE statement:viet-nam-2002-01-01-on-lakes",
                         "statement:viet-nam-2002-01-01-on-lakes ADDRESSES lakes:art_1"))
      << "a provision that the treaty does not have leads to the treaty";
  const auto checked = run({kIngest, "check", folder / "a.db"});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
}

TEST(Export, writes_a_treaty_of_a_database_or_a_document_as_akoma_ntoso) {
  const TemporaryFolder folder;
  const auto lakes = folder.write("lakes.txt", kLakes).string();
  const auto direct = run({kIngest, "export", "--format", "akn", lakes});
  EXPECT_EQ(direct.exit_code, 0) << direct.err;
  EXPECT_THAT(direct.out, HasSubstr("class=\"subject_to\" href=\"#art_2\">article 2</ref>"));
  ASSERT_EQ(run({kIngest, "build", "--out", folder / "a.db", "lakes=" + lakes}).exit_code, 0);
  const auto stored = run({kIngest, "export", folder / "a.db", "--out", folder / "lakes.xml"});
  EXPECT_EQ(stored.exit_code, 0) << stored.err;
  ASSERT_EQ(run({kIngest, "build", "--out", folder / "b.db", "lakes=" + (folder / "lakes.xml").string()}).exit_code, 0);
  const auto before = read_database(folder / "a.db");
  const auto after = read_database(folder / "b.db");
  ASSERT_TRUE(before && after);
  EXPECT_EQ(after->nodes.size(), before->nodes.size());
  EXPECT_EQ(after->relationships.size(), before->relationships.size());
  EXPECT_EQ(run({kIngest, "export", folder / "a.db", "--treaty", "lake"}).exit_code, 1);
  EXPECT_THAT(run({kIngest, "export", folder / "a.db", "--treaty", "lake"}).err, HasSubstr("nearest: lakes"));
  EXPECT_EQ(run({kIngest, "export", "--format", "pdf", lakes}).exit_code, 2);
}

TEST(Check, tells_of_an_image_that_is_missing_damaged_or_of_another_file) {
  const TemporaryFolder folder;
  const auto path = folder / "treaties.db";
  const auto image = folder / "treaties.db.graph";
  const auto lakes = "lakes=" + folder.write("lakes.txt", kLakes).string();
  ASSERT_EQ(run({kIngest, "build", "--out", folder / "other.db", kDataset}).exit_code, 0);
  ASSERT_EQ(run({kIngest, "build", "--out", path, lakes}).exit_code, 0);
  const auto whole = bytes_of(image);
  const auto check_with = [&](const std::string& bytes) {
    std::filesystem::remove(image);
    if (!bytes.empty()) folder.write("treaties.db.graph", bytes);
    return run({kIngest, "check", path});
  };
  auto damaged = whole;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  for (const auto& bytes : {damaged, whole.substr(0, whole.size() / 2), bytes_of(folder / "other.db.graph")}) {
    const auto checked = check_with(bytes);
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_THAT(checked.err, HasSubstr("treaties.db.graph: "));
  }
  EXPECT_EQ(check_with("").exit_code, 0) << "the tables are complete without it";
  const auto again = check_with(whole);
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(again.err, "");
}

/// Killed at later and later moments, until it completes.
TEST(Build, leaves_the_old_file_whole_when_it_is_killed_at_any_moment) {
  const TemporaryFolder folder;
  const auto lakes = folder.write("lakes.txt", kLakes);
  const auto path = folder / "treaties.db";
  ASSERT_EQ(run({kIngest, "build", "--out", path, "lakes=" + lakes.string()}).exit_code, 0);
  const auto before = open_database(path)->snapshot();
  std::size_t killed = 0;
  for (int microseconds = 500; microseconds < 2'000'000; microseconds += 500 + microseconds / 10) {
    Process build({kIngest, "build", "--out", path, kDataset});
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
    build.send_signal(SIGKILL);
    const bool finished = build.wait() == 0;
    const auto graph = open_database(path);
    ASSERT_TRUE(graph) << "after " << microseconds << " us: " << graph.error().detail;
    if (finished) break;
    ++killed;
    EXPECT_TRUE(graph->snapshot() == before || graph->node_count() > 1'000) << "neither the old file nor the new";
  }
  EXPECT_GT(killed, 5U);
  EXPECT_EQ(run({kIngest, "build", "--out", path, kDataset}).exit_code, 0)
      << "what was left lying must not be in the way";
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const auto name = entry.path().filename().string();
    if (name.starts_with("treaties.db")) files.push_back(name);
  }
  EXPECT_THAT(files, UnorderedElementsAre("treaties.db", "treaties.db.graph", "treaties.db.sources"))
      << "temporary files pile up";
}

TEST(Ingest, prints_structure_and_references_as_json_lines) {
  const TemporaryFolder folder;
  const auto text = folder.write("lakes.txt", kLakes).string();
  const auto structure = run({kIngest, "structure", text});
  EXPECT_EQ(structure.exit_code, 0);
  EXPECT_THAT(structure.out,
              HasSubstr(R"({"eid":"art_2__para_1","kind":"paragraph","number":"1","heading":"","start":)"));
  const auto references = run({kIngest, "references", text});
  EXPECT_THAT(
      references.out,
      HasSubstr(
          R"("from":"art_1","quote":"article 2","offset":45,"targets":["art_2"],"scope":"internal","mode":"subject_to")"));
  EXPECT_THAT(references.out, HasSubstr(R"("quote":"Article 9","offset":)"));
  EXPECT_EQ(run({kIngest, "structure", (folder / "none.txt").string()}).exit_code, 1);
}

}  // namespace
}  // namespace treatygraph
