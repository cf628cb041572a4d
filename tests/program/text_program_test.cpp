// The continuous text of treaties read from documents: no word is lost, doubled or moved.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::ElementsAre;

std::string without_spaces(std::string_view text) {
  std::string bare;
  std::ranges::copy_if(text, std::back_inserter(bare),
                       [](char c) { return std::string_view(" \t\r\n\f").find(c) > 5; });
  return bare;
}

class TextOfDocument : public ::testing::Test {
 protected:
  /// Of the treaty `t`, built from `source`. The resolutions of the Law of the Sea's final act are left over, and
  /// reported.
  rapidjson::Document text_of(const std::string& source) {
    const auto built = testing::run({testing::kIngest, "build", "--out", data_, "t=" + source});
    EXPECT_TRUE(built.exit_code == 0 || built.err.find("ANNEX I RESOLUTION I") != std::string::npos) << built.err;
    const auto answer =
        testing::run({testing::kQuery, "--data", data_, "text", "--of", "t", "--limit", "100000", "--format", "json"});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    rapidjson::Document text;
    text.Parse(answer.out.c_str());
    EXPECT_FALSE(text.HasParseError());
    return text;
  }

  testing::TemporaryFolder folder_;
  std::string data_ = (folder_ / "treaties.db").string();
};

constexpr const char* kConventionOnLakes = R"(Convention on Lakes

PREAMBLE

The Parties to this Convention,

Have agreed as follows:

Article 1
Boats

1. Each boat on a lake shall:

(a) be small;

(b) be slow, as article 2 provides,

unless the lake is a sea.

2. Subject to paragraph 1, boats float.

Article 2
Fish

Fish shall swim.
)";

TEST_F(TextOfDocument, has_closing_words_after_the_list_that_they_close) {
  const auto text = text_of(folder_.write("lakes.txt", kConventionOnLakes));
  std::vector<std::string> told;
  for (const auto& entry : text["provisions"].GetArray()) {
    told.push_back(std::string(entry["citation"].GetString()) + " " + entry["kind"].GetString() + ": " +
                   entry["words"].GetString());
  }
  EXPECT_THAT(
      told,
      ElementsAre("Preamble preamble: The Parties to this Convention, Have agreed as follows:", "art. 1 article: ",
                  "art. 1(1) paragraph: Each boat on a lake shall:", "art. 1(1)(a) point: be small;",
                  "art. 1(1)(b) point: be slow, as article 2 provides,", "art. 1(1) wrap_up: unless the lake is a sea.",
                  "art. 1(2) paragraph: Subject to paragraph 1, boats float.", "art. 2 article: Fish shall swim."));
}

TEST_F(TextOfDocument, marks_citations_where_they_stand) {
  const auto text = text_of(folder_.write("lakes.txt", kConventionOnLakes));
  std::vector<std::string> told;
  for (const auto& entry : text["provisions"].GetArray()) {
    for (const auto& mark : entry["marks"].GetArray()) {
      const std::string words = entry["words"].GetString();
      const auto start = mark["start"].GetUint();
      told.push_back(words.substr(start, mark["end"].GetUint() - start) + " -> " +
                     mark["to"][0]["citation"].GetString() + ": " + mark["note"].GetString());
    }
  }
  EXPECT_THAT(told, ElementsAre("article 2 -> art. 2: Fish shall swim.",
                                "paragraph 1 -> art. 1(1): Each boat on a lake shall: (a) be small; (b) be "
                                "slow, as article 2 provides, unless the lake is a sea."));
}

TEST_F(TextOfDocument, marks_the_citations_of_a_heading_there) {
  const auto text = text_of(folder_.write("ponds.txt", R"(Convention on Ponds

Article 1
Ducks

Ducks swim, notwithstanding article 2.

Article 2
Relation to article 1

This article prevails over article 1.
)"));
  const auto& entry = text["provisions"][1];
  ASSERT_EQ(entry["heading_marks"].Size(), 1U);
  EXPECT_EQ(entry["heading_marks"][0]["start"].GetUint(), 12U);
  EXPECT_STREQ(entry["heading_marks"][0]["to"][0]["citation"].GetString(), "art. 1");
  ASSERT_GE(entry["marks"].Size(), 1U);
  EXPECT_STREQ(entry["marks"][entry["marks"].Size() - 1]["to"][0]["citation"].GetString(), "art. 1");
}

/// In the document the words of the entries are in order, with only numbers and headings between them.
TEST_F(TextOfDocument, is_that_of_the_document_in_order) {
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr || *corpus == 0) {
    GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
  }
  for (const auto* name : {"budapest-2001", "uncac-2003", "unclos-1982"}) {
    const auto path = std::filesystem::path(corpus) / "corpus" / name / "text.txt";
    std::ifstream file(path);
    const auto document = without_spaces(std::string(std::istreambuf_iterator<char>(file), {}));
    const auto text = text_of(path.string());
    std::size_t at = document.find(without_spaces(text["title"].GetString()));
    ASSERT_NE(at, std::string::npos) << name;
    at += without_spaces(text["title"].GetString()).size();
    std::size_t printed = 0;  // allows for the number and heading of each entry since the last words
    for (const auto& entry : text["provisions"].GetArray()) {
      constexpr std::size_t kNumberAtMost = 40;
      const auto* heading = entry["heading"].IsString() ? entry["heading"].GetString() : "";
      constexpr std::size_t kSignatures = 250;  // before the annexes, in no provision
      const std::string_view citation = entry["citation"].GetString();
      const bool is_annex = citation.starts_with("annex") && citation.find(',') == std::string_view::npos;
      printed += kNumberAtMost + without_spaces(heading).size() + (is_annex ? kSignatures : 0);
      const auto words = without_spaces(entry["words"].GetString());
      if (words.empty()) continue;
      const auto found = document.find(words, at);
      ASSERT_NE(found, std::string::npos) << name << " " << entry["citation"].GetString() << ": " << words;
      EXPECT_LE(found - at, printed) << name << " " << entry["citation"].GetString() << " comes after "
                                     << document.substr(at, found - at);
      at = found + words.size();
      printed = 0;
    }
  }
}

}  // namespace
}  // namespace treatygraph
