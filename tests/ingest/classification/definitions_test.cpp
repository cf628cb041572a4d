// Which terms a treaty defines, and for what: invented treaties on lakes.

#include <gmock/gmock.h>

#include "tests/ingest/classification/found_terms.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

TEST(Terms, are_read_with_every_kind_of_quotation_mark_and_none) {
  const FoundTerms found(R"(Article 1
Definitions

For the purposes of this Convention:

(a) "lake" means standing water;

(b) “shore” or “bank” shall mean the edge of a lake;

(c) ``great lake'' includes a lake with waves;

(d) landing stage means a place for boats;

(e) the term boat refers to what floats.

Article 2
Use

Great lakes, banks and the boats on a lake are protected.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1__point_a term.lake", "art_1__point_b term.shore",
                                         "art_1__point_b term.bank", "art_1__point_c term.great-lake",
                                         "art_1__point_d term.landing-stage", "art_1__point_e term.boat"));
  EXPECT_THAT(found.uses(), Contains("art_2 great lake: Great lakes"));
  EXPECT_THAT(found.uses(), Contains("art_2 bank: banks"));
  EXPECT_THAT(found.uses(), Contains("art_2 lake: lake"));
  EXPECT_THAT(found.uses(), Contains("art_1__point_b lake: lake"));
  EXPECT_THAT(found.uses(), Not(Contains(HasSubstr("art_1__point_a"))));
}

TEST(Terms, of_one_name_have_keys_of_their_own) {
  const FoundTerms found(R"(Article 1
Boats

For the purposes of this article, "boat" means a rowing boat; a "boat" includes a raft.

Article 2
Ships

For the purposes of this article, "boat" means a ship.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1 term.boat-art_1", "art_2 term.boat-art_2"));
}

TEST(Terms, that_are_defined_again_are_one_with_two_definitions) {
  const FoundTerms found(with_definitions(R"((a) "Keeper" means a person who keeps a lake.

(b) "Keeper" may also mean whoever feeds the fish, for the measures of article 2.
)",
                                          "Each keeper shall be paid."));
  EXPECT_THAT(found.terms(), ElementsAre("art_1__point_a term.keeper", "art_1__point_b term.keeper"));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Keeper: keeper"));
}

TEST(Terms, end_with_the_article_paragraph_or_chapter_that_they_are_defined_for) {
  const FoundTerms found(R"(CHAPTER I
LAKES

Article 1
Boats

1. For the purposes of this article, "boat" means a rowing boat.

2. (a) For the purposes of subparagraph (b), "oar" means a pole;

(b) Every boat shall have an oar.

3. An oar is no sail.

Article 2
Ships

1. In this Chapter, "sail" means a cloth.

2. A boat has neither oar nor sail.

CHAPTER II
RIVERS

Article 3
Rafts

A raft has no sail.
)");
  EXPECT_THAT(found.uses(), UnorderedElementsAre("art_1__para_2__point_b boat: boat", "art_1__para_2__point_b oar: oar",
                                                 "art_1__para_3 sail: sail", "art_2__para_2 sail: sail"));
}

TEST(Terms, are_introduced_by_hereinafter_and_in_brackets) {
  const FoundTerms found(R"(Article 1
Bodies

1. A Lake Committee (hereinafter referred to in this Article as “the Committee”) is established. The Committee meets
in spring.

2. The Lakes and Rivers Fund (the "Fund") pays for it, as do the States named in the Annex (hereinafter the "Riparian
States" or "RS") and persons who catch fish (hereinafter referred to as anglers).

3. The Committee may not return ("refouler") a boat.

Article 2
Money

The Committee has none. Riparian States and anglers pay the Fund.
)");
  EXPECT_THAT(found.terms(), UnorderedElementsAre("art_1__para_1 term.committee", "art_1__para_2 term.fund",
                                                  "art_1__para_2 term.riparian-states", "art_1__para_2 term.rs",
                                                  "art_1__para_2 term.anglers"));
  EXPECT_THAT(found.uses(), UnorderedElementsAre("art_1__para_1 Committee: Committee",
                                                 "art_1__para_3 Committee: Committee", "art_2 Fund: Fund",
                                                 "art_2 Riparian States: Riparian States", "art_2 anglers: anglers"));
}

TEST(Terms, are_for_the_article_that_their_definition_names) {
  const FoundTerms found(R"(CHAPTER I
LAKES

Article 1
Definitions

1. For the purposes of article 2, "boat" means a rowing boat.

2. For the purposes of articles 2 and 3, "oar" means a pole.

Article 2
Boats

A boat has an oar.

Article 3
Ships

A ship is no boat, and has no oar.

CHAPTER II
RIVERS

Article 4
Rafts

A raft may be moved by oar or boat.
)");
  EXPECT_THAT(found.uses(), ElementsAre("art_2 boat: boat", "art_2 oar: oar", "art_3 oar: oar"));
}

TEST(Terms, of_ordinary_words_begin_where_they_are_given) {
  const FoundTerms found(R"(Article 1
Change

A change of the season alters nothing.

Article 2
Amendment

1. A Party may propose a new list of lakes (hereinafter referred to as the "change").

2. The change is sent to all.
)");
  EXPECT_THAT(found.uses(), ElementsAre("art_2__para_2 change: change"));
}

TEST(Terms, that_several_chapters_give_again_mean_another_in_each) {
  const FoundTerms found(R"(CHAPTER I
LAKES

Article 1
Lake Committee

A Committee on Lakes (hereinafter referred to as "the Committee") is established.

Article 2
Meetings

The Committee meets in spring.

CHAPTER II
RIVERS

Article 3
River Committee

A Committee on Rivers (hereinafter referred to as "the Committee") is established.

Article 4
Meetings

The Committee meets in autumn.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1 term.committee-art_1", "art_3 term.committee-art_3"));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Committee: Committee", "art_4 Committee: Committee"));
}

TEST(Terms, are_defined_in_any_article_by_shall_mean_and_by_what_they_are) {
  const FoundTerms found(R"(Article 1
Persons

1. Angler shall mean a person who fishes. The report shall also include maps.

2. Each angler shall pay two units of account.

Article 2
Money

The Unit of Account referred to in article 1 is the franc.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1__para_1 term.angler", "art_2 term.unit-of-account"));
  EXPECT_THAT(found.uses(),
              ElementsAre("art_1__para_2 Angler: angler", "art_1__para_2 Unit of Account: units of account"));
}

TEST(Terms, have_several_names_and_abbreviations) {
  const FoundTerms found(with_definitions(R"((a) ‘pond’, ‘pool’ and ‘keeper’s puddle’ mean small lakes;

(b) "Lake Water Standard" (LWS) means the rules of 1990;

(c) «rive» désigne le bord d'un lac.
)",
                                          "Pools that meet the LWS have a keeper's puddle."));
  EXPECT_THAT(
      found.terms(),
      ElementsAre("art_1__point_a term.pond", "art_1__point_a term.pool", "art_1__point_a term.keepers-puddle",
                  "art_1__point_b term.lake-water-standard", "art_1__point_b term.lws", "art_1__point_c term.rive"));
  EXPECT_THAT(found.uses(),
              ElementsAre("art_2 pool: Pools", "art_2 LWS: LWS", "art_2 keeper’s puddle: keeper's puddle"));
}

TEST(Terms, are_noun_phrases) {
  const FoundTerms found(R"(Article 1
Definitions

1. For the purposes of this article:

lake means a large pond;

draining by any means, whether by pump or siphon, is forbidden;

through appropriate means, States keep lakes full.

2. States may, by agreement between them, include as means of transport boats and rafts.

3. Recourse may be had to supplementary means of transport.

4. "Annex I" means the list of lakes.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1__para_1 term.lake"));
}

}  // namespace
}  // namespace treatygraph::ingest
