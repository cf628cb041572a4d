// What the citations of one list share: the article that they are parts of, and the instrument at the end.

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

class JoinedCitations : public ::testing::TestWithParam<Case> {};

TEST_P(JoinedCitations, share_what_is_said_once) {
  EXPECT_EQ(read_citations(GetParam().words), GetParam().meaning) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    AfterBrackets, JoinedCitations,
    ::testing::Values(
        Case{"Articles 1 and 2 (except paragraph 2) of the Act on Water",
             "art_1 art_2 [the Act on Water]; art_2__para_2 [the Act on Water]"},
        Case{"Articles 3 to 9 (excluding Articles 5 and 6) of the Treaty on Ponds apply",
             "art_3..9 [the Treaty on Ponds]; art_5 art_6 [the Treaty on Ponds]"},
        Case{"Article 5 (save for paragraph 2), of the Charter of Bogs",
             "art_5 [the Charter of Bogs]; art_5__para_2 [the Charter of Bogs]"},
        Case{"Article 4 (but not its paragraph 3) of the Charter of Bogs",
             "art_4 [the Charter of Bogs]; art_4__para_3 [the Charter of Bogs]"},
        Case{"Articles 1 to 5 [except Article 3] of the Charter of Bogs",
             "art_1..5 [the Charter of Bogs]; art_3 [the Charter of Bogs]"},
        Case{"Articles 1 and 2 (including paragraph 2) of the Act on Water",
             "art_1 art_2 [the Act on Water]; art_2__para_2 [the Act on Water]"},
        Case{"Articles 1 and 2 (and in particular paragraph 2) of the Act on Water",
             "art_1 art_2 [the Act on Water]; art_2__para_2 [the Act on Water]"},
        Case{"Articles 1 and 2 (as amended) of the Act on Water", "art_1 art_2 [the Act on Water]"},
        Case{"Article 5 (first sentence) of the Act on Water", "art_5 [the Act on Water]"},
        Case{"Articles 1 and 2 (except paragraph 2) of this Convention", "art_1 art_2 !; art_2__para_2 !"},
        Case{"Articles 1 and 2 (except paragraph 2), as amended", "art_1 art_2; art_2__para_2"},
        Case{"Articles 3 to 9 (except paragraph 2), as amended", "art_3..9; art_9__para_2"},
        Case{"Articles III to VI (except paragraph 2) of the Charter of Bogs",
             "art_III..VI [the Charter of Bogs]; art_VI__para_2 [the Charter of Bogs]"},
        Case{"Articles 1 to 5 (except for Article 3 of this Convention) of the Charter of Bogs",
             "art_1..5 [the Charter of Bogs]; art_3 !"},
        Case{"Article 1 (Article 2 of the Treaty on Ponds) applies", "art_1; art_2 [the Treaty on Ponds]"},
        Case{"paragraphs 1 to 3 (other than paragraph 2) of Article 4 of the Act on Water",
             "art_4__para_1..3 [the Act on Water]; art_4__para_2 [the Act on Water]"},
        Case{"paragraphs 1 to 3 (other than paragraph 2) of Article 4", "art_4__para_1..3; art_4__para_2"},
        Case{"Article 2, paragraphs 1 to 3 (other than paragraph 2), of the Act on Water",
             "art_2__para_1..3 [the Act on Water]; art_2__para_2 [the Act on Water]"},
        Case{"paragraph 2 (other than subparagraph (b)) of this Article", "para_2; para_2__point_b"}));

INSTANTIATE_TEST_SUITE_P(
    OverBrackets, JoinedCitations,
    ::testing::Values(
        Case{"Articles 2 through 7 (other than paragraph 3 of Article 6), Article 12 and paragraph 3 of Article 16 of "
             "the Treaty on Ponds",
             "art_2..7 [the Treaty on Ponds]; art_6__para_3 [the Treaty on Ponds]; art_12 [the Treaty on Ponds]; "
             "art_16__para_3 [the Treaty on Ponds]"},
        Case{"Articles 1 to 5 (not including Article 3), 7, 9 and 11 of the Treaty on Ponds",
             "art_1..5 [the Treaty on Ponds]; art_3 [the Treaty on Ponds]; art_7 art_9 art_11 [the Treaty on Ponds]"},
        Case{"Articles 1 to 5 (with the exclusion of Article 3 and of Article 4, paragraph 2), Articles 7 to 9 and "
             "Article 11(2) of the Treaty on Ponds",
             "art_1..5 [the Treaty on Ponds]; art_3 [the Treaty on Ponds]; art_4__para_2 [the Treaty on Ponds]; "
             "art_7..9 [the Treaty on Ponds]; art_11__para_2 [the Treaty on Ponds]"},
        Case{"Article 1 (as amended by Article 5 of the Act on Water) and Article 2 of the Treaty on Ponds",
             "art_1 [the Treaty on Ponds]; art_5 [the Act on Water]; art_2 [the Treaty on Ponds]"},
        Case{"Articles 1, 2 (including its paragraph 2), 3 and 4 (first sentence) of the Act on Water",
             "art_1 art_2 [the Act on Water]; art_2__para_2 [the Act on Water]; art_3 art_4 [the Act on Water]"},
        Case{"Articles 1 (paragraph 2), 2 and 3 (paragraph 4) of the Act on Water",
             "art_1 [the Act on Water]; art_1__para_2 [the Act on Water]; art_2 art_3 [the Act on Water]; "
             "art_3__para_4 [the Act on Water]"},
        Case{"articles 6, 7, 8 (paragraphs I and 2), 11 and 15",
             "art_6 art_7 art_8; art_8__para_1 art_8__para_2; art_11 art_15"},
        Case{"article 39, paragraphs 1 (first two sentences), 2 and 4", "art_39__para_1 art_39__para_2 art_39__para_4"},
        Case{"article 39, paragraphs 1 (except point (b)), 2 and 4",
             "art_39__para_1; art_39__para_1__point_b; art_39__para_2 art_39__para_4"},
        Case{"For the purposes of Chapters 3 to 7 (Fish, Ponds, Bogs and Weeds), Article XX of the Treaty on Ponds is",
             "chp_3..7; art_XX [the Treaty on Ponds]"},
        Case{"Section 3 (Common Rules), of Section 4 (Disputes) of this Convention", "sec_3; sec_4 !"},
        Case{"Title IV (Trade) thereof and the Treaty on Ponds", "title_IV;  [the Treaty on Ponds]"},
        Case{"Section A to Appendix 1 (Coverage) to Annex XVI (Ponds)", "annex_XVI__appendix_1__sec_A"},
        Case{"Articles 9.3 (Fish) or 10.8 (Ponds) in its Schedule to Annex I", "art_9-3 art_10-8; annex_I"},
        Case{"Articles 1 to 12 (with the exception of Article 6bis and Article 7(2)), and the Appendix, of the Treaty "
             "on Ponds",
             "art_1..12 [the Treaty on Ponds]; art_6bis [the Treaty on Ponds]; art_7__para_2 [the Treaty on Ponds]; "
             "appendix [the Treaty on Ponds]"}));

INSTANTIATE_TEST_SUITE_P(
    WithoutBrackets, JoinedCitations,
    ::testing::Values(Case{"Articles 1 to 5, with the exception of Article 3, of the Charter of Bogs",
                           "art_1..5 [the Charter of Bogs]; art_3 [the Charter of Bogs]"},
                      Case{"Articles 1 to 5, except Article 3, of the Charter of Bogs",
                           "art_1..5 [the Charter of Bogs]; art_3 [the Charter of Bogs]"},
                      Case{"Articles 1 to 5 other than Article 3 of the Charter of Bogs",
                           "art_1..5 [the Charter of Bogs]; art_3 [the Charter of Bogs]"},
                      Case{"Articles 4 and 5, excluding paragraph 2 of Article 5, of the Charter of Bogs",
                           "art_4 art_5 [the Charter of Bogs]; art_5__para_2 [the Charter of Bogs]"},
                      Case{"Articles 4 and 5, except paragraph 2, of the Charter of Bogs",
                           "art_4 art_5 [the Charter of Bogs]; art_5__para_2 [the Charter of Bogs]"},
                      Case{"Article 5 applies except as provided in Article 3 of the Charter of Bogs",
                           "art_5; art_3 [the Charter of Bogs]"},
                      Case{"Article 5 of this Convention, except Article 3 of the Charter of Bogs",
                           "art_5 !; art_3 [the Charter of Bogs]"}));

INSTANTIATE_TEST_SUITE_P(
    Links, JoinedCitations,
    ::testing::Values(
        Case{"Article 2; Article 12; and Article 16 of the Treaty on Ponds",
             "art_2 [the Treaty on Ponds]; art_12 [the Treaty on Ponds]; art_16 [the Treaty on Ponds]"},
        Case{"Article 2 as well as Article 16 of the Treaty on Ponds",
             "art_2 [the Treaty on Ponds]; art_16 [the Treaty on Ponds]"},
        Case{"Article 2 and also Article 16 of the Treaty on Ponds",
             "art_2 [the Treaty on Ponds]; art_16 [the Treaty on Ponds]"},
        Case{"Article 2 and/or Article 16 of the Treaty on Ponds",
             "art_2 [the Treaty on Ponds]; art_16 [the Treaty on Ponds]"},
        Case{"Articles 1 to 21 and the Appendix of the Treaty on Ponds",
             "art_1..21 [the Treaty on Ponds]; appendix [the Treaty on Ponds]"},
        Case{"Article 2, Article 3(1) and Annex II to the Treaty on Ponds",
             "art_2 [the Treaty on Ponds]; art_3__para_1 [the Treaty on Ponds]; annex_II [the Treaty on Ponds]"},
        Case{"Article 9 of this Convention and Article 12 of the Treaty on Ponds",
             "art_9 !; art_12 [the Treaty on Ponds]"},
        Case{"pursuant to Article 22.5, Articles VII and VIII of the Treaty on Ponds",
             "art_22-5; art_VII art_VIII [the Treaty on Ponds]"},
        Case{"Part III, Title IV of the Treaty on Ponds", "part_III__title_IV [the Treaty on Ponds]"},
        Case{"Articles 3 and 4 hereof and Article 6 of the Treaty on Ponds",
             "art_3 art_4; art_6 [the Treaty on Ponds]"},
        Case{"Article 9 above and Article 6 of the Treaty on Ponds", "art_9; art_6 [the Treaty on Ponds]"},
        Case{"Article 9 applies. Article 12 of the Treaty on Ponds", "art_9; art_12 [the Treaty on Ponds]"},
        Case{"Under Article 9, Article 12 of the Treaty on Ponds applies", "art_9; art_12 [the Treaty on Ponds]"},
        Case{"paragraph 1 of each of Articles 4 and 5", "art_4__para_1 art_5__para_1"}));

}  // namespace
}  // namespace treatygraph::ingest
