// The structure of real treaties, where the folder with their texts is given: against labels made by reading, and the
// official PDF against the text.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "ingest/documents/read_document.h"
#include "ingest/text/lines.h"
#include "tests/ingest/formats/written_document.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;

class StructureCorpus : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("TREATYGRAPH_CORPUS");
    if (folder == nullptr || *folder == 0)
      GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
    corpus_ = std::filesystem::path(folder) / "corpus";
  }

  Document read(const std::string& name) {
    auto document = read_document(corpus_ / name);
    EXPECT_TRUE(document) << (document ? "" : document.error().detail);
    return document ? std::move(*document) : Document();
  }

  std::filesystem::path corpus_;
};

std::vector<std::string> labelled(const std::string& treaty) {
  const auto path = std::filesystem::path(testing::kSourceFolder) / "tests/ingest/labels" / treaty / "structure.jsonl";
  std::vector<std::string> eids;
  const auto bytes = testing::bytes_of(path);
  for_each_line(bytes, [&](const LineRange& line) {
    rapidjson::Document json;
    json.Parse(bytes.data() + line.first, line.size());
    eids.emplace_back(json["eid"].GetString());
  });
  return eids;
}

std::vector<std::string> only_in_first(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  const std::set<std::string> others(second.begin(), second.end());
  std::vector<std::string> only;
  std::ranges::copy_if(first, std::back_inserter(only), [&](const auto& eid) { return !others.contains(eid); });
  return only;
}

/// Prints the share of eIds in common among all that either side has.
double agreement(const std::string& treaty, const std::vector<std::string>& labels,
                 const std::vector<std::string>& found) {
  const auto missed = only_in_first(labels, found);
  const auto invented = only_in_first(found, labels);
  const auto common = static_cast<double>(labels.size() - missed.size());
  const auto share = common / static_cast<double>(labels.size() + invented.size());
  std::printf("%s: %zu labelled, share in common %.4f, missed %s, invented %s\n", treaty.c_str(), labels.size(), share,
              ::testing::PrintToString(missed).c_str(), ::testing::PrintToString(invented).c_str());
  return share;
}

TEST_F(StructureCorpus, agrees_with_what_readers_labelled) {
  for (const std::string treaty : {"budapest-2001", "uncac-2003"}) {
    const auto labels = labelled(treaty);
    ASSERT_GT(labels.size(), 300U);
    EXPECT_GE(agreement(treaty, labels, eids_of(read(treaty + "/text.txt").structure)), 0.995) << treaty;
  }
}

TEST_F(StructureCorpus, has_each_article_of_the_law_of_the_sea_once_and_in_order) {
  const auto structure = read("unclos-1982/original.pdf").structure;
  int article = 0;
  std::map<std::string, int> last_of_annex;
  for (const auto& provision : structure) {
    if (provision.kind != ProvisionKind::Article) continue;
    const auto& outer = provision.eid.steps().front();
    auto& last = outer.kind == ProvisionKind::Annex ? last_of_annex[outer.num] : article;
    EXPECT_EQ(std::to_string(++last), provision.num) << provision.eid.to_string();
    const bool has_heading = outer.kind != ProvisionKind::Annex || outer.num != "II";  // whose articles have none
    EXPECT_EQ(provision.heading.size() >= 4, has_heading) << provision.eid.to_string();
    EXPECT_LE(provision.heading.size(), 210U) << provision.eid.to_string() << " has words of its first sentence";
  }
  EXPECT_EQ(article, 320);
  const std::map<std::string, int> counts = {{"II", 9},  {"III", 22}, {"IV", 13},  {"V", 14},
                                             {"VI", 41}, {"VII", 13}, {"VIII", 5}, {"IX", 8}};
  EXPECT_EQ(last_of_annex, counts);
  EXPECT_EQ(std::ranges::count(structure, ProvisionKind::Annex, &Provision::kind), 9);
  EXPECT_EQ(std::ranges::count(structure, ProvisionKind::Part, &Provision::kind), 17);
}

/// Each heading of the PDF follows the same article's number in the text.
void expect_headings_in(const Document& text, const Structure& pdf) {
  constexpr std::size_t kLongestHeading = 400;
  std::map<std::string, std::string> words;
  for (const auto& provision : text.structure) {
    words[provision.eid.to_string()] =
        fold(std::string_view(text.text).substr(provision.heading_start, kLongestHeading));
  }
  for (const auto& provision : pdf) {
    const auto found = words.find(provision.eid.to_string());
    if (found == words.end() || provision.kind != ProvisionKind::Article) continue;
    EXPECT_THAT(found->second, ::testing::StartsWith(provision.heading)) << provision.eid.to_string();
  }
}

/// Two renderings of one treaty: what one of them alone has must be known, with the reason.
TEST_F(StructureCorpus, is_the_same_from_text_and_official_pdf) {
  // The text has lost the number of the first paragraph.
  const std::vector<std::string> lost_numbers = {"art_208__para_1"};
  // The text runs these points on from the last cell of a table, without a full stop between them.
  const std::string annex = "annex_III__art_13__";
  const std::vector<std::string> in_tables = {annex + "para_6__point_d", annex + "para_6__point_d__point_i",
                                              annex + "para_6__point_d__point_ii"};
  std::vector<std::string> known = lost_numbers;
  known.insert(known.end(), in_tables.begin(), in_tables.end());
  const std::map<std::string, std::vector<std::string>> only_in_pdf = {
      {"unclos-1982", known}, {"part-xi-1994", {}}, {"fish-stocks-1995", {}}};
  for (const auto& [treaty, expected] : only_in_pdf) {
    const auto text = read(treaty + "/text.txt");
    const auto pdf = read(treaty + "/original.pdf");
    EXPECT_EQ(only_in_first(eids_of(pdf.structure), eids_of(text.structure)), expected) << treaty;
    EXPECT_EQ(only_in_first(eids_of(text.structure), eids_of(pdf.structure)), std::vector<std::string>()) << treaty;
    expect_headings_in(text, pdf.structure);
  }
}

}  // namespace
}  // namespace treatygraph::ingest
