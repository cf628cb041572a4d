// Dataset folders: the bundled one, and the errors reported for faulty ones.

#include "ingest/curated/dataset.h"

#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "ingest/build/link.h"
#include "ingest/build/read_sources.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/audit.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::filesystem::path kBundled = std::filesystem::path(testing::kSourceFolder) / "ingest/datasets/uncc";

GraphRecords bundled() {
  auto sources = read_sources({{kBundled.string()}, {}});
  EXPECT_EQ(sources.records.size(), 1U);
  auto linked = link(std::move(sources.records));
  EXPECT_TRUE(linked) << (linked ? "" : linked.error().detail);
  return std::move(*linked);
}

std::size_t count(const Graph& graph, std::string_view label, std::string_view prefix) {
  std::size_t found = 0;
  for (const auto node : graph.nodes_with(*graph.labels().find(label)))
    found += graph.key(node).starts_with(prefix) ? 1U : 0U;
  return found;
}

TEST(BundledDataset, holds_the_whole_convention) {
  const auto graph = Graph::build(bundled(), "test");
  ASSERT_TRUE(graph) << graph.error().detail;
  EXPECT_EQ(count(*graph, label::kArticle, "uncc:"), 68U);
  EXPECT_EQ(count(*graph, label::kDivision, "uncc:chp_"), 9U);
  EXPECT_GE(count(*graph, label::kStatement, "statement:"), 60U);
  EXPECT_GE(count(*graph, label::kOffence, "uncc:"), 11U);
  for (const auto node : graph->nodes_with(*graph->labels().find(label::kArticle))) {
    if (!graph->key(node).starts_with("uncc:")) continue;
    EXPECT_NE(graph->string(node, property::kHeading), "") << graph->key(node);
    EXPECT_NE(graph->string(node, property::kSummary), "") << graph->key(node);
  }
}

TEST(BundledDataset, says_of_every_fact_where_it_comes_from) {
  const auto found = audit(bundled());
  EXPECT_TRUE(found.is_good()) << ::testing::PrintToString(found.broken)
                               << ::testing::PrintToString(found.without_source);
}

TEST(BundledDataset, lets_no_statement_about_a_draft_point_at_the_final_text) {
  const auto records = bundled();
  std::map<std::string, std::string> version;
  for (const auto& node : records.nodes) {
    if (const auto* value = find_property(node.properties, "version"))
      version[node.key] = std::get<std::string>(value->value);
  }
  std::size_t about_drafts = 0;
  for (const auto& r : records.relationships) {
    if (r.type != type::kAddresses || version.at(r.from) == "final" || version.at(r.from) == "none") continue;
    ++about_drafts;
    EXPECT_THAT(r.to, HasSubstr("uncc@" + version.at(r.from))) << r.from;
  }
  EXPECT_GT(about_drafts, 20U);
}

class DatasetWithWords : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::copy(kBundled, folder_.path(), std::filesystem::copy_options::recursive); }

  /// "where -> stance", the quote with its place, and the basis of each ADDRESSES of the only statement.
  std::vector<std::string> addressed(const std::string& version, const std::string& provisions,
                                     const std::string& text) {
    folder_.write("statements.csv",
                  "id,speakers,speaker_as,date,title,version,provisions,provisions_basis,stance,concern,text,summary,"
                  "confidence,source\nwords,state:VNM,,2024-07-25,Words," +
                      version + "," + provisions + ",mixed,critical,privacy,\"" + text + "\",,high,a record\n");
    const auto dataset = read_dataset(folder_.path());
    const auto made = records_of(dataset);
    EXPECT_TRUE(made) << made.error().detail;
    std::vector<std::string> told;
    for (const auto& r : made->records.relationships) {
      if (r.type != type::kAddresses) continue;
      const auto* quote = find_property(r.properties, "quote");
      const auto words = quote == nullptr ? "" : std::get<std::string>(quote->value);
      const auto at = quote == nullptr ? 0 : std::get<std::int64_t>(find_property(r.properties, "start")->value);
      told.push_back(fmt::format("{} {} '{}' {}", r.to,
                                 std::get<std::string>(find_property(r.properties, "basis")->value), words, at));
    }
    return told;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(DatasetWithWords, reads_what_a_statement_cites_in_the_numbering_of_its_version) {
  EXPECT_THAT(addressed("final", "art_6;art_24", "Delegations: Article 24 and article 40(3) go too far."),
              ElementsAre("uncc:art_24 extracted 'Article 24' 13", "uncc:art_40__para_3 extracted 'article 40(3)' 28",
                          "uncc:art_6 curated '' 0"));
  EXPECT_THAT(addressed("2024-02", "", "See Article 24 of the draft."),
              ElementsAre("uncc@2024-02:art_24 extracted 'Article 24' 4"));
  EXPECT_THAT(addressed("final", "", "It goes too far."), ElementsAre("treaty:uncc curated '' 0"));
}

TEST(BundledDataset, has_reservations_on_the_provisions_that_they_name) {
  std::vector<std::string> reserved;
  for (const auto& r : bundled().relationships) {
    if (r.type == type::kReserved) reserved.push_back(r.from + " " + r.to);
  }
  EXPECT_THAT(reserved, ::testing::UnorderedElementsAre(
                            "state:QAT uncc:art_14", "state:QAT uncc:art_15", "state:QAT uncc:art_16",
                            "state:QAT uncc:art_63", "state:AZE uncc:art_7__para_2", "state:AZE uncc:art_9__para_2",
                            "state:AZE uncc:art_11__para_3", "state:AZE uncc:art_63__para_3"));
}

TEST(BundledDataset, links_votes_to_what_was_voted_on_in_the_numbering_of_its_day) {
  const auto graph = *Graph::build(bundled(), "test");
  const auto votes = graph.in(*graph.find("uncc@2024-08:art_6__para_2"), *graph.types().find(type::kConcerns));
  ASSERT_EQ(votes.size(), 1U);
  EXPECT_EQ(graph.key((*votes.begin()).node), "event:2024-08-08-votes-deleting-safeguards-fail-one");
  EXPECT_EQ(graph.string((*votes.begin()).relationship, property::kOutcome), "failed");
  EXPECT_EQ(graph.string((*votes.begin()).relationship, property::kDate), "2024-08-08") << "the event's, for as_of";
}

TEST(BundledDataset, says_of_references_that_the_text_does_not_name_that_they_were_inferred) {
  std::size_t inferred = 0;
  for (const auto& r : bundled().relationships) {
    const auto* named = r.type == type::kRefersTo ? find_property(r.properties, property::kNamed) : nullptr;
    if (named == nullptr) continue;
    ++inferred;
    EXPECT_EQ(std::get<std::string>(find_property(r.properties, property::kConfidence)->value), "low")
        << r.from << " " << r.to;
  }
  EXPECT_EQ(inferred, 19U) << "thirteen inside, six to other instruments";
}

class WrongDataset : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::copy(kBundled, folder_.path(), std::filesystem::copy_options::recursive); }

  std::string refusal() {
    const auto records = records_of(read_dataset(folder_.path()));
    return records ? "accepted" : records.error().detail;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(WrongDataset, is_accepted_as_it_is_bundled) {
  EXPECT_EQ(refusal(), "accepted");
}

TEST_F(WrongDataset, names_file_line_column_what_was_found_and_the_nearest) {
  folder_.write(
      "references.csv",
      "from_eid,to_eid,mode,confidence,source\nart_35,art_240,refers_to,high,me\nart_1,art_2,refer_to,high,me\n");
  const auto wrong_mode = refusal();
  EXPECT_THAT(wrong_mode, AllOf(HasSubstr("references.csv:3"), HasSubstr("mode"), HasSubstr("refer_to"),
                                HasSubstr("nearest: refers_to")));
  folder_.write("references.csv", "from_eid,to_eid,mode,confidence,source\nart_35,art_240,refers_to,high,me\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("references.csv:2"), HasSubstr("to_eid"), HasSubstr("art_240"),
                               HasSubstr("nearest: art_24")));
}

TEST_F(WrongDataset, is_refused_for_unknown_and_missing_columns_and_dates) {
  folder_.write("states.csv", "iso3,nam\nVNM,Viet Nam\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("states.csv"), HasSubstr("nam")));
  folder_.write("states.csv", "iso3,name\nVietnam,Viet Nam\n");
  EXPECT_THAT(refusal(), HasSubstr("states.csv:2"));
}

constexpr std::string_view kActionColumns = "participant,action,kind,date,provisions,summary,confidence,source\n";

TEST_F(WrongDataset, is_refused_for_acts_that_cannot_be) {
  const auto with = [&](std::string_view row) {
    folder_.write("actions.csv", fmt::format("{}{}", kActionColumns, row));
    return refusal();
  };
  EXPECT_THAT(with("state:VNM,signature,domestic,2026,,,high,me\n"),
              AllOf(HasSubstr("actions.csv:2"), HasSubstr("column kind"), HasSubstr("a signature cannot be domestic")));
  EXPECT_THAT(with("state:VNM,ratification,home,2026,,,high,me\n"), HasSubstr("allowed: domestic"));
  EXPECT_THAT(with("state:VNM,ratification,,2026,art_6,,high,me\n"),
              AllOf(HasSubstr("column provisions"), HasSubstr("only reservations and declarations")));
  EXPECT_THAT(with("state:VNM,reservation,,2026,art_240,,high,me\n"), HasSubstr("nearest: art_24"));
  EXPECT_EQ(with("state:VNM,declaration,,2026,art_24;art_6__para_2,In short.,high,me\n"), "accepted");
}

TEST_F(WrongDataset, is_refused_for_a_count_that_is_no_number) {
  folder_.write("events.csv",
                "id,date,title,product,signatories,ratifications,confidence,source\nsome,2026,Some,,many,,high,me\n");
  folder_.write("event_participants.csv", "event,participant,role\n");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("events.csv:2"), HasSubstr("column signatories"), HasSubstr("many")));
}

TEST_F(WrongDataset, is_refused_for_what_an_event_cannot_have_been_about) {
  const auto with = [&](std::string_view row) {
    folder_.write("event_provisions.csv",
                  fmt::format("event,version,provisions,named,proposal,outcome,votes_for,votes_against,abstentions,"
                              "confidence,source\n2026-07-canada-signs,{},high,me\n",
                              row));
    return refusal();
  };
  EXPECT_EQ(with("final,art_64,cited,,,,,"), "accepted");
  EXPECT_EQ(with("final,,cited,adoption,carried,90,3,"), "accepted");
  EXPECT_THAT(with("final,art_240,cited,,,,,"), AllOf(HasSubstr("event_provisions.csv:2"), HasSubstr("art_24")));
  EXPECT_THAT(with("2024-09,art_24,cited,,,,,"), AllOf(HasSubstr("column version"), HasSubstr("2024-08")));
  EXPECT_THAT(with("final,art_64,cited,,won,,,"), HasSubstr("allowed: carried, failed"));
  EXPECT_THAT(with("final,art_64,cited,,,many,,"), AllOf(HasSubstr("column votes_for"), HasSubstr("many")));
}

TEST_F(WrongDataset, is_refused_for_votes_of_nobody_in_no_event) {
  const auto with = [&](std::string_view row) {
    folder_.write("votes.csv", fmt::format("event,participant,vote,confidence,source\n{},high,me\n", row));
    return refusal();
  };
  EXPECT_EQ(with("2026-07-canada-signs,state:CAN,for"), "accepted");
  EXPECT_THAT(with("2026-07-canada-sings,state:CAN,for"), HasSubstr("nearest: 2026-07-canada-signs"));
  EXPECT_THAT(with("2026-07-canada-signs,state:CNA,for"), HasSubstr("state:CAN"));
  EXPECT_THAT(with("2026-07-canada-signs,state:CAN,maybe"), HasSubstr("allowed: for, against, abstained"));
}

TEST_F(WrongDataset, is_refused_for_a_broken_treaty_json) {
  folder_.write("treaty.json", "{\"slug\": \"uncc\", ");
  EXPECT_THAT(refusal(), HasSubstr("treaty.json"));
  folder_.write("treaty.json", std::string(200'000, '['));
  EXPECT_THAT(refusal(), HasSubstr("treaty.json"));
  folder_.write("treaty.json", "{\"slug\": 7}");
  EXPECT_THAT(refusal(), AllOf(HasSubstr("treaty.json"), HasSubstr("slug")));
}

TEST(BuildSources, names_a_source_that_is_nothing) {
  const testing::TemporaryFolder folder;
  const auto letter = folder.write("letter.txt", "Dear all, the weather is fine.").string();
  const auto read = read_sources({{(folder / "none").string(), letter, kBundled.string()}, {"unccc=" + letter}});
  ASSERT_EQ(read.reports.size(), 4U);
  EXPECT_THAT(read.reports[0].errors, ElementsAre(HasSubstr("none")));
  EXPECT_THAT(read.reports[1].errors, ElementsAre(HasSubstr("letter.txt")));
  EXPECT_THAT(read.reports[2].errors, IsEmpty());
  EXPECT_THAT(read.reports[3].errors, ElementsAre(HasSubstr("nearest: uncc")));
  EXPECT_EQ(read.records.size(), 1U);
}

}  // namespace
}  // namespace treatygraph::ingest
