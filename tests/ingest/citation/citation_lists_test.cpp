// How lists and parts of citations hang together: whose paragraph it is, what a list goes on with.

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

class CitationsInLists : public ::testing::TestWithParam<Case> {};

TEST_P(CitationsInLists, mean_what_a_reader_takes_them_for) {
  EXPECT_EQ(read_citations(GetParam().words), GetParam().meaning) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    Heads, CitationsInLists,
    ::testing::Values(Case{"Paragraph 2) of Article 1 applies", "art_1__para_2"},
                      Case{"Paragraphs 1 to 3, inclusive, of article 2 apply", "art_2__para_1..3"},
                      Case{"Articles 1 to 2, both inclusive, of the Charter", "art_1..2 [the Charter]"},
                      Case{"Articles 1 to 3, inclusive, 5 and 6 apply", "art_1..3 art_5 art_6"},
                      Case{"Articles 1 to 3, inclusive, shall apply", "art_1..3"},
                      Case{"Paragraphs 1) and 2) of Article 1", "art_1__para_1 art_1__para_2"},
                      Case{"(as in paragraph 2) of the lake", "para_2"},
                      Case{"paragraph 1 of Article 9, paragraph 6 of Article 11, or paragraph 4 of Article 12 apply",
                           "art_9__para_1; art_11__para_6; art_12__para_4"},
                      Case{"paragraphs 1 and 2 of Article 9, paragraph 6 of this Article and Article 12",
                           "art_9__para_1 art_9__para_2; para_6; art_12"},
                      Case{"point (b) of Article 2, paragraph 3, applies", "art_2__para_3__point_b"},
                      Case{"subparagraph (a) of paragraph 1 of Article 4, subparagraph (b) of paragraph 2 of Article 5",
                           "art_4__para_1__point_a; art_5__para_2__point_b"},
                      Case{"Article 4, paragraph 2 of Article 5 and Article 6", "art_4; art_5__para_2; art_6"},
                      Case{"Articles 4 and 5, paragraph 2 of Article 6", "art_4 art_5; art_6__para_2"},
                      Case{"Article 4, paragraph 2, of Chapter III", "chp_III__art_4__para_2"},
                      Case{"Article 4 (Ponds), paragraph 2 of Article 5 (Rivers)", "art_4; art_5__para_2"},
                      Case{"Annex II from Article 7, paragraph 2", "annex_II"},
                      Case{"Section (a) of Article 8", "art_8__point_a"},
                      Case{"Sections (a) and (b) of Article 2", "art_2__point_a art_2__point_b"},
                      Case{"Article 8, sections (a) to (c), applies", "art_8__point_a..c"},
                      Case{"Section l of this Annex", "sec_1"}, Case{"Article 8, section (b)", "art_8__point_b"}));

INSTANTIATE_TEST_SUITE_P(Singular, CitationsInLists,
                         ::testing::Values(Case{"listed in Annex A, B or C.", "annex_A annex_B annex_C"},
                                           Case{"listed in Annex A, B, C and D shall",
                                                "annex_A annex_B annex_C annex_D"},
                                           Case{"under Article 3, 4 or 5 of this Convention", "art_3 art_4 art_5 !"},
                                           Case{"paragraph 2, 3 and 4 above", "para_2 para_3 para_4"},
                                           Case{"Protocol 1, 2 and 3 form part", "protocol_1 protocol_2 protocol_3"},
                                           Case{"under Article 3, 4 or 5 days later", "art_3"},
                                           Case{"in Article 3, 4 States shall", "art_3"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, CitationsInLists,
    ::testing::Values(
        Case{"Articles 1 up to and including 3 apply", "art_1..3"},
        Case{"Articles 1 to and including 3 apply", "art_1..3"}, Case{"Articles 4 up to 7", "art_4..7"},
        Case{"Articles 4 and 5, up to 90 tonnes", "art_4 art_5"}, Case{"Articles 4 through 7 inclusive", "art_4..7"},
        Case{"Articles 3 et seq. of this Convention", "art_3.. !"}, Case{"Article 3 ff. apply", "art_3.."},
        Case{"Article 3 and the following articles", "art_3.."}, Case{"Articles 3 and following, as", "art_3.."},
        Case{"paragraphs 2 et seq.", "para_2.."}, Case{"Articles 3 et seq. and 9 apply", "art_3.. art_9"},
        Case{"Articles 3 et sequentes", "art_3.."}, Case{"Articles 3 and onwards", "art_3.."},
        Case{"Article 3 onwards, of this Convention", "art_3.. !"},
        Case{"Article 3 and subsequent Articles", "art_3.."},
        Case{"Articles 3 and those following shall apply", "art_3.."},
        Case{"Article 3 and following Articles of the Treaty on Ponds", "art_3.. [the Treaty on Ponds]"},
        Case{"Articles 3 ff. and 12 ff.", "art_3.. art_12.."}, Case{"Article 3 and subsequent practice", "art_3"},
        Case{"Article 3 and the following measures", "art_3"}));

INSTANTIATE_TEST_SUITE_P(
    PartsWithoutNumber, CitationsInLists,
    ::testing::Values(Case{"Article 1(1), first subparagraph, point (b), shall", "art_1__para_1__point_b"},
                      Case{"paragraph 2, second subparagraph, points (a) and (c)", "para_2__point_a para_2__point_c"},
                      Case{"Articles 1(1), first subparagraph, and 3(2)", "art_1__para_1 art_3__para_2"},
                      Case{"Article 4, second subparagraph", "art_4"},
                      Case{"the first subparagraph of this paragraph", "this paragraph"},
                      Case{"the second and third subparagraphs of Article 5(2)", "art_5__para_2 art_5__para_2"},
                      Case{"point (c) of the first subparagraph of Article 5(2)", "art_5__para_2__point_c"}));

INSTANTIATE_TEST_SUITE_P(
    Introductions, CitationsInLists,
    ::testing::Values(
        Case{"Notwithstanding the foregoing, information referred to in Article 5, paragraph 4, may be kept",
             "art_5__para_4"},
        Case{"Subject to Article 2, the data under Article 5, paragraph 4 shall be kept", "art_2; art_5__para_4"},
        Case{"Subject to Article 2, paragraph 4 shall apply", "art_2; para_4"}));

}  // namespace
}  // namespace treatygraph::ingest
