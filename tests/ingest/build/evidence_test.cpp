// The evidence of a fact: the hash of its document, its page and its position.

#include <filesystem>
#include <map>

#include <gmock/gmock.h>

#include "graph/sha256.h"
#include "graph/vocabulary.h"
#include "ingest/build/read_sources.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kTreaty =
    "Lakes Agreement\n\nThe Parties have agreed as follows:\n\n"
    "Article 1\nTerms\n\nFor the purposes of this Agreement, \"lake\" means a body of water.\n\n"
    "Article 2\nOffences\n\nEach Party shall establish as criminal offences, when committed intentionally, the "
    "pollution of a lake, subject to article 1 and article 9.\n"
    "\f"
    "Article 3\nOrders\n\nEach Party shall empower its authorities to order the inspection of a lake. Such orders "
    "shall "
    "be subject to judicial review.\n\n"
    "Article 4\nAnnexes\n\nAnnex II shall apply.\n";

std::string text(const Properties& properties, std::string_view name) {
  const auto* value = find_property(properties, name);
  return value == nullptr ? "" : std::get<std::string>(value->value);
}

std::int64_t number(const Properties& properties, std::string_view name) {
  const auto* value = find_property(properties, name);
  return value == nullptr ? -1 : std::get<std::int64_t>(value->value);
}

class Evidence : public ::testing::Test {
 protected:
  SourceRecords read(std::string_view bytes) {
    auto sources = read_sources({{"lakes=" + folder_.write("lakes.txt", bytes).string()}, {}});
    EXPECT_EQ(sources.records.size(), 1U);
    return std::move(sources.records.front());
  }

  static const NodeRecord& node(const SourceRecords& records, std::string_view key) {
    const auto found = std::ranges::find(records.records.nodes, key, &NodeRecord::key);
    EXPECT_NE(found, records.records.nodes.end()) << key;
    return *found;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(Evidence, names_the_document_by_its_hash) {
  const auto records = read(kTreaty);
  const auto& treaty = node(records, "treaty:lakes").properties;
  EXPECT_EQ(text(treaty, property::kDocument), "lakes.txt");
  EXPECT_EQ(text(treaty, property::kDocumentSha256), *sha256_of_file(folder_ / "lakes.txt"));
  EXPECT_EQ(number(treaty, property::kDocumentPages), 2);
}

TEST_F(Evidence, tells_how_many_words_stand_in_provisions) {
  const auto treaty = node(read(kTreaty), "treaty:lakes").properties;
  EXPECT_GT(number(treaty, property::kDocumentWords), 50);
  EXPECT_EQ(number(treaty, property::kDocumentWordsRead), number(treaty, property::kDocumentWords));
}

// A document is read without its slug, which is put in later: no text may be taken for its placeholder.
TEST_F(Evidence, keeps_control_characters_of_the_text_as_they_are) {
  const auto records = read("Lakes Agreement\n\nArticle 1\n\nThe \x01own Party shall act.\n\nArticle 2\n\nIt ends.\n");
  EXPECT_THAT(text(node(records, "lakes:art_1").properties, property::kText), ::testing::HasSubstr("\x01own Party"));
}

TEST_F(Evidence, has_a_page_and_a_place_for_every_fact_that_was_read) {
  const auto records = read(kTreaty);
  std::map<std::string, int> seen;
  for (const auto& relationship : records.records.relationships) {
    if (relationship.type == type::kHasPart) continue;  // its ends say where they stand
    const auto name = relationship.from + " " + relationship.type + " " + relationship.to;
    ++seen[relationship.type];
    EXPECT_GE(number(relationship.properties, property::kStart), 0) << name;
    EXPECT_GT(number(relationship.properties, property::kEnd), number(relationship.properties, property::kStart))
        << name;
    EXPECT_GE(number(relationship.properties, "page"), 1) << name;
  }
  for (const auto type : {type::kRefersTo, type::kEstablishes, type::kGrants, type::kProvides, type::kConditions,
                          type::kDefines, type::kUses}) {
    EXPECT_GT(seen[std::string(type)], 0) << type;
  }
  for (const auto& one : records.records.nodes) {
    if (one.key == "treaty:lakes") continue;
    EXPECT_GE(number(one.properties, property::kStart), 0) << one.key;
    EXPECT_GE(number(one.properties, "page"), 1) << one.key;
  }
}

TEST_F(Evidence, has_the_page_on_which_the_words_stand) {
  const auto records = read(kTreaty);
  for (const auto& relationship : records.records.relationships) {
    const auto page = number(relationship.properties, "page");
    if (relationship.type == type::kEstablishes) {
      EXPECT_EQ(page, 1);
    } else if (relationship.type == type::kGrants) {
      EXPECT_EQ(page, 2);
    }
  }
  EXPECT_EQ(number(node(records, "lakes:annex_II").properties, "page"), 2) << "where it is cited";
}

TEST_F(Evidence, names_a_dataset_by_the_hash_of_its_files) {
  const auto bundled = std::filesystem::path(testing::kSourceFolder) / "ingest/datasets/uncc";
  std::filesystem::copy(bundled, folder_.path(), std::filesystem::copy_options::recursive);
  const auto hash = [&] {
    const auto sources = read_sources({{folder_.path().string()}, {}});
    return text(node(sources.records.at(0), "treaty:uncc").properties, property::kDatasetSha256);
  };
  const auto before = hash();
  EXPECT_EQ(before.size(), 64U);
  EXPECT_EQ(hash(), before);
  folder_.write("README.md", "Not read.");
  EXPECT_EQ(hash(), before);
  folder_.write("states.csv", testing::bytes_of(folder_ / "states.csv") + "ISL,Iceland\r\n");
  EXPECT_NE(hash(), before);
}

TEST_F(Evidence, names_the_files_of_acts_and_statements_by_their_hash) {
  const auto statements = folder_.write("said.csv", "speaker,date,title,treaty\nViet Nam,2025-10-25,On lakes,lakes\n");
  const auto page =
      folder_.write("status.txt", "Lakes Agreement\n\nParticipant\tSignature\tRatification\nViet Nam\t25 Oct 2025\t\n");
  const auto lakes = folder_.write("lakes.txt", kTreaty);
  const auto sources = read_sources({{"lakes=" + lakes.string(), statements.string(), "lakes=" + page.string()}, {}});
  std::map<std::string, Properties> found;
  for (const auto& records : sources.records) {
    for (const auto& one : records.records.nodes) found.emplace(one.key, one.properties);
  }
  EXPECT_EQ(text(found["treaty:lakes"], property::kStatusPageSha256), *sha256_of_file(page));
  const auto statement =
      std::ranges::find_if(found, [](const auto& entry) { return entry.first.starts_with("statement:"); });
  ASSERT_NE(statement, found.end());
  EXPECT_EQ(text(statement->second, property::kDocumentSha256), *sha256_of_file(statements));
}

}  // namespace
}  // namespace treatygraph::ingest
