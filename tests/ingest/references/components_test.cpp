// Citations across the instruments of one document: a treaty, its annexes, its protocols, the rules under it.

#include <gmock/gmock.h>

#include "tests/ingest/references/references_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

TEST(Components, rules_are_not_articles_of_the_same_number) {
  EXPECT_THAT(told(document_of(R"(Treaty on Buoys

The States have agreed as follows:

Article 1
Buoys

1. Buoys are painted.
2. The paint follows Rule 2.1.

Article 2
Registers

A register is kept under article 1 and rules 1 and 2.

REGULATIONS UNDER THE TREATY

Rule 1
Colours

1. The colours of Article 1, paragraph 1, are red and green.
2. This Rule applies to lakes.

Rule 2
Paint

1. Paint is fresh.
2. Article 2 of the Treaty and Rule 1 apply.
)",
                               "Treaty on Buoys")),
              ElementsAre("art_1__para_2 > regulations__rule_2__para_1 refers_to", "art_2 > art_1 in_accordance_with",
                          "art_2 > regulations__rule_1 regulations__rule_2 in_accordance_with",
                          "regulations__rule_1__para_1 > art_1__para_1 refers_to",
                          "regulations__rule_1__para_2 > regulations__rule_1 applies_to",
                          "regulations__rule_2__para_2 > art_2 applies_to",
                          "regulations__rule_2__para_2 > regulations__rule_1 applies_to"));
}

TEST(Lists, that_go_on_after_an_exception_are_of_the_instrument_at_their_end) {
  const auto references = told(document_of(R"(Convention on Ponds

Article 1
Scope

1. Ponds are wet.
2. Ponds are small.

Article 2
Duties

1. The Parties apply Articles 1, 2 (except paragraph 2) and 3 of the Act on Water.
2. The Parties apply Articles 1 (other than paragraph 2), 2 and 3.

Article 3
End

This ends.
)",
                                           "Convention on Ponds"));
  EXPECT_THAT(references,
              ElementsAre("art_2__para_1 > [the Act on Water] Articles 1, 2 applies_to",
                          "art_2__para_1 > [the Act on Water] paragraph 2 except",
                          "art_2__para_1 > [the Act on Water] 3 refers_to", "art_2__para_2 > art_1 applies_to",
                          "art_2__para_2 > art_1__para_2 except", "art_2__para_2 > art_2 art_3 refers_to"));
}

TEST(Ranges, that_end_after_the_document_say_so) {
  const auto document = document_of(R"(Convention on Ponds

Article 1
Scope

Subject to articles 2 to 5, ponds are wet.

Article 2
Duties

Articles 1 to 3 apply.

Article 3
End

This ends.
)",
                                    "Convention on Ponds");
  const auto references = find_references(document);
  ASSERT_EQ(references.size(), 2U);
  EXPECT_EQ(references[0].unreached, "article 5");
  EXPECT_EQ(references[1].unreached, "");
}

TEST(Components, annexes_of_a_protocol_are_not_the_treatys) {
  EXPECT_THAT(told(document_of(R"(Treaty on Clear Water

The Parties have agreed as follows:

Article 1
Lakes

1. Lakes are those of Annex 1 and of Annex 2 to the Protocol.
2. The Protocol is part of this Treaty.

Article 2
Rivers

Rivers are clear.

Annex 1 to the Treaty

Names of lakes

1. The first lake is blue.

Protocol to the Treaty on Clear Water

Article 1
Samples

1. Samples are taken under Article 2 of the Treaty and Article 2.
2. The places are those of Annex 1 to this Protocol.

Article 2
Tests

Tests are made under this Protocol.

Annex 1 to the Protocol

Places

1. Bora.

Annex 2 to the Protocol

Days

1. Monday.
)",
                               "Treaty on Clear Water")),
              ElementsAre("art_1__para_1 > annex_1 refers_to", "art_1__para_1 > protocol__annex_2 refers_to",
                          "art_1__para_2 > protocol refers_to", "protocol__art_1__para_1 > art_2 in_accordance_with",
                          "protocol__art_1__para_1 > protocol__art_2 in_accordance_with",
                          "protocol__art_1__para_2 > protocol__annex_1 refers_to"));
}

TEST(Components, are_cited_by_the_name_that_their_heading_or_a_definition_gives) {
  const auto references = told(document_of(R"(Convention on Smoke

The Parties have agreed as follows:

Article 1
Means

1. Chimneys are inspected under Part I, paragraph 2, of the Inspection Annex and the Annex on Filters.
2. "Rules" means the Rules of the Smoke Board set out in Annex C.
3. The Board meets under Article 2 of the Rules.

Annex A
on inspection ("Inspection Annex")

PART I
FIRST

1. Inspectors climb.
2. They look down.

Annex B
Filters

1. Filters are clean under paragraph 2.
2. They are changed.

Annex C
Rules of the Smoke Board

Article 1
Seat

The seat is fixed by the Board under Article 1 of the Convention.

Article 2
Meetings

The Board meets under Article 1 of these Rules.
)",
                                           "Convention on Smoke"));
  EXPECT_THAT(references,
              IsSupersetOf(
                  {"art_1__para_1 > annex_A__part_I__para_2 in_accordance_with",
                   "art_1__para_1 > annex_B in_accordance_with", "art_1__para_3 > annex_C__art_2 in_accordance_with",
                   "annex_C__art_1 > art_1 in_accordance_with", "annex_C__art_2 > annex_C__art_1 in_accordance_with"}));
}

TEST(Components, chapters_stand_before_the_numbers_of_regulations) {
  EXPECT_THAT(told(document_of(R"(Convention on Rafts

The Parties have agreed as follows:

ARTICLE I
Duty

Rafts are safe.

ANNEX

CHAPTER I
GENERAL

Regulation 1
Rafts

1. Rafts float.
2. They are made of wood.

CHAPTER II-1
WOOD

Regulation 1
Logs

1. Logs are dry, under regulation 1.2 of chapter I.

Regulation 2
Ropes

1. Ropes follow regulation 1 and regulation II-2/1.

CHAPTER II-2
FIRE

Regulation 1
Fires

1. Regulations I/1 and II-1/2 apply.
)",
                               "Convention on Rafts")),
              ElementsAre("annex_I__chp_II-1__regulation_1__para_1 > annex_I__chp_I__regulation_1__para_2 "
                          "in_accordance_with",
                          "annex_I__chp_II-1__regulation_2__para_1 > annex_I__chp_II-1__regulation_1 refers_to",
                          "annex_I__chp_II-1__regulation_2__para_1 > annex_I__chp_II-2__regulation_1 refers_to",
                          "annex_I__chp_II-2__regulation_1__para_1 > annex_I__chp_I__regulation_1 "
                          "annex_I__chp_II-1__regulation_2 applies_to"));
}

TEST(Components, this_regulation_is_the_act_that_is_one) {
  EXPECT_THAT(told(document_of(R"(Regulation (EU) 2031/4 of the Council on kites

HAS ADOPTED THIS REGULATION:

Article 1
Kites

1. This Regulation is about kites, within the meaning of Article 2 of this Regulation.

Article 2
Strings

This Regulation shall apply to strings, as this Article says.
)",
                               "Regulation (EU) 2031/4 of the Council on kites")),
              ElementsAre("art_1__para_1 > art_2 defined_in", "art_2 > art_2 refers_to"));
}

TEST(Components, parts_of_what_this_chapter_or_that_article_points_to_are_found_there) {
  EXPECT_THAT(told(document_of(R"(CHAPTER I
LAKES

Article 1
One

1. See paragraph 2 of article 2 of this Chapter.
2. No more.

Article 2
Two

1. Under article 3, paragraph 1, and subparagraph (b) of paragraph 2 of that article, lakes are kept.
2. Lakes:

(a) are wet;

(b) are deep.

CHAPTER II
PONDS

Article 3
Three

1. Ponds.
2. They:

(a) freeze;

(b) thaw.
)")),
              ElementsAre("art_1__para_1 > art_2__para_2 refers_to", "art_2__para_1 > art_3__para_1 in_accordance_with",
                          "art_2__para_1 > art_3__para_2__point_b in_accordance_with"));
}

TEST(Paragraphs, that_are_printed_with_their_articles_number_are_cited_without_it) {
  EXPECT_THAT(told(document_of(R"(Article 1
Kites

1.1 Kites fly.

1.2 Paragraph 1 holds on Mondays, and paragraph 2.2 on Sundays.

Article 2
Strings

2.1 Strings hold.

2.2 They are:

(a) long;

(b) strong.

2.3 Paragraphs 1 and 2 apply, and paragraph 1 of Article 1, and paragraph 2(a) of this Article.
)")),
              ElementsAre("art_1__para_1-2 > art_1__para_1-1 refers_to", "art_1__para_1-2 > art_2__para_2-2 refers_to",
                          "art_2__para_2-3 > art_2__para_2-1 art_2__para_2-2 applies_to",
                          "art_2__para_2-3 > art_1__para_1-1 refers_to",
                          "art_2__para_2-3 > art_2__para_2-2__point_a refers_to"));
}

TEST(HeadingLines, cite_nothing) {
  const auto references = told(document_of(R"(Article 1
Kites

Kites fly under
Article 2
of this Treaty.

Article 2
Strings

Strings hold as they like.

SUBSECTION B. LONG STRINGS

Article 7

Strings are long.
)"));
  EXPECT_THAT(references, ElementsAre("art_1 > art_2 in_accordance_with"));
}

TEST(SplitNumbers, are_read_as_one_where_headings_are_split_too) {
  std::string text;
  for (int i = 1; i <= 12; ++i) {
    const auto number = i < 10 ? std::to_string(i) : "1 " + std::to_string(i - 10);
    text += "Article " + number + "\nKites\n\nKites fly" + (i == 3 ? " under Article 1 2 and Articles 5 and 1 1" : "") +
            ".\n\n";
  }
  EXPECT_THAT(told(document_of(text)),
              ElementsAre("art_3 > art_12 in_accordance_with", "art_3 > art_5 art_11 in_accordance_with"));
}

TEST(Amendments, and_what_they_quote_are_the_amended_instruments) {
  EXPECT_THAT(
      told(document_of(R"(Protocol amending the Convention on Kites

The Parties have agreed as follows:

Article 1

1. Article 3 of the Convention shall be replaced by the following:

"Article 3

Kites fly under Article 1, subject to paragraph 2."

2. Article 4 is deleted.

Article 2

The Convention is amended as follows:

(1) in Article 2, paragraph 1, the word "kite" is replaced by "balloon";

(2) after Article 1 the following Article is inserted:

"Article 1 bis

Balloons fly."

Article 3

This Protocol enters into force under Article 1.
)",
                       "Protocol amending the Convention on Kites")),
      ElementsAre("art_1__para_1 > [the Convention] Article 3 refers_to",
                  "art_1__para_1 > [the Convention on Kites] Article 3 refers_to",
                  "art_1__para_1 > [the Convention on Kites] Article 1 in_accordance_with",
                  "art_1__para_1 > [the Convention on Kites] paragraph 2 subject_to",
                  "art_1__para_2 > [the Convention on Kites] Article 4 refers_to",
                  "art_2__point_1 > [the Convention] Article 2, paragraph 1 refers_to",
                  "art_2__point_2 > [the Convention] Article 1 refers_to",
                  "art_2__point_2 > [the Convention] Article 1 bis refers_to", "art_3 > art_1 in_accordance_with"));
}

TEST(Amendments, of_acts_leave_the_articles_of_the_act_that_amends_alone) {
  const auto references = told(document_of(R"(Regulation (EU) 2031/5 on strings

HAS ADOPTED THIS REGULATION:

Article 1
Strings

Strings are long.

Article 2
Amendments

Regulation (EU) 2029/7 is amended as follows:

(1) in Article 1, the following subparagraph is added:

‘Strings under Article 2 are short.’;

(2) Article 2(3) is replaced by the following:

‘3. Paragraph 1 holds.’

Article 3
End

Article 2 shall apply from May.
)",
                                           "Regulation (EU) 2031/5 on strings"));
  EXPECT_THAT(references, Contains("art_2__point_1 > [Regulation (EU) 2029/7] Article 1 refers_to"));
  EXPECT_THAT(references, Contains("art_2__point_1 > [Regulation (EU) 2029/7] Article 2 in_accordance_with"));
  EXPECT_THAT(references, Contains("art_2__point_2 > [Regulation (EU) 2029/7] Article 2(3) refers_to"));
  EXPECT_THAT(references, Contains("art_3 > art_2 applies_to"));
  EXPECT_THAT(references, Not(Contains("art_2__point_1 > art_1 refers_to")));
}

TEST(Annexes, of_a_pact_and_of_its_protocol_are_told_apart_by_whose_they_are_said_to_be) {
  for (const auto* noun : {"Pact", "Charter", "Accord", "Compact", "Constitution", "Covenant"}) {
    std::string text = R"(NOUN on Lakes

Article 1
Scope

1. The lists are in Annex 1 to the NOUN, in Annex 1 to the Protocol and in Annex 3 to this NOUN.
2. Rules are in Annex 2 of the Protocol.

Annex 1 to the NOUN

1. As Article 1 says.

Protocol to the NOUN

Article 1

Fish swim under Annex 1 and Annex 1 to the NOUN.

Annex 1 to the Protocol

1. Fish of one kind.

Annex 2 to the Protocol

1. Nets.

Annex 3 to the Protocol

1. Hooks.
)";
    for (auto at = text.find("NOUN"); at != std::string::npos; at = text.find("NOUN", at)) text.replace(at, 4, noun);
    EXPECT_THAT(told(document_of(std::move(text), std::string(noun) + " on Lakes")),
                ElementsAre("art_1__para_1 > annex_1 refers_to", "art_1__para_1 > protocol__annex_1 refers_to",
                            "art_1__para_1 ? Annex 3 to this " + std::string(noun) + " refers_to",
                            "art_1__para_2 > protocol__annex_2 refers_to", "annex_1__para_1 > art_1 refers_to",
                            "protocol__art_1 > protocol__annex_1 in_accordance_with",
                            "protocol__art_1 > annex_1 in_accordance_with"))
        << noun;
  }
}

TEST(References, that_reach_less_than_was_cited_say_what_is_missing) {
  EXPECT_THAT(told(document_of("Article 1\n\nUnder Article 2, paragraph 7, and Articles 2 and 9, kites fly. Articles 2 "
                               "et seq. apply.\n\nArticle 2\n\n1. One.\n\n2. Two.\n\nArticle 3\n\nThree.\n")),
              ElementsAre("art_1 > art_2 (not paragraph 7) in_accordance_with",
                          "art_1 > art_2 (not article 9) in_accordance_with", "art_1 > art_2 art_3 applies_to"));
}

}  // namespace
}  // namespace treatygraph::ingest
