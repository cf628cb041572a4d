#include "ingest/references/references.h"

#include <gmock/gmock.h>

#include "tests/ingest/references/references_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

TEST(References, are_resolved_to_the_finest_provision_that_there_is) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

1. Subject to article 2, paragraph 2 (b), this Treaty covers lakes.

2. Paragraph 1 and article 2, paragraph 9 apply to shores.

Article 2
Duties

1. Parties act in accordance with paragraph 2 of this article and article 1.

2. They:

(a) meet;

(b) act under subparagraph (a) above and the preceding paragraph.
)")),
      ElementsAre("art_1__para_1 > art_2__para_2__point_b subject_to", "art_1__para_2 > art_1__para_1 applies_to",
                  "art_1__para_2 > art_2 (not paragraph 9) applies_to",
                  "art_2__para_1 > art_2__para_2 in_accordance_with", "art_2__para_1 > art_1 in_accordance_with",
                  "art_2__para_2__point_b > art_2__para_2__point_a in_accordance_with",
                  "art_2__para_2__point_b > art_2__para_1 in_accordance_with"));
}

TEST(References, to_other_instruments_are_told_from_those_inside) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

1. "Convention" means the Grand Convention on Water of 1970.

2. In accordance with article 77 of the Convention, and without prejudice to article 290, this Treaty applies.

3. Article 2 of this Treaty prevails. Article 99 does not exist.

Article 2
End

Article 44 is unknown here.
)")),
      ElementsAre("art_1__para_1 > [Grand Convention on Water of 1970]  refers_to",
                  "art_1__para_2 > [the Convention] article 77 in_accordance_with",
                  "art_1__para_2 > [the Convention] article 290 without_prejudice", "art_1__para_3 > art_2 refers_to",
                  "art_1__para_3 ? Article 99 refers_to", "art_2 ? Article 44 refers_to"));
}

TEST(References, in_an_annex_mean_the_articles_of_the_annex_first) {
  EXPECT_THAT(told(document_of(R"(Article 1
Scope

The tribunal of Annex I acts under article 2.

Article 2
End

Nothing.

ANNEX I. TRIBUNAL

Article 1
Seat

It sits as article 2 says, subject to article 2 of this Treaty.

Article 2
Costs

In this Annex costs are shared.
)")),
              ElementsAre("art_1 > annex_I refers_to", "art_1 > art_2 in_accordance_with",
                          "annex_I__art_1 > annex_I__art_2 refers_to", "annex_I__art_1 > art_2 subject_to",
                          "annex_I__art_2 > annex_I refers_to"));
}

TEST(References, to_this_protocol_stay_in_the_protocol_that_is_annexed) {
  EXPECT_THAT(
      told(document_of("Article 1\nScope\n\nThis Agreement covers lakes.\n\nArticle 2\nEnd\n\nSee Article 2 of "
                       "Protocol 1.\n\nPROTOCOL 1\n\nArticle 1\nPonds\n\nArticle 2 of this Protocol applies, and "
                       "Article 2 of this Agreement.\n\nArticle 2\nCosts\n\nNone.\n")),
      ElementsAre("art_2 > protocol_1__art_2 refers_to", "protocol_1__art_1 > protocol_1__art_2 applies_to",
                  "protocol_1__art_1 > art_2 refers_to"));
}

TEST(References, expand_ranges_over_what_exists) {
  std::string text;
  for (const auto* number : {"1", "2", "2bis", "4"}) {
    text += fmt::format("Article {}\nHeading\n\nThe words of it.\n\n", number);
  }
  text += "Article 5\nAll\n\nArticles 1 to 4 apply.\n";
  EXPECT_THAT(told(document_of(text)), ElementsAre("art_5 > art_1 art_2 art_2bis art_4 applies_to"));
}

/// "Article 10-3" is one article where articles are numbered so, and articles 10 to 12 where they are not.
TEST(References, with_a_hyphen_are_ranges_unless_an_article_has_that_number) {
  const auto with = [](std::string_view dash) {
    std::string text;
    for (const auto* number : {"9{0}1", "9{0}2", "9{0}3", "10{0}1", "10{0}2"}) {
      text += fmt::format("Article {}\nHeading\n\n1. The words of it.\n\n", fmt::format(fmt::runtime(number), dash));
    }
    return text +
           fmt::format(
               "Article 10{0}3\nAll\n\nArticle 9{0}3 applies. Articles 9{0}1 to 9{0}3 apply. Articles 9{0}2, 10{0}1 "
               "and 10{0}2 apply. Article 10{0}2, paragraph 1, applies.\n",
               dash);
  };
  for (const auto* dash : {"-", "–"}) {
    EXPECT_THAT(
        told(document_of(with(dash))),
        ElementsAre("art_10-3 > art_9-3 applies_to", "art_10-3 > art_9-1 art_9-2 art_9-3 applies_to",
                    "art_10-3 > art_9-2 art_10-1 art_10-2 applies_to", "art_10-3 > art_10-2__para_1 applies_to"));
  }
  std::string counted;
  for (int i = 1; i <= 4; ++i) counted += fmt::format("Article {}\nHeading\n\nThe words of it.\n\n", i);
  EXPECT_THAT(told(document_of(counted + "Article 5\nAll\n\nArticles 2-4 apply.\n")),
              ElementsAre("art_5 > art_2 art_3 art_4 applies_to"));
}

TEST(References, point_back_and_ahead_as_a_reader_would) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

1. The following paragraphs apply.

2. Lakes are protected.

3. The foregoing paragraphs hold, subject to article 2; a breach of that article is grave.

Article 2
Duties

1. Under the previous article, Parties act.

2. The first paragraph of article 1 and paragraph 9 of this article hold.
)")),
      ElementsAre("art_1__para_1 > art_1__para_2 art_1__para_3 applies_to",
                  "art_1__para_3 > art_1__para_1 art_1__para_2 refers_to", "art_1__para_3 > art_2 subject_to",
                  "art_1__para_3 > art_2 refers_to", "art_2__para_1 > art_1 in_accordance_with",
                  "art_2__para_2 > art_1__para_1 refers_to", "art_2__para_2 > art_2 (not paragraph 9) refers_to"));
}

TEST(References, to_that_article_do_not_jump_over_one_that_is_not_there) {
  EXPECT_THAT(told(document_of(R"(Article 1
Scope

1. Lakes are protected.

2. Under article 1 and article 17, agreements referred to in paragraphs 1 and 2 of that article hold.

Article 2
Duties

Parties act.
)")),
              ElementsAre("art_1__para_2 > art_1 in_accordance_with", "art_1__para_2 ? article 17 in_accordance_with",
                          "art_1__para_2 ? paragraphs 1 and 2 of that article refers_to"));
}

TEST(References, to_the_preceding_provisions_are_to_the_paragraphs_before) {
  EXPECT_THAT(told(document_of(R"(Article 1
Taxes

1. Boats are taxed.

2. Nets are taxed.

3. Notwithstanding the preceding provisions of this Article, (a) and (c) below are not:

(a) rafts;

(b) hooks; and

(c) oars, as (a) above says.

Article 2
Duties

Parties act.
)")),
              ElementsAre("art_1__para_3 > art_1__para_1 art_1__para_2 notwithstanding",
                          "art_1__para_3 > art_1__para_3__point_a art_1__para_3__point_c refers_to",
                          "art_1__para_3__point_c > art_1__para_3__point_a refers_to"));
}

TEST(References, to_clauses_with_numbers_are_to_what_is_called_so) {
  EXPECT_THAT(told(document_of(R"(Clause 1
Boats

(a) Boats are free, subject to Clause 3.

(b) Those of clause (a) float.

Clause 2
Nets

Clauses 1 and 3(2) apply to nets.

Clause 3
Costs

(1) Costs are shared.

(2) They are low.
)")),
              ElementsAre("clause_1__point_a > clause_3 subject_to", "clause_1__point_b > clause_1__point_a refers_to",
                          "clause_2 > clause_1 clause_3__para_2 applies_to"));
}

TEST(References, to_regulations_of_an_annex_are_told_from_articles) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Boats

Certificates under regulation 2 of Annex I are valid.

Article 2
Nets

Regulation 2 of Annex I applies to nets.

ANNEX I
RULES ON BOATS

Regulation 1
Use of words

(1) "Oil" is thick.

(2) Paragraph (1) of this regulation holds, subject to article 2 of this Convention.

Regulation 2
Duties

Regulation 1(2) applies.
)")),
      ElementsAre("art_1 > annex_I__regulation_2 in_accordance_with", "art_2 > annex_I__regulation_2 applies_to",
                  "annex_I__regulation_1__para_2 > annex_I__regulation_1__para_1 refers_to",
                  "annex_I__regulation_1__para_2 > art_2 subject_to",
                  "annex_I__regulation_2 > annex_I__regulation_1__para_2 applies_to"));
}

TEST(References, to_sections_of_articles_reach_them_from_anywhere) {
  EXPECT_THAT(told(document_of(R"(ARTICLE I

Personality

Section 1. The Fund may:

(a) contract; and

(b) sail.

ARTICLE II

Property

Section 2. The Fund is immune, subject to Section 1 (b) of Article I.

Section 3. Under Section 2 above and Article I, Section 1, boats shall be clean. This Article holds.
)")),
              ElementsAre("art_II__sec_2 > art_I__sec_1__point_b subject_to",
                          "art_II__sec_3 > art_II__sec_2 in_accordance_with",
                          "art_II__sec_3 > art_I__sec_1 in_accordance_with", "art_II__sec_3 > art_II refers_to"));
}

TEST(References, of_numbers_in_levels_reach_the_paragraph) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

1. Lakes.

2. Subject to Article 1.1 and Article 2.1(b), rivers.

Article 2
Duties

1. Parties:

(a) meet;

(b) act.
)")),
      ElementsAre("art_1__para_2 > art_1__para_1 subject_to", "art_1__para_2 > art_2__para_1__point_b subject_to"));
}

TEST(References, of_two_numbers_mean_the_paragraph_that_is_printed_with_both) {
  EXPECT_THAT(
      told(document_of("Article 1\nScope\n\n1.1 Lakes.\n\n1.2 Subject to Article 1.1, rivers.\n\n"
                       "Article 2\nEnd\n\nPursuant to Article 1.2, it ends.\n")),
      ElementsAre("art_1__para_1-2 > art_1__para_1-1 subject_to", "art_2 > art_1__para_1-2 in_accordance_with"));
  EXPECT_THAT(told(document_of("Article XIII.1\n\nLakes.\n\nArticle XIII.2\n\nSubject to Article XIII.1.\n")),
              ElementsAre("art_XIII-2 > art_XIII-1 subject_to"));
}

TEST(References, reach_what_there_is_where_the_document_lost_what_it_stands_in) {
  EXPECT_THAT(
      told(document_of("CHAPTER 1\nBOATS\n\nArticle 1\n\nSubject to Chapter 1 (Fish) of Title IV.\n\nAs in Chapter 2 "
                       "of Title IV, boats float. They sink under article 2, paragraph 1 of Title V. Under paragraph 2 "
                       "they float.\n\n"
                       "CHAPTER 1\nFISH\n\nArticle 2\n\n1. Under Chapter 1 of Title II.\n\n2. And paragraph 7.\n")),
      ElementsAre("art_1 > chp_1-2 subject_to", "art_1 ? Chapter 2 of Title IV refers_to",
                  "art_1 > art_2__para_1 in_accordance_with", "art_1 > art_1 (not paragraph 2) in_accordance_with",
                  "art_2__para_1 ? Chapter 1 of Title II in_accordance_with", "art_2__para_2 ? paragraph 7 refers_to"));
}

TEST(References, in_brackets_after_an_instrument_are_to_its_provisions) {
  EXPECT_THAT(
      told(document_of(
          "Article 1\n\nRecalling the Grand Charter of Lakes (in particular in articles 2 and 3), and the Grand "
          "Charter of Lakes (article 1), Article 2 applies, as does Article 2 common to those Conventions.\n\n"
          "Article 2\n\nThe end.\n\nArticle 3\n\nNo more.\n")),
      ElementsAre("art_1 > [Grand Charter of Lakes]  refers_to",
                  "art_1 > [Grand Charter of Lakes] articles 2 and 3 refers_to",
                  "art_1 > [Grand Charter of Lakes] article 1 refers_to", "art_1 > art_2 applies_to",
                  "art_1 > [Grand Charter of Lakes] Article 2 refers_to"));
}

TEST(References, to_annexes_that_the_file_does_not_hold_are_told_from_failures) {
  const auto document = document_of(
      "Article 1\n\nSee\nAnnex 2. See Annexes 2 and 3.\n\nArticle 2\n\nSee Annex 4, article 9 and Schedule A.\n\n"
      "Annex 4 Lists of lakes that are long enough to be read by nobody\n\nSchedule of lakes\n");
  std::vector<std::string> absent;
  for (const auto& reference : find_references(document)) {
    if (!reference.absent_parts.empty()) absent.push_back(reference.quote);
  }
  EXPECT_THAT(absent, ElementsAre("Annex 2", "Annexes 2 and 3", "Schedule A"));
}

TEST(References, to_roman_articles_are_another_instruments_where_articles_are_arabic) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

Article II of the GATT 1994 applies. Article II is part of this Treaty; so is Article 2.

Article 2
End

Annex 7 is missing.
)")),
      ElementsAre("art_1 > [the GATT 1994] Article II applies_to", "art_1 > [the GATT 1994] Article II refers_to",
                  "art_1 > art_2 refers_to", "art_2 ? Annex 7 refers_to"));
}

TEST(References, go_to_the_annex_that_is_called_so) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

Annex I and Schedule I apply, but Protocol I does not exist.

ANNEX I. RIVERS

Rivers flow.

ANNEX II. FEES

Fees are due.
)")),
      ElementsAre("art_1 > annex_I applies_to", "art_1 ? Schedule I applies_to", "art_1 ? Protocol I refers_to"));
}

TEST(References, of_thereof_and_its_go_to_the_instrument_that_was_named_last) {
  EXPECT_THAT(
      told(document_of(R"(Article 1
Scope

1. The Lake Convention applies in accordance with its article 8, subject to article 47 thereof.

2. This Treaty applies; lakes of the Treaty are listed in article 2 thereof.

3. Under article 30 of the Charter, article 31 and Part IV are without effect here.

Article 2
Lakes

Under article 4, article 5 and Annex III of the Charter, lakes are free. This Treaty follows Part IV of the Charter.
)")),
      ElementsAre("art_1__para_1 > [The Lake Convention] article 8 in_accordance_with",
                  "art_1__para_1 > [The Lake Convention] article 47 thereof subject_to",
                  "art_1__para_2 > art_2 refers_to", "art_1__para_3 > [the Charter] article 30 in_accordance_with",
                  "art_1__para_3 > [the Charter] article 31 in_accordance_with",
                  "art_1__para_3 > [the Charter] Part IV in_accordance_with",
                  "art_2 > [the Charter] article 4 in_accordance_with",
                  "art_2 > [the Charter] article 5 in_accordance_with",
                  "art_2 > [the Charter] Annex III in_accordance_with", "art_2 > [the Charter] Part IV refers_to"));
}

TEST(References, after_the_name_of_an_instrument_are_to_its_articles) {
  EXPECT_THAT(
      told(document_of("Article 1\n\nThe Grand Charter of Lakes, Article 2, applies. Under the Grand Charter of Lakes, "
                       "article 2 applies. Grand Charter of Lakes, Articles 3 and 4; and Pond Rules, Article 2 of this "
                       "Treaty.\n\nArticle 2\n\nThe end.\n")),
      ElementsAre("art_1 > [Grand Charter of Lakes] Article 2 applies_to",
                  "art_1 > [Grand Charter of Lakes]  in_accordance_with", "art_1 > art_2 applies_to",
                  "art_1 > [Grand Charter of Lakes] Articles 3 and 4 refers_to", "art_1 > art_2 refers_to"));
}

TEST(References, in_the_exception_of_a_list_are_to_the_instrument_of_the_list) {
  EXPECT_THAT(told(document_of(
                  "Article 1\n\nIn accordance with Articles 1 to 2 (other than paragraph 3 of Article 2), Article 9 "
                  "and Article 16 of the Treaty on Ponds. Article 1 (Article 2 of the Treaty on Ponds) applies."
                  "\n\nArticle 2\n\nThe end.\n")),
              ElementsAre("art_1 > [the Treaty on Ponds] Articles 1 to 2 in_accordance_with",
                          "art_1 > [the Treaty on Ponds] paragraph 3 of Article 2 except",
                          "art_1 > [the Treaty on Ponds] Article 9 refers_to",
                          "art_1 > [the Treaty on Ponds] Article 16 refers_to", "art_1 > art_1 applies_to",
                          "art_1 > [the Treaty on Ponds] Article 2 refers_to"));
}

TEST(References, of_thereof_are_to_what_was_cited_and_not_to_what_cites) {
  EXPECT_THAT(told(document_of("Article 1\n\nArticle 3 applies; sub-paragraph (b) thereof does not.\n\n"
                               "Article 2\n\nArticle 3 applies; paragraph 2 thereof does not.\n\nArticle 3\n\n"
                               "1. Lakes.\n\n2. Ponds.\n")),
              ElementsAre("art_1 > art_3 applies_to", "art_1 ? sub-paragraph (b) thereof refers_to",
                          "art_2 > art_3 applies_to", "art_2 > art_3__para_2 refers_to"));
}

TEST(References, to_the_treaty_by_its_title_turned_round_stay_inside) {
  auto document = document_of(
      "Article 1\n\nUnder Article 2 of the Lifeboats Convention and Article 2 of the Rescue "
      "Convention.\n\nArticle 2\n\nThe end.\n");
  document.title = "Convention on Lifeboats";
  EXPECT_THAT(told(document), ElementsAre("art_1 > art_2 in_accordance_with",
                                          "art_1 > [the Rescue Convention] Article 2 in_accordance_with"));
}

TEST(References, in_lists_that_are_announced_are_to_the_instrument_of_the_announcement) {
  EXPECT_THAT(
      told(document_of("Article 1\nScope\n\n1. The Parties apply the following articles of the WPA, mutatis "
                       "mutandis:\n\nArticle XIX \tUse of Wells\n\nArticle XXV \tTendering\n\nArticle IX:1 "
                       "Offsets\n\nTo that end, Article 2 is followed. Article 2 is the last.\n\n2. The following "
                       "provisions of the Treaty on Ponds are part of this Treaty:\n\n(a) Article 2;\n\n(b) Articles "
                       "1 and 3, but not Article 2 of this Treaty.\n\n3. The following provisions of this Treaty "
                       "apply: Article 2.\n\nArticle 2\nEnd\n\nThe following paragraphs of the Treaty on Ponds and "
                       "the two preceding paragraphs of Article 1 apply.\n")),
      ElementsAre(
          "art_1__para_1 > [the WPA] Article XIX refers_to", "art_1__para_1 > [the WPA] Article XXV refers_to",
          "art_1__para_1 > [the WPA] Article IX:1 refers_to", "art_1__para_1 > [the WPA] Article 2 refers_to",
          "art_1__para_1 > art_2 refers_to", "art_1__para_2__point_a > [the Treaty on Ponds] Article 2 refers_to",
          "art_1__para_2__point_b > [the Treaty on Ponds] Articles 1 and 3 refers_to",
          "art_1__para_2__point_b > art_2 except", "art_1__para_3 > art_2 refers_to", "art_2 > art_1 applies_to"));
}

TEST(References, without_an_end_reach_to_the_end_of_the_division_and_say_so) {
  const auto document = document_of(
      "CHAPTER I\nOne\n\nArticle 1\n\nArticles 2 et seq. and 5 apply; so does article 2, paragraphs 1 et "
      "seq.\n\nArticle "
      "2\n\n1. Ponds.\n\n2. Lakes.\n\nArticle 3\n\nBogs.\n\nCHAPTER II\nTwo\n\nArticle 4\n\nMires.\n\nArticle "
      "5\n\nSee Article 2 onwards of the Treaty on Ponds.\n");
  const auto references = find_references(document);
  ASSERT_EQ(references.size(), 3U);
  const auto names = [&](const std::vector<std::size_t>& provisions) {
    std::vector<std::string> all;
    for (const auto i : provisions) all.push_back(document.structure[i].eid.to_string());
    return all;
  };
  EXPECT_THAT(names(references[0].targets), ElementsAre("art_2", "art_3", "art_5"));
  EXPECT_THAT(names(references[0].open_ended), ElementsAre("art_3"));
  EXPECT_TRUE(references[0].has_no_end);
  EXPECT_THAT(names(references[1].open_ended), ElementsAre("art_2__para_2"));
  EXPECT_TRUE(references[2].has_no_end);
  EXPECT_EQ(references[2].scope, Reference::Scope::External);
}

TEST(References, to_an_article_of_the_wrong_chapter_reach_the_article) {
  EXPECT_THAT(
      told(document_of("CHAPTER 1\nBoats\n\nArticle 1\n\nSee Article 2 of Chapter 1, Article 3 of Chapter 2 and "
                       "Article 4 of Chapter 1.\n\nCHAPTER 2\nFish\n\nArticle 2\n\nOne.\n\nArticle "
                       "3\n\nArticle 2 (Fish), Article 3 (Boats) and Article 1 (Fish) of the Agreement and Protocol A "
                       "apply.\n")),
      ElementsAre("art_1 > art_2 refers_to", "art_1 > art_3 refers_to", "art_1 > chp_1 (not article 4) refers_to",
                  "art_3 > [the Agreement] Article 2 applies_to", "art_3 > [the Agreement] Article 3 applies_to",
                  "art_3 > [the Agreement] Article 1 (Fish) applies_to", "art_3 ? Protocol A applies_to"));
}

}  // namespace
}  // namespace treatygraph::ingest
