// Treaties in Markdown: what a reader of the rendered page sees.

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::references_of;
using testing::words_of;

class Markdown : public ::testing::Test {
 protected:
  Document read(const std::string& text) {
    auto document = written_.read("pact.txt", text);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  testing::WrittenDocument written_;
};

TEST_F(Markdown, is_read_without_its_marks) {
  const auto document = read(
      "<meta charset='utf-8' />\n\n#Pact on Lakes\n\nThe Parties have agreed:\n\n## Part I — Lakes\n\n### Article 1\n\n"
      "#### Scope\n\n1. This Pact applies to *lakes*.\n2. It applies\nin accordance with **Article 2**.\n\n"
      "### Article 2\n\nEach Party shall:\n\n- (a) keep lakes, see [Article 1](#article-1);\n- (b) report &sect; 3.\n");
  EXPECT_EQ(document.format, "markdown");
  EXPECT_THAT(eids_of(document), ElementsAre("preamble", "part_I", "art_1", "art_1__para_1", "art_1__para_2", "art_2",
                                             "art_2__point_a", "art_2__point_b"));
  EXPECT_EQ(words_of(document, "art_1__para_2"), "2. It applies in accordance with Article 2.");
  EXPECT_EQ(words_of(document, "art_2__point_b"), "(b) report § 3.");
  EXPECT_THAT(references_of(document),
              ElementsAre("art_1__para_2 -in_accordance_with-> art_2", "art_2__point_a -refers_to-> art_1"));
}

TEST_F(Markdown, is_told_from_plain_text) {
  const auto plain = read("Pact on Lakes\n\n# 12 of the list of lakes\n\nArticle 1\n\n* Lakes are _free_.\n");
  EXPECT_EQ(plain.format, "text");
  EXPECT_EQ(read("Pact\n\n**Article 1**\n\nLakes.\n\n**Article 2**\n\nPonds.\n").format, "markdown");
  EXPECT_EQ(read("---\ntitle: Pact on Lakes\nlang: en\n---\n\nArticle 1\n\nLakes.\n").title, "Pact on Lakes");
}

TEST_F(Markdown, keeps_the_numbers_of_the_file_where_they_count) {
  const auto document =
      read("# Pact\n\n## Article 1\n\n1. One.\n2. Two.\n4. Four.\n\n## Article 2\n\n1. One.\n1. Two.\n1. Three.\n");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_1__para_4", "art_2",
                                             "art_2__para_1", "art_2__para_2", "art_2__para_3"));
}

TEST_F(Markdown, leaves_front_matter_notes_and_pictures_out) {
  const auto document = read(
      "---\ntitle: Pact\nversion: 2\n---\n# Pact\n\n## Article 1\n\nA lake[^1] is ![a picture](x.png)wet.\n\n"
      "[^1]: Or a pond.\n    And a pool.\n\n## Article 2\n\nPonds ~~and seas~~ are dry<br>at times.\n");
  EXPECT_EQ(words_of(document, "art_1"), "Article 1 A lake is wet.");
  EXPECT_THAT(document.text, Not(HasSubstr("pool")));
  EXPECT_THAT(document.text, HasSubstr("dry\nat times"));
  EXPECT_THAT(document.notices, ElementsAre(HasSubstr("1 footnote"), HasSubstr("struck out")));
}

TEST_F(Markdown, reads_tables_and_html_within) {
  const auto document = read(
      "# Pact\n\n## Article 1\n\n| Lake | Fee |\n|---|---|\n| Deep | 2 |\n\n<table><tr><td>(a)</td><td>one "
      "lake;</td></tr><tr><td>(b)</td><td>two lakes.</td></tr></table>\n\n## Article 2\n\nPonds.\n");
  EXPECT_THAT(document.text, HasSubstr("| Lake | Fee |\n| Deep | 2 |"));
  EXPECT_THAT(eids_of(document), Contains("art_1__point_b"));
}

TEST_F(Markdown, says_where_in_the_file_a_provision_stands) {
  const std::string text = "# Pact\n\n## **Article 1**\n\n1. Lakes are *free* here.\n";
  const auto document = read(text);
  const auto at = [&](std::string_view words) {
    return document.map.character_at(document.text.find(words), document.text.data());
  };
  EXPECT_EQ(text.substr(at("Article 1"), 9), "Article 1");
  EXPECT_EQ(text.substr(at("free"), 4), "free");
  EXPECT_EQ(text.substr(at("here"), 4), "here");
}

}  // namespace
}  // namespace treatygraph::ingest
