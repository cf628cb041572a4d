// Instruments that a text names without capitals.

#include <gmock/gmock.h>

#include "tests/ingest/references/references_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> told_of(const std::string& sentence) {
  return told(
      document_of("PROTOCOL TO THE CONVENTION ON LAKES\n\nArticle 1\n\nThis Protocol is about lakes.\n\n"
                  "Article 2\n\n" +
                      sentence + "\n\nArticle 3\n\nThis Protocol ends.\n",
                  "Protocol to the Convention on Lakes"));
}

TEST(NamesInSmallLetters, are_another_instruments) {
  EXPECT_THAT(told_of("A State acts in accordance with article 1 of the convention."),
              ElementsAre("art_2 > [the convention] article 1 in_accordance_with"));
  EXPECT_THAT(told_of("Article 3 of the parent convention applies."),
              ElementsAre("art_2 > [the parent convention] Article 3 applies_to"));
  EXPECT_THAT(told_of("Subject to paragraph 1 of the agreement on Ponds, lakes are kept."),
              ElementsAre("art_2 > [the agreement on Ponds] paragraph 1 subject_to"));
  EXPECT_THAT(told_of("The court decides under article 3 of the law of the requested State."),
              ElementsAre("art_2 > [the law] article 3 in_accordance_with"));
  EXPECT_THAT(told_of("Article 3 of that treaty applies."), ElementsAre("art_2 > [that treaty] Article 3 applies_to"));
}

TEST(NamesInSmallLetters, of_the_treaty_itself_are_its_own) {
  EXPECT_THAT(told_of("Article 3 of the protocol applies."), ElementsAre("art_2 > art_3 applies_to"));
  EXPECT_THAT(told_of("Article 3 of this protocol applies."), ElementsAre("art_2 > art_3 applies_to"));
  EXPECT_THAT(told_of("Article 3 of the present protocol applies."), ElementsAre("art_2 > art_3 applies_to"));
}

TEST(NamesInSmallLetters, are_not_words_that_are_no_names) {
  EXPECT_THAT(told_of("A State may under article 3 conclude agreements."),
              ElementsAre("art_2 > art_3 in_accordance_with"));
  EXPECT_THAT(told_of("Under article 1 of this Protocol the law of the lake applies."),
              ElementsAre("art_2 > art_1 in_accordance_with"));
  EXPECT_THAT(told_of("The convention is kept by agreement between the Parties."), IsEmpty());
}

/// As collections keep treaties that were typed in small letters.
std::string all_small(const std::string& sentence) {
  const std::string text =
      "protocol to the international convention on the keeping of lakes\n\nthe parties to the present protocol, having "
      "considered the international convention on the keeping of lakes, done at port alba on 1 may 1970, and wishing "
      "that all lakes of the region be kept as they are for those who live by them, have agreed as follows:\n\n"
      "ARTICLE I\n\n1. \"convention\" means the international convention on the keeping of lakes, 1970.\n\n"
      "2. \"pond convention\" has the same meaning as in the convention.\n\nARTICLE II\n\n";
  return text + sentence + "\n\nARTICLE III\n\nthe present protocol shall be open to all states.\n";
}

std::vector<std::string> told_small(const std::string& sentence) {
  auto lines =
      told(document_of(all_small(sentence), "protocol to the international convention on the keeping of lakes"));
  std::erase_if(lines, [](const auto& line) { return !line.starts_with("art_II "); });
  return lines;
}

TEST(NamesInSmallLetters, are_known_in_a_text_without_capitals) {
  EXPECT_THAT(told_small("states act in accordance with article 3 of the convention."),
              ElementsAre("art_II > [the Convention] article 3 in_accordance_with"));
  EXPECT_THAT(told_small("article v of the pond convention, as amended, is kept."),
              ElementsAre("art_II > [the Pond Convention] article V refers_to"));
  EXPECT_THAT(told_small("subject to article i, paragraph 2, of the present protocol, states meet."),
              ElementsAre("art_II > art_I__para_2 subject_to"));
  EXPECT_THAT(told_small("articles i and iii of this protocol apply."),
              ElementsAre("art_II > art_I art_III applies_to"));
  EXPECT_THAT(told_small("registration takes place under article 102 of the charter of the united nations."),
              ElementsAre("art_II > [the Charter of the united nations] article 102 in_accordance_with"));
  EXPECT_THAT(told_small("the amounts of the convention shall wherever they appear be amended as follows: in article "
                         "3, \"ten\" is replaced by \"two\"."),
              ElementsAre("art_II > [the Convention] article 3 refers_to"));
}

TEST(References, that_stop_at_an_article_of_the_same_number_say_so) {
  EXPECT_THAT(told(document_of("Article 4\n\nSubject to paragraph 4 of this article, lakes are kept.\n\nArticle 5\n\n"
                               "Article 4, paragraph 4, applies.\n")),
              ElementsAre("art_4 > art_4 (not paragraph 4) subject_to", "art_5 > art_4 (not paragraph 4) applies_to"));
}

}  // namespace
}  // namespace treatygraph::ingest
