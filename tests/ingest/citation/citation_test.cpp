// The grammar of citations, in English.

#include "ingest/citation/citation.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

class Citations : public ::testing::TestWithParam<Case> {};

TEST_P(Citations, mean_what_a_reader_takes_them_for) {
  EXPECT_EQ(read_citations(GetParam().words), GetParam().meaning) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, Citations,
    ::testing::Values(
        Case{"in accordance with article 6", "art_6"}, Case{"articles 7 and 8 shall", "art_7 art_8"},
        Case{"articles 5, 6 and 7 within their competence", "art_5 art_6 art_7"}, Case{"articles 2 to 11", "art_2..11"},
        Case{"Articles 3 through 5, 7, and 9", "art_3..5 art_7 art_9"},
        Case{"article 7, paragraphs 4, 5 and 6, apply", "art_7__para_4 art_7__para_5 art_7__para_6"},
        Case{"article 1, paragraph 2(b)", "art_1__para_2__point_b"},
        Case{"article 23, paragraph 1 (b) (ii)", "art_23__para_1__point_b__point_ii"},
        Case{"article 24(2)", "art_24__para_2"}, Case{"article 8bis", "art_8bis"},
        Case{"articles 31, paragraph 1, and 54, paragraph 1 (a)", "art_31__para_1 art_54__para_1__point_a"},
        Case{"paragraphs 1 (a), (b) and 3", "para_1__point_a para_1__point_b para_3"},
        Case{"paragraphs 6 or 7", "para_6 para_7"}, Case{"paragraph 1.a", "para_1__point_a"},
        Case{"paragraph 1 a.ii of this article", "para_1__point_a__point_ii"},
        Case{"paragraph 2 of article 55 of this Convention", "art_55__para_2 !"},
        Case{"paragraph 2 of that article", "para_2 of that article"},
        Case{"Having regard to paragraph 10 of the Preamble and article 1", "preamble__recital_10; art_1"},
        Case{"subparagraph (a) (i) of this paragraph", "point_a__point_i"},
        Case{"subparagraphs (a) and (b) above", "point_a point_b"},
        Case{"subparagraph (c) of paragraph 1", "para_1__point_c"}, Case{"this article", "this article"},
        Case{"the present Chapter", "this chapter"}, Case{"this Part", "this part"}, Case{"this part of the sea", ""},
        Case{"the preceding paragraph", "preceding paragraph 1"},
        Case{"the two preceding articles", "preceding article 2"}, Case{"Part XI", "part_XI"},
        Case{"Annexes V, VII and VIII", "annex_V annex_VII annex_VIII"},
        Case{"Annex III, article 4, paragraph 4", "annex_III__art_4__para_4"},
        Case{"section 2 of Part III", "part_III__sec_2"}, Case{"article 23 of the Convention", "art_23 !"},
        Case{"Article 2 of the Charter of the United Nations", "art_2 [the Charter of the United Nations]"},
        Case{"article 5 and 30 days later", "art_5"}, Case{"articles 5 and 30 days later", "art_5"},
        Case{"the articles of this Convention", ""}, Case{"in the second paragraph", ""},
        Case{"under the Vienna Convention on the Law of Treaties and others",
             " [Vienna Convention on the Law of Treaties]"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Citations,
    ::testing::Values(
        Case{"paragraph 1, subparagraphs (a) and (c), of article 6", "art_6__para_1__point_a art_6__para_1__point_c"},
        Case{"article 23, paragraph 1 (a) (i) or (ii) or (b) (i)",
             "art_23__para_1__point_a__point_i art_23__para_1__point_a__point_ii art_23__para_1__point_b__point_i"},
        Case{"Articles 2, 3, 6, paragraph 1.b, 7, 9 paragraph 3, and 27, paragraph 9.e",
             "art_2 art_3 art_6__para_1__point_b art_7 art_9__para_3 art_27__para_9__point_e"},
        Case{"paragraphs 1, sub-paragraphs d. and e, and 2, sub-paragraphs b. and c",
             "para_1__point_d para_1__point_e para_2__point_b para_2__point_c"},
        Case{"Articles 3 through 5, 7, 8, and 9.1.a and c. of this Convention",
             "art_3..5 art_7 art_8 art_9-1__point_a art_9-1__point_c !"},
        Case{"articles 2, paragraphs 1 and 2, and 3, paragraph 4", "art_2__para_1 art_2__para_2 art_3__para_4"},
        Case{"Article 17 (Dumping), 18 (Emergency action) and 20 (Shortage)", "art_17 art_18 art_20"},
        Case{"Article 26 (Fulfilment of obligations), paragraph 2", "art_26__para_2"},
        Case{"paragraphs 1.b through 1.d of this article", "para_1__point_b..d"},
        Case{"paragraphs a.i or ii above", "point_a__point_i point_a__point_ii"},
        Case{"sub-paragraph a. of this article", "point_a"}, Case{"paragraphs (a) and (b)", "point_a point_b"},
        Case{"paragraphs (1) and (3) and", "para_1 para_3"}, Case{"Paragraphs (2)-(4) apply", "para_2..4"},
        Case{"paragraph (1)(a) or (b) and (3)", "para_1__point_a para_1__point_b para_3"},
        Case{"Article 3(1)(ii) and (iii) and (3)", "art_3__para_1__point_ii art_3__para_1__point_iii art_3__para_3"},
        Case{"litterae a and b of paragraph 1", "para_1__point_a para_1__point_b"},
        Case{"Article 7, lit. b of this Convention", "art_7__point_b !"},
        Case{"Article 1, A (2), of the Charter", "art_1__point_A__point_2 [the Charter]"},
        Case{"Article 5 A. Costs", "art_5"}, Case{"Articles 2 – 11", "art_2..11"}, Case{"Arts. 3-5", "art_3..5"},
        Case{"Art. 5", "art_5"}, Case{"§ 2", "para_2"}, Case{"§§ 2 and 3", "para_2 para_3"},
        Case{"Article 6.1", "art_6-1"}, Case{"Article 6.1(a)", "art_6-1__point_a"},
        Case{"Article 10(2)(b)(ii)", "art_10__para_2__point_b__point_ii"},
        Case{"Article 10(1) and (2)", "art_10__para_1 art_10__para_2"}, Case{"Article 3 .14", "art_3-14"},
        Case{"subparagraphs (b )(ii) and ( c) ofparagraph 1 ofthis Article",
             "para_1__point_b__point_ii para_1__point_c"},
        Case{"paragraph one", "para_1"}, Case{"Chapter Three", "chp_3"},
        Case{"Chapter Twenty-One and Chapter Twenty Two", "chp_21; chp_22"},
        Case{"Chapter Twenty Two Parties", "chp_22"},
        Case{"In cases falling under articles 49, 51 or 52, paragraph 2 does not apply",
             "art_49 art_51 art_52; para_2"},
        Case{"The measures under article 52, paragraph 2 do not apply", "art_52__para_2"},
        Case{"Article IV, paragraph 2", "art_IV__para_2"}, Case{"Articles III and XI", "art_III art_XI"},
        Case{"Article XX:1", "art_XX__para_1"}, Case{"Part II of this Convention", "part_II !"},
        Case{"Article IV, Section 2 (a), of this Convention", "art_IV__sec_2__point_a !"},
        Case{"Section 1 (b) of Article I", "art_I__sec_1__point_b"}, Case{"Sections 2, 3 and 4", "sec_2 sec_3 sec_4"},
        Case{"Section 2 of Chapter IV", "chp_IV__sec_2"}, Case{"Section A, Article 3", "sec_A__art_3"},
        Case{"Annex 1-B", "annex_1-B"}, Case{"Annex IA", "annex_IA"}, Case{"Annex 1 B", "annex_1B"},
        Case{"Schedule A", "schedule_A"}, Case{"Annexes I and II", "annex_I annex_II"},
        Case{"Appendix 2 to Annex I", "annex_I__appendix_2"}, Case{"Protocol 3", "protocol_3"},
        Case{"Rule 5", "rule_5"}, Case{"regulation 3 of Annex I", "annex_I__regulation_3"},
        Case{"Regulations 1 and 3(2)", "regulation_1 regulation_3__para_2"},
        Case{"under Regulation 14/71", " [Regulation 14/71]"}, Case{"the regulations8 on boats", ""},
        Case{"letter (a)", "point_a"}, Case{"letter b) of paragraph 2", "para_2__point_b"}, Case{"item (i)", "point_i"},
        Case{"clause (ii)", "point_ii"}, Case{"items 3 and 4 of the agenda", ""}, Case{"part 2 of the proceeds", ""},
        Case{"paragraph 1 or 2", "para_1 para_2"}, Case{"paragraphs 1 and 2 below", "para_1 para_2"},
        Case{"paragraph 1 and paragraph 2 of article 5", "art_5__para_1; art_5__para_2"},
        Case{"paragraph 1 of articles 5 and 6", "art_5__para_1 art_6__para_1"},
        Case{"Article 39 (5) of the \"Act concerning the Conditions\"",
             "art_39__para_5 [the Act concerning the Conditions]"},
        Case{"Article VI GATT 1994", "art_VI [GATT 1994]"},
        Case{"Article 31 8 of the TRIPS Agreement", "art_31 [the TRIPS Agreement]"},
        Case{"Article VIII of the Statutes of the Fund", "art_VIII [the Statutes of the Fund]"},
        Case{"paragraph l (a) of resolution II of the Third Conference", "para_1__point_a [resolution II]"},
        Case{"paragraph 3 of resolution 2749 (XXV)", "para_3 [resolution 2749 (XXV)]"},
        Case{"paragraph 2 of decision 4/1 on fish", "para_2 [decision 4/1]"},
        Case{"paragraph 2 of decisions", "para_2"},
        Case{"Chapters 25 to 97 of the combined nomenclature", "chp_25..97 [the combined nomenclature]"},
        Case{"Harmonized System Chapter 84 or heading 94", "chp_84 [Harmonized System]"},
        Case{"Chapters 50 through 63 of the HS", "chp_50..63 [the HS]"},
        Case{"Article IX of the GPA, and", "art_IX [the GPA]"}, Case{"Article 9 of the EU", "art_9"},
        Case{"ARTICLE 8 OF AND", "art_8"},
        Case{"Article VIII of the Articles of the Agreement of the International Monetary Fund",
             "art_VIII [the Articles of the Agreement of the International Monetary Fund]"},
        Case{"Section A of its Schedule to Annex III", "annex_III__sec_A"},
        Case{"Section B of each Party's Schedule; and", "schedule__sec_B"},
        Case{"Part XI, section 4, subsections B and C, of the Charter",
             "part_XI__sec_4__subsec_B part_XI__sec_4__subsec_C [the Charter]"},
        Case{"Chapter 5, Article XIV of the GATS", "chp_5; art_XIV [the GATS]"}));

INSTANTIATE_TEST_SUITE_P(
    Pointing, Citations,
    ::testing::Values(
        Case{"the said article", "that article"}, Case{"that article", "that article"},
        Case{"the same paragraph", "that paragraph"}, Case{"the aforementioned article 5", "art_5"},
        Case{"those paragraphs", "that paragraph"}, Case{"the above Articles 2 through 5", "art_2..5"},
        Case{"the previous article", "preceding article 1"}, Case{"the following article", "following article 1"},
        Case{"the two preceding paragraphs", "preceding paragraph 2"},
        Case{"the preceding three paragraphs", "preceding paragraph 3"},
        Case{"the foregoing paragraphs", "preceding paragraph 1000"}, Case{"the following Article: Article 9", "art_9"},
        Case{"paragraph 2 of the preceding article", "para_2 of preceding article 1"},
        Case{"the first paragraph of article 5", "art_5__para_1"},
        Case{"the second and third paragraphs of this article", "para_2 para_3"},
        Case{"point (d) of the first subparagraph", "point_d"},
        Case{"point (d) of the second paragraph of article 5", "art_5__para_2__point_d"},
        Case{"in (i) above", "point_i"}, Case{"in (a), (b) or (d) below", "point_a point_b point_d"},
        Case{"in (i) to (iv) above", "point_i..iv"}, Case{"a net (i) of rope", ""},
        Case{"the next article", "following article 1"}, Case{"the next meeting", ""},
        Case{"the preceding provisions of this Article", "preceding paragraph 1000"},
        Case{"under the foregoing provisions", "preceding paragraph 1000"},
        Case{"the first paragraph that comes to mind", ""}, Case{"paragraph 2 thereof", "para_2 of that article"},
        Case{"article 47 thereof", "art_47 [before]"}, Case{"in accordance with its article 8", "art_8 [before]"},
        Case{"article 5 of that Treaty", "art_5 [that Treaty]"}, Case{"section 1 of this Part", "sec_1"},
        Case{"GATT 1994 Article XX", "art_XX [GATT 1994]"},
        Case{"Article XX:1 of GATT 1994", "art_XX__para_1 [GATT 1994]"},
        Case{"article 4 and article 6 of the Charter", "art_4 [the Charter]; art_6 [the Charter]"},
        Case{"Part I of the Agreement on Implementation of Article VII of the GATT",
             "part_I [the Agreement on Implementation of Article VII of the GATT]"},
        Case{"Article 5 of Regulation No 17", "art_5 [Regulation No 17]"},
        Case{"Article 5 of Regulation (EC) No 17/2001 and", "art_5 [Regulation (EC) No 17/2001]"},
        Case{"under Directive 95/17/EC a", " [Directive 95/17/EC]"}, Case{"Regulation of rivers", ""},
        Case{"Article 218 TFEU", "art_218 [TFEU]"},
        Case{"by the Constitutive Act of the Lake Union", " [Constitutive Act of the Lake Union]"},
        Case{"under the Weekly Rest (Fishing) Convention", " [Weekly Rest (Fishing) Convention]"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Citations,
    ::testing::Values(
        Case{"Article 3 of the Grand Convention for the Quiet of Life at Lake applies",
             "art_3 [the Grand Convention for the Quiet of Life at Lake]"},
        Case{"Article 3 of the Quiet of Life at Lake Convention, 1974, applies",
             "art_3 [the Quiet of Life at Lake Convention, 1974]"},
        Case{"Article 3 of the Convention at Riverton on 4 May", "art_3 !"},
        Case{"the Grand Rules for Preventing Floods at Lake, 1972, apply",
             " [Grand Rules for Preventing Floods at Lake, 1972]"},
        Case{"Article 5 of the Charter against Floods and Other Sudden, Violent or Lasting Rain or Hail applies",
             "art_5 [the Charter against Floods and Other Sudden, Violent or Lasting Rain or Hail]"},
        Case{"Article 19 of the Lake Charter and a Contracting Party's law", "art_19 [the Lake Charter]"},
        Case{"Article 19 of the Lake Charter by a Contracting Party", "art_19 [the Lake Charter]"},
        Case{"Article 2 of the Charter on Rain and Treaty on Snow of 1990 apply",
             "art_2 [the Charter on Rain];  [Treaty on Snow of 1990]"},
        Case{"Article 2 of the Charter on Rain and Lake Country Treaty on Snow",
             "art_2 [the Charter on Rain];  [Lake Country Treaty on Snow]"},
        Case{"Article 2 of the Agreement between the Lake Community and the Republic of Ponds and the Charter",
             "art_2 [the Agreement between the Lake Community and the Republic of Ponds];  [the Charter]"},
        Case{"Article 17 ICCPR protects", "art_17 [ICCPR]"}, Case{"ICCPR Article 17 protects", "art_17 [ICCPR]"},
        Case{"Article 17 FISH protects", "art_17"},
        Case{"Article 5 of the Convention on preventing floods in towns applies",
             "art_5 [the Convention on preventing floods in towns]"},
        Case{"Article 5 of the Convention on behalf of the Party", "art_5 !"},
        Case{"Article 5 of the Convention on the boats", "art_5 !"},
        Case{"Article 5 of the Treaty on Ponds, Lakes, Rivers and Seas applies",
             "art_5 [the Treaty on Ponds, Lakes, Rivers and Seas]"},
        Case{"Article 19 of the Lake Charter and in a Party's law", "art_19 [the Lake Charter]"},
        Case{"Article 19 of the Lake Charter to the Contracting Parties", "art_19 [the Lake Charter]"},
        Case{"under 19 U.S.C. § 2703", "para_2703 [U.S.C.]"},
        Case{"the fish listed in Annex I. § I applies", "annex_I; para_1"},
        Case{"under the Committee on Rules of Origin", ""},
        Case{"under the Conference of the Parties to the Grand Lake Convention and", " [Grand Lake Convention]"},
        Case{"Article 5 of the Lake Agreement the Parties", "art_5 [the Lake Agreement]"},
        Case{"the Pond Goals and the Grand Lake Convention", " [Grand Lake Convention]"},
        Case{"Article 2 of the Charter on Rain or Protocol 3", "art_2 [the Charter on Rain]; protocol_3"},
        Case{"the Child Rest Convention, 1999 (No. 182), and", " [Child Rest Convention, 1999 (No. 182)]"},
        Case{"Article 3 of the Rain Labour Convention No. 18", "art_3 [the Rain Labour Convention No. 18]"},
        Case{"the Grand Treaty between States and Nationals of other States is",
             " [Grand Treaty between States and Nationals of other States]"}));

TEST(Citations, of_hostile_text_take_no_time) {
  std::string lists = "articles 1";
  for (int i = 2; i < 20'000; ++i) lists += ", " + std::to_string(i % 1'000);
  EXPECT_FALSE(read_citations(lists).empty());
  std::string nested = "article 1";
  for (int i = 0; i < 20'000; ++i) nested += " (a)";
  EXPECT_FALSE(read_citations(nested).empty());
  std::string sections = "Section 1 of Annex I";
  std::string names = "article 1 of the Convention";
  for (int i = 0; i < 20'000; ++i) {
    sections += " Section 1 of Annex I";
    names += " of the Convention";
  }
  EXPECT_FALSE(read_citations(sections).empty());
  EXPECT_FALSE(read_citations(names).empty());
}

}  // namespace
}  // namespace treatygraph::ingest
