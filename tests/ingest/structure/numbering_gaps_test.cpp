// Numbers that a count leaves out: headings that are found because their number is missing, and what is said of those
// that are not found.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/documents/read_document.h"
#include "ingest/structure/gaps_in_numbering.h"
#include "ingest/structure/text_structure.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<std::string> units_of(const std::string& text) {
  std::vector<std::string> eids;
  for (const auto& provision : read_structure(text)) {
    if (is_unit(provision.kind)) eids.push_back(provision.eid.to_string());
  }
  return eids;
}

/// Articles 1, 2 and 4, with `third` where article 3 belongs.
std::string treaty_with(const std::string& third) {
  return "CONVENTION ON LAKES\n\nThe Parties have agreed as follows:\n\n"
         "Article 1. Scope\n\nThis Convention applies to all lakes.\n\n"
         "Article 2. Duties\n\nEach Party shall keep its lakes clean" +
         third +
         "\n\nEach Party shall count its lakes once a year.\n\n"
         "Article 4. Reports\n\nEach Party shall report what it did.\n";
}

TEST(MissedHeadings, are_found_where_their_number_is_missing) {
  for (const std::string third : {
           " and safe, or\n\nArticle 3. Counting",           // a slip ended the sentence before
           " in this\nArticle 3\nCounting of lakes",         // its end was lost
           ". They shall be safe. Article 3",                // at the end of a line
           ". -7- Article 3 Counting of Lakes -8-",          // after a page number
           ".\n\nChapter II. Counting Article 3. Counting",  // after a chapter's heading
           ".\n\nArticle 3 (12)\n\nCounting of lakes",       // with the number that it had
       }) {
    EXPECT_THAT(units_of(treaty_with(third)), ElementsAre("art_1", "art_2", "art_3", "art_4")) << third;
  }
}

TEST(MissedHeadings, in_capitals_are_found_beside_citations_in_small_letters) {
  const std::string text =
      "CONVENTION ON LAKES\n\nThe Parties have agreed as follows:\n\n"
      "ARTICLE 1. Scope\n\nThis Convention applies to all lakes but those of article 3.\n\n"
      "ARTICLE 2. Duties\n\nEach Party shall keep to what it is a party to ARTICLE 3. Ponds are no lakes.\n\n"
      "ARTICLE 4. Reports\n\nEach Party shall report what it did.\n";
  EXPECT_THAT(units_of(text), ElementsAre("art_1", "art_2", "art_3", "art_4"));
}

TEST(MissedHeadings, are_no_citations) {
  for (const std::string third : {
           " in accordance with\nArticle 3 of the Treaty on Ponds.",
           " in accordance with Article 3.",
           " as Article 3, paragraph 2, of the Treaty on Ponds\nsays.",
           ".\n\n1. It shall do so under\nArticle 3\nof the Treaty on Ponds.",
       }) {
    EXPECT_THAT(units_of(treaty_with(third)), ElementsAre("art_1", "art_2", "art_4")) << third;
  }
}

TEST(MissedHeadings, are_found_whatever_letter_the_look_around_them_ends_in) {
  for (const std::size_t size : {53U, 149U}) {
    EXPECT_THAT(units_of(treaty_with(" in this\nArticle 3\nCounting " + std::string(size, 'x') + "éé of lakes")),
                ElementsAre("art_1", "art_2", "art_3", "art_4"))
        << size;
  }
}

// Two megabytes in one line: only the words near a mention decide about it.
TEST(MissedHeadings, are_looked_for_in_a_long_line_without_reading_it_again_for_each_mention) {
  std::string mentions;
  for (int i = 0; i < 100'000; ++i) mentions += " see article 3 of it,";
  EXPECT_THAT(units_of(treaty_with(mentions + " and so on.")), ElementsAre("art_1", "art_2", "art_4"));
}

TEST(MissedHeadings, are_not_guessed_where_two_places_could_be_theirs) {
  EXPECT_THAT(units_of(treaty_with(" in this\nArticle 3\nCounting of lakes in this\nArticle 3\nCounting of ponds")),
              ElementsAre("art_1", "art_2", "art_4"));
}

std::vector<std::string> points_of(const std::string& text) {
  std::vector<std::string> nums;
  for (const auto& provision : read_structure(text)) {
    if (provision.kind == ProvisionKind::Point) nums.push_back(provision.num);
  }
  return nums;
}

TEST(MissedMarks, are_found_where_their_label_is_missing) {
  for (const std::string third : {
           "a share of 70 per cent (c) The share of ponds is counted once a year;",
           "all lakes (excluding ponds)\n(c) Rivers and canals are counted once a year;",
           "all lakes;\n(c ) rivers and canals;",
           "a share of 70 per cent (c) (i) The share of ponds is counted once a year;",
       }) {
    EXPECT_THAT(points_of("Article 1\n\nThe Parties shall count:\n(a) seas;\n(b) " + third + "\n(d) bays.\n"),
                IsSupersetOf({"a", "b", "c", "d"}))
        << third;
  }
}

TEST(MissedMarks, are_no_citations) {
  for (const std::string third : {
           "all lakes, as subparagraph (c) says;",
           "all lakes, as (c) above says, 5 per cent (c) Rivers, 6 per cent (c) Canals;",
       }) {
    EXPECT_THAT(points_of("Article 1\n\nThe Parties shall count:\n(a) seas;\n(b) " + third + "\n(d) bays.\n"),
                ElementsAre("a", "b", "d"))
        << third;
  }
  EXPECT_THAT(points_of("Article 1\n\n1. The Parties shall count:\n(a) seas;\n(b) lakes, of which 5 per cent (c) "
                        "Ponds have;\n\n2. They shall keep:\n(a) seas;\n(b) rivers;\n(c) canals.\n"),
              ElementsAre("a", "b", "a", "b", "c"));
}

std::vector<std::string> gaps_of(const std::string& text) {
  return gaps_in_numbering(read_structure(text));
}

TEST(NumberingGaps, are_told_with_what_is_around_them) {
  EXPECT_THAT(gaps_of(treaty_with(".")), ElementsAre("article 3 is missing between article 2 and article 4"));
  EXPECT_THAT(gaps_of("Article 1\n\nLakes are kept.\n\nArticle 2\n\nThe Parties shall:\n(a) count lakes;\n"
                      "(b) count ponds;\n(d) report.\n"),
              ElementsAre("point c is missing between article 2 (b) and article 2 (d)"));
  EXPECT_THAT(gaps_of("Article 12\n\nLakes are kept.\n\nArticle 13\n\nPonds are kept.\n"),
              ElementsAre("articles 1 to 11 are missing before article 12"));
}

TEST(NumberingGaps, are_none_where_a_count_goes_on_or_begins_again) {
  EXPECT_THAT(gaps_of("PART I\n\nArticle 1\n\nLakes.\n\nArticle 2\n\nPonds.\n\nPART II\n\nArticle 3\n\nRivers.\n\n"
                      "Article 3bis\n\nCanals.\n\nArticle 4\n\nSeas.\n\nANNEX I\n\nArticle 1\n\nLists.\n\n"
                      "Article 2\n\nMaps.\n"),
              IsEmpty());
  EXPECT_THAT(gaps_of("Article 1\n\nThe Parties shall keep:\n(i) lakes;\n(ii) ponds;\n(iii) rivers;\n(iv) seas;\n"
                      "(v) canals.\n\nArticle 2\n\nThe Parties shall count lakes.\n"),
              IsEmpty());
}

TEST(NumberingGaps, are_none_between_the_hundreds_that_are_chapters) {
  const auto chapters = [](std::string_view second) {
    return fmt::format(
        "CHAPTER ONE\n\nArticle 101: Lakes\n\nLakes are kept.\n\nArticle 102: Ponds\n\nPonds are kept.\n\n"
        "CHAPTER TWO\n\nArticle 201: Rivers\n\nRivers are kept.\n\nArticle {}: Seas\n\nSeas are kept.\n\n"
        "CHAPTER THREE\n\nArticle 301: Ice\n\nIce is kept.\n",
        second);
  };
  EXPECT_THAT(gaps_of(chapters("202")), IsEmpty());
  EXPECT_THAT(gaps_of(chapters("204")),
              ElementsAre("articles 202 to 203 are missing between article 201 and article 204"));
}

TEST(NumberingGaps, of_two_counts_may_have_one_place) {
  const auto structure = read_structure(
      "Article 1\n\nLakes are kept.\n\nArticle 4\n\nPonds are kept.\n\nCHAPTER I\n\nArticle 3\n\nRivers are kept "
      "(Article 5\n"
      "\nSeas are kept.\n\nArticle 2\n\nIce is kept.\n\nArticle 6\n\nSnow is kept.\n\nANNEX I\n\nArticle "
      "3\n\nRain.\n\nArticle "
      "6\n\nHail.\n");
  for (const auto& provision : structure) EXPECT_LE(provision.start, provision.end) << provision.eid.to_string();
}

/// Whatever numbers a text has, in whatever order, every provision has its place within what contains it.
TEST(NumberingGaps, of_any_text_leave_each_provision_its_place) {
  std::mt19937 engine(11);
  const std::vector<std::string> pieces = {
      "Article {}\n\n",  "ARTICLE {}. Lakes\n\n",     "wi Article {}\n",      "Lakes are kept.\n\n",
      "CHAPTER {}\n\n",  "ANNEX {}\nLIST\n\n",        "1. Ponds are kept.\n", "(a) rivers;\n(b) seas.\n",
      "PROTOCOL {}\n\n", "-{}- Article 3 Of lakes\n", "of Article {}",        " Article {} "};
  for (int round = 0; round < 3'000; ++round) {
    std::string text = "Convention on Lakes\n\n";
    for (auto left = 4 + engine() % 40; left > 0; --left) {
      auto piece = pieces[engine() % pieces.size()];
      if (const auto at = piece.find("{}"); at != std::string::npos)
        piece.replace(at, 2, std::to_string(1 + engine() % 9));
      text += piece;
    }
    const auto structure = read_structure(text);
    for (std::size_t i = 0; i < structure.size(); ++i) {
      const auto& provision = structure[i];
      ASSERT_LE(provision.start, provision.end) << text;
      ASSERT_LE(provision.end, text.size()) << text;
      if (provision.parent == Provision::kNoParent) continue;
      ASSERT_LT(provision.parent, i) << text;
      ASSERT_GE(provision.start, structure[provision.parent].start) << text;
      ASSERT_LE(provision.end, structure[provision.parent].end) << text;
    }
  }
}

TEST(NumberingGaps, are_among_what_a_document_says_of_itself) {
  const testing::TemporaryFolder folder;
  const auto document = read_document(folder.write("lakes.txt", treaty_with(".")));
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->notices, Contains(HasSubstr("article 3 is missing between article 2 and article 4")));
}

TEST(Notices, of_a_language_are_kept_beside_those_of_a_format) {
  std::string page = "<!DOCTYPE html><html><body><img src=\"map.png\"><h1>CONVENTION SUR LES LACS</h1>";
  for (int article = 1; article <= 6; ++article) {
    page += "<h2>Article " + std::to_string(article) +
            "</h2><p>Les Parties à la présente Convention veillent à ce que les lacs de leur territoire soient "
            "protégés contre la pollution et les autres atteintes qui leur sont portées.</p>";
  }
  const testing::TemporaryFolder folder;
  const auto document = read_document(folder.write("lacs.html", page + "</body></html>"));
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->notices, Contains(HasSubstr("French")));
}

}  // namespace
}  // namespace treatygraph::ingest
