// Real treaties, where the folder with their texts is given.

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

class Corpus : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("TREATYGRAPH_CORPUS");
    if (folder == nullptr || *folder == 0)
      GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
    corpus_ = std::filesystem::path(folder) / "corpus";
  }

  Document read(std::string_view treaty) {
    auto document = read_document(corpus_ / treaty / "text.txt");
    EXPECT_TRUE(document) << (document ? "" : document.error().detail);
    return document ? std::move(*document) : Document();
  }

  std::filesystem::path corpus_;
};

std::size_t count(const Document& document, ProvisionKind kind) {
  return static_cast<std::size_t>(std::ranges::count(document.structure, kind, &Provision::kind));
}

std::set<std::string> eids(const Document& document) {
  std::set<std::string> all;
  for (const auto& provision : document.structure) all.insert(provision.eid.to_string());
  return all;
}

template <typename Each>
void for_each_line_of_json(const std::filesystem::path& path, Each each) {
  const auto bytes = testing::bytes_of(path);
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    rapidjson::Document json;
    json.Parse(bytes.data() + at, end - at);
    if (!json.HasParseError()) each(json);
    at = end + 1;
  }
}

TEST_F(Corpus, budapest_and_uncac_are_read_whole) {
  const auto budapest = read("budapest-2001");
  EXPECT_EQ(count(budapest, ProvisionKind::Article), 48U);
  EXPECT_EQ(count(budapest, ProvisionKind::Chapter), 4U);
  const auto uncac = read("uncac-2003");
  EXPECT_EQ(count(uncac, ProvisionKind::Article), 71U);
  EXPECT_EQ(count(uncac, ProvisionKind::Chapter), 8U);
  for (const auto* document : {&budapest, &uncac}) {
    const auto references = find_references(*document);
    const auto unresolved = std::ranges::count(references, Reference::Scope::Unresolved, &Reference::scope);
    EXPECT_GT(references.size(), 100U);
    EXPECT_LE(unresolved * 50, static_cast<std::ptrdiff_t>(references.size()));
  }
}

TEST_F(Corpus, unclos_has_each_article_once_and_nine_annexes) {
  const auto document = read("unclos-1982");
  const auto all = eids(document);
  for (int article = 1; article <= 320; ++article)
    EXPECT_TRUE(all.contains("art_" + std::to_string(article))) << article;
  EXPECT_EQ(count(document, ProvisionKind::Annex), 9U);
  EXPECT_EQ(count(document, ProvisionKind::Part), 17U);
}

TEST_F(Corpus, the_structure_of_the_labelled_treaty_is_what_its_labels_say) {
  const auto all = eids(read("fish-stocks-1995"));
  std::set<std::string> labelled;
  for_each_line_of_json(corpus_ / "fish-stocks-1995/structure.jsonl",
                        [&](const auto& json) { labelled.insert(json["eid"].GetString()); });
  EXPECT_EQ(all, labelled);
}

TEST_F(Corpus, the_references_of_the_labelled_treaty_are_what_its_labels_say) {
  const auto document = read("fish-stocks-1995");
  std::set<std::pair<std::string, std::string>> found;
  for (const auto& reference : find_references(document)) {
    for (const auto target : reference.targets) {
      found.emplace(document.structure[reference.from].eid.to_string(), document.structure[target].eid.to_string());
    }
  }
  std::set<std::pair<std::string, std::string>> labelled;
  const auto take = [&](const auto& json) {
    for (const auto& target : json["targets"].GetArray())
      labelled.emplace(json["from"].GetString(), target.GetString());
  };
  for_each_line_of_json(corpus_ / "fish-stocks-1995/gold.jsonl", take);
  std::vector<std::pair<std::string, std::string>> missed;
  std::ranges::set_difference(labelled, found, std::back_inserter(missed));
  EXPECT_TRUE(missed.empty()) << ::testing::PrintToString(missed);
  for_each_line_of_json(corpus_ / "fish-stocks-1995/optional.jsonl", take);
  std::vector<std::pair<std::string, std::string>> invented;
  std::ranges::set_difference(found, labelled, std::back_inserter(invented));
  EXPECT_TRUE(invented.empty()) << ::testing::PrintToString(invented);
}

}  // namespace
}  // namespace treatygraph::ingest
