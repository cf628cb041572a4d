// Texts that lost their line breaks, as the columns of tables do: the headings whose numbers count on give them back.

#include <gmock/gmock.h>

#include "ingest/documents/read_document.h"
#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using testing::read_text;

/// What the file has between the places that the map gives for a provision.
std::string in_file(const Document& document, std::string_view file, std::string_view eid) {
  for (const auto& provision : document.structure) {
    if (provision.eid.to_string() != eid) continue;
    const auto first = document.map.character_at(provision.start, document.text.data());
    return std::string(file.substr(first, document.map.character_at(provision.end, document.text.data()) - first));
  }
  return {};
}

constexpr std::string_view kOneLine =
    "Treaty on the Moor of Ulba Preamble The Parties, wishing to keep the moor wet, have agreed as follows: Article 1 "
    "Scope 1. This Treaty covers the moor. 2. It leaves the meadows out, save as Article 3 says. Article 2 Duties Each "
    "Party shall: (a) close the ditches; (b) count the cranes in accordance with Article 1, paragraph 2. Article 3 "
    "Meadows Meadows may be added under the procedure of Article 2. Article 4 Start This Treaty starts in spring.";

TEST(LostLines, are_found_before_headings_that_count_on_and_not_before_citations) {
  const auto document = read_text(kOneLine);
  EXPECT_THAT(eids_of(document), ElementsAre("preamble", "art_1", "art_1__para_1", "art_1__para_2", "art_2",
                                             "art_2__point_a", "art_2__point_b", "art_3", "art_4"));
  EXPECT_EQ(document.title, "Treaty on the Moor of Ulba");
}

TEST(LostLines, leave_every_provision_where_the_file_has_it) {
  const auto document = read_text(kOneLine);
  EXPECT_EQ(in_file(document, kOneLine, "art_4"), "Article 4 Start This Treaty starts in spring.");
  EXPECT_EQ(in_file(document, kOneLine, "art_2__point_a"), "(a) close the ditches;");
  EXPECT_EQ(document.characters_read, document.characters);
}

TEST(LostLines, are_found_in_some_lines_of_a_text_that_has_others) {
  std::string text = "TREATY ON MILLS\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nMills turn.\n\n";
  text += "Article 2 Wheels " + std::string(80, 'w') + " turn by water, not under Article 3 alone. ";
  for (int i = 0; i < 12; ++i) text += "Each wheel is looked after by its miller and by nobody else. ";
  text +=
      "Article 3 Stones Stones are turned by wheels. Article 4 Flour Flour is free.\n\nArticle 5\n\nBread is not.\n";
  EXPECT_THAT(eids_of(read_text(text)), IsSupersetOf({"art_1", "art_2", "art_3", "art_4", "art_5"}));
}

TEST(LostLines, do_not_part_a_text_whose_headings_have_lines_of_their_own) {
  std::string text = "TREATY ON MILLS\n\n";
  for (int i = 1; i <= 4; ++i) {
    text += "Article " + std::to_string(i) + "\n\nMills turn. ";
    for (int k = 0; k < 20; ++k) text += "See the rules of the mill and of the miller at all times. ";
    text += "Article " + std::to_string(std::min(i + 1, 4)) + " Wheels do so too.\n\n";
  }
  EXPECT_THAT(eids_of(read_text(text)), ElementsAre("art_1", "art_2", "art_3", "art_4"));
}

TEST(LostLines, give_paragraphs_whose_numbers_have_no_stop_their_lines_back) {
  std::string text =
      "TREATY ON MILLS The Parties have agreed as follows: Article 1 Scope 1 This Part applies to mills. ";
  text += "2 New mills are looked at in accordance with Article 2 within 30 days. 3 Old mills are not. ";
  text += "Article 2 Looking 1 The miller looks. 2 Nobody else does before 1 January of a year. ";
  for (int i = 0; i < 12; ++i) text += "Each wheel is looked after by its miller and by nobody else. ";
  EXPECT_THAT(eids_of(read_text(text)), IsSupersetOf({"art_1", "art_1__para_1", "art_1__para_2", "art_1__para_3",
                                                      "art_2", "art_2__para_1", "art_2__para_2"}));
}

constexpr std::string_view kSmall =
    "treaty on the storks of ulbasource: collection of treaties 5preamblethe contracting parties,wishing to see storks "
    "each spring,bearing in mind the treaty of 1901 and all that was said of it by the states that are around the lake,"
    "have agreed as follows: ARTICLE ithe parties shall:(a) put wheels on their roofs;(b) leave the frogs alone "
    "ARTICLE "
    "iicounting1. storks are counted each year.2. the numbers are sent to the office under article i ARTICLE iiithis "
    "treaty lasts ten years and may be renewed by the parties for ten years more ANNEX iroofs that are high enough.";

TEST(SmallLetters, give_headings_and_marks_their_lines_back) {
  const auto document = read_text(kSmall);
  EXPECT_THAT(eids_of(document), IsSupersetOf({"preamble", "art_I", "art_I__point_a", "art_I__point_b", "art_II",
                                               "art_II__para_1", "art_II__para_2", "art_III", "annex_I"}));
  EXPECT_EQ(document.title, "treaty on the storks of ulba");
  EXPECT_EQ(in_file(document, kSmall, "art_II__para_1"), "1. storks are counted each year.");
}

TEST(SmallLetters, tell_what_is_cited_or_put_in_from_what_opens) {
  const auto document = read_text(
      "protocol to amend the treaty on the storks of ulbasource: collection of treaties 6the contracting "
      "parties,wishing "
      "to see more storks each spring than they saw in the years before,have agreed as follows: ARTICLE "
      "iarticle 3 is deleted ARTICLE ii ARTICLE 1, paragraph 4 of the treaty is deleted as well ARTICLE "
      "iiithe parties shall:a) count the storks;b) count the frogs; andc) tell the office ARTICLE 14 bisfrogs are "
      "counted by the parties that have any in their ponds and lakes and rivers.");
  EXPECT_THAT(eids_of(document),
              IsSupersetOf({"art_I", "art_II", "art_III", "art_III__point_a", "art_III__point_b", "art_III__point_c"}));
  EXPECT_THAT(eids_of(document), ::testing::Not(::testing::Contains("art_1")));
}

std::string refusal_of(std::string_view text) {
  const testing::TemporaryFolder folder;
  const auto document = read_document(folder.write("a.txt", text));
  return document ? "taken" : document.error().detail;
}

TEST(ReversedWords, are_refused_by_name) {
  std::string text = "RAFTS ON AGREEMENT\n\nPreamble\n\nThe Parties to this Agreement on the rafts of the lake,\n\n";
  for (int i = 1; i <= 6; ++i) {
    text += "Rafts of Keeping " + std::to_string(i) + ".1 Article\n\n.lake the of rafts the keep shall Party Each\n\n";
  }
  EXPECT_THAT(refusal_of(text), ::testing::HasSubstr("the words of each line from last to first"));
}

TEST(Preamble, alone_is_no_treaty) {
  std::string text = "A NOTE\n\nPreamble\n\n";
  for (int i = 0; i < 30; ++i) text += "The weather over the lake was fine on that day and on the day before it.\n";
  EXPECT_THAT(refusal_of(text), ::testing::HasSubstr("no article, part or annex was found"));
}

}  // namespace
}  // namespace treatygraph::ingest
