// A document is one or more instruments, each with numbers of its own.

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/structure/component_list.h"
#include "ingest/structure/text_structure.h"
#include "tests/ingest/structure/provisions_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string heading(std::string_view text, std::string_view eid) {
  for (const auto& provision : read_structure(text)) {
    if (provision.eid.to_string() == eid) return provision.heading;
  }
  return "no such provision";
}

TEST(Components, a_single_guideline_among_regulations_is_one) {
  EXPECT_THAT(eids(R"(Regulation 1.1
Lamps

1. Lamps burn.

Standard A1.1
Lamps

1. They burn oil.

Guideline B1.1
Lamps

1. The oil should be clean.

Regulation 1.2
Keepers

1. Keepers watch.

Standard A1.2
Keepers

1. They watch all night.

Regulation 1.3
Towers

1. Towers stand.
)"),
              ElementsAre("regulation_1.1", "regulation_1.1__para_1", "standard_A1.1", "standard_A1.1__para_1",
                          "guideline_B1.1", "guideline_B1.1__para_1", "regulation_1.2", "regulation_1.2__para_1",
                          "standard_A1.2", "standard_A1.2__para_1", "regulation_1.3", "regulation_1.3__para_1"));
}

TEST(Components, an_article_opens_after_a_sentence_that_a_slip_ended_with_a_comma) {
  EXPECT_THAT(eids("Article 1\n\nEach Party helps any other which asks,\n\nArticle 2\n\nThis limits "
                   "nothing.\n\nArticle 3\n\nThis enters into force under Article 2.\n"),
              ElementsAre("art_1", "art_2", "art_3"));
  EXPECT_THAT(eids("Article 1\n\nA Party acts in accordance with paragraph 4,\n\nArticle 7 and the Annex.\n\n"
                   "Article 2\n\nThis enters into force.\n"),
              ElementsAre("art_1", "art_2"));
}

TEST(Components, an_article_opens_after_the_words_of_this_article) {
  EXPECT_THAT(eids("Article 1\n\nLaws are made for the purposes of this article\n\nArticle 2\n\nThey are kept.\n"),
              ElementsAre("art_1", "art_2"));
}

TEST(Components, recitals_may_count_by_small_roman_numbers) {
  EXPECT_THAT(eids("Convention on Wells\n\nThe States Parties,\n\n(i) Recalling that water is scarce,\n\n(ii) Noting "
                   "paragraph (i),\n\n(iii) Convinced that wells help,\n\nHave agreed as follows:\n\nArticle "
                   "1\n\nWells are deep.\n\nArticle 2\n\nThey are clean.\n"),
              ElementsAre("preamble", "recital_i", "recital_ii", "recital_iii", "art_1", "art_2"));
}

TEST(Components, contents_that_name_the_preamble_are_not_it) {
  EXPECT_THAT(eids(R"(Agreement between Ulba and Rohl

TABLE OF CONTENTS

PREAMBLE

CHAPTER 1
LAMPS (Articles 1 to 2)
CHAPTER 2
KEEPERS (Articles 3 to 4)

The Government of Ulba and the Government of Rohl,

HAVE AGREED AS FOLLOWS:

CHAPTER 1
LAMPS

Article 1
Oil

Lamps burn oil.

Article 2
Wicks

They have wicks.

CHAPTER 2
KEEPERS

Article 3
Watch

Keepers watch.

Article 4
Sleep

They sleep by day.
)"),
              ElementsAre("preamble", "chp_1", "art_1", "art_2", "chp_2", "art_3", "art_4"));
}

TEST(Components, rules_count_apart_from_the_articles_above_them) {
  EXPECT_THAT(eids(R"(Convention on Lighthouses

PART I
LAMPS

Article 1
Lamps

Lamps burn at night.

PART II
KEEPERS

Article 2
Keepers

1. A keeper lives in the tower.
2. Rule 2 says when.

RULES UNDER THE CONVENTION

PART I
RULES TO PART I OF THE CONVENTION

Rule 1
Oil

1. Oil is clean.
2. It is kept under Article 2.

PART II
RULES TO PART II OF THE CONVENTION

Rule 2
Nights

Nights are long.
)"),
              ElementsAre("part_I", "art_1", "part_II", "art_2", "art_2__para_1", "art_2__para_2", "rules",
                          "rules__part_I", "rules__rule_1", "rules__rule_1__para_1", "rules__rule_1__para_2",
                          "rules__part_II", "rules__rule_2"));
}

constexpr std::string_view kBareTitle = R"(Convention on Bridges

Article I

Bridges are safe.

Article II

They are wide.

DONE at Here, in a single copy.

General Regulations

Article 1

The Bureau is small.

Article 2

It meets under Article 1.
)";

TEST(Components, a_title_with_articles_from_one_opens_a_second_body) {
  EXPECT_THAT(eids(kBareTitle),
              ElementsAre("art_I", "art_II", "regulations", "regulations__art_1", "regulations__art_2"));
  EXPECT_EQ(heading(kBareTitle, "regulations"), "General Regulations");
}

TEST(Components, a_title_in_the_heading_of_an_article_opens_nothing) {
  EXPECT_THAT(eids(R"(Article 1
Financial Regulations

The Council adopts them.

Article 2
Rules of Procedure

The Council adopts these, too.
)"),
              ElementsAre("art_1", "art_2"));
}

TEST(Components, agreements_of_one_annex_stand_in_it_with_annexes_of_their_own) {
  EXPECT_THAT(
      eids(R"(Agreement on a Market

Article 1
Market

There is a market.

ANNEX 1
AGREEMENTS ON GOODS

These agreements are one.

Agreement on Apples

Members,

Hereby agree as follows:

Article 1
Apples

Apples are red.

Article 2
Pears

Pears are not, subject to Article 1.

Annex

The list of apples is long.

Agreement on Boxes

Members,

Hereby agree as follows:

Article 1
Boxes

Boxes are square.

ANNEX 2
DISPUTES

Article 1
Panels

A panel has three members.
)"),
      ElementsAre("art_1", "annex_1", "annex_1__instrument_agreement-on-apples",
                  "annex_1__instrument_agreement-on-apples__art_1", "annex_1__instrument_agreement-on-apples__art_2",
                  "annex_1__instrument_agreement-on-apples__annex_I", "annex_1__instrument_agreement-on-boxes",
                  "annex_1__instrument_agreement-on-boxes__art_1", "annex_2", "annex_2__art_1"));
}

TEST(Components, annexes_that_are_listed_before_they_are_printed_open_once) {
  constexpr std::string_view kText = R"(Agreement on Mills

Article 1
Mills

Annexes 1 and 2 are parts of this Agreement.

DONE at Here.

LIST OF ANNEXES

ANNEX 1: Wheels
ANNEX 2: Stones
ANNEX 3: Other mills

ANNEX 1

WHEELS

Article 1
Wheels

Wheels turn.

ANNEX 2

STONES

1. Stones grind.
)";
  EXPECT_THAT(eids(kText), ElementsAre("art_1", "annex_1", "annex_1__art_1", "annex_2", "annex_2__para_1"));
  EXPECT_THAT(words(kText, "annex_2__para_1"), HasSubstr("Stones grind"));
}

TEST(Components, contents_with_the_annexes_of_chapters_are_left_out) {
  EXPECT_THAT(eids(R"(FREE TRADE AGREEMENT BETWEEN HILL AND DALE

TABLE OF CONTENTS
PREAMBLE
CHAPTER 1 AIMS
CHAPTER 2 GOODS
 ANNEX I GOODS OF HILL
 ANNEX II GOODS OF DALE
CHAPTER 3 ORIGIN
 ANNEX I FORM
CHAPTER 4 END

PREAMBLE

Hill and Dale have agreed as follows:

CHAPTER 1
AIMS

Article 1
Area

An area is established.

CHAPTER 2
GOODS

Article 2
Duties

Duties end as in Annex I.

CHAPTER 3
ORIGIN

Article 3
Proof

Proof is given.

CHAPTER 4
END

Article 4
Force

This Agreement enters into force.
)"),
              ElementsAre("preamble", "chp_1", "art_1", "chp_2", "art_2", "chp_3", "art_3", "chp_4", "art_4"));
}

TEST(Components, a_protocol_keeps_its_heading_above_its_contents) {
  EXPECT_THAT(eids(R"(Article 1
Trade

Trade is free.

PROTOCOL 2

TABLE OF CONTENTS
TITLE I GENERAL
Article 1 Words
Article 2 Origin
Article 3 Whole goods
TITLE II PROOF
Article 4 Forms
Article 5 Stamps
Article 6 Copies

TITLE I
GENERAL

Article 1
Words

A good is a good.

Article 2
Origin

It comes from somewhere.
)"),
              ElementsAre("art_1", "protocol_2", "protocol_2__title_I", "protocol_2__art_1", "protocol_2__art_2"));
}

constexpr std::string_view kNamedAnnexes = R"(Convention on Paints

Article I
Duties

Each Party lists the paints of the Annex on Paints.

Annex

on Paints

A. GUIDELINES

1. A paint is listed if it smells.

Annex

on visits and samples ("Visits Annex")

PART I
WORDS

1. "Visit" means a visit under Part IV (A), paragraph 1.

PART IV (A)
SAMPLES

1. Samples are small.
2. They are sealed.

Annex on the keeping of secrets ("Secrets Annex")

1. Secrets are kept.
)";

TEST(Components, annexes_without_numbers_are_told_apart_by_their_names) {
  EXPECT_THAT(eids(kNamedAnnexes),
              ElementsAre("art_I", "annex_on-paints", "annex_on-paints__para_1", "annex_on-visits-and-samples",
                          "annex_on-visits-and-samples__part_I", "annex_on-visits-and-samples__part_I__para_1",
                          "annex_on-visits-and-samples__part_IVA", "annex_on-visits-and-samples__part_IVA__para_1",
                          "annex_on-visits-and-samples__part_IVA__para_2", "annex_on-the-keeping-of-secrets",
                          "annex_on-the-keeping-of-secrets__para_1"));
  EXPECT_THAT(heading(kNamedAnnexes, "annex_on-visits-and-samples"), HasSubstr("Visits Annex"));
}

TEST(Components, the_only_annex_keeps_its_plain_name) {
  EXPECT_THAT(eids("Article 1\nPaints\n\nPaints dry.\n\nANNEX ON PAINTS\n\n1. They are wet first.\n"),
              ElementsAre("art_1", "annex_I", "annex_I__para_1"));
}

TEST(Components, chapters_called_II_1_count_their_regulations_each) {
  EXPECT_THAT(
      eids(R"(ARTICLE I
Duties

The Annex has effect.

ANNEX

CHAPTER I
GENERAL

Regulation 1
Scope

1. This chapter is about boats.

CHAPTER II-1
HULLS

Regulation 1
Scope

1. Hulls are of wood.

Regulation 2
Keels

1. Keels are of iron.

Regulation 2-1
Long keels

1. They are long.

Regulation 3
Decks

1. Decks are flat.

CHAPTER II-2
FIRE

Regulation 1
Pails

1. Pails are full.

CHAPTER III
OARS

Regulation 1
Oars

1. Oars float.
)"),
      ElementsAre("art_I", "annex_I", "annex_I__chp_I", "annex_I__chp_I__regulation_1",
                  "annex_I__chp_I__regulation_1__para_1", "annex_I__chp_II-1", "annex_I__chp_II-1__regulation_1",
                  "annex_I__chp_II-1__regulation_1__para_1", "annex_I__chp_II-1__regulation_2",
                  "annex_I__chp_II-1__regulation_2__para_1", "annex_I__chp_II-1__regulation_2-1",
                  "annex_I__chp_II-1__regulation_2-1__para_1", "annex_I__chp_II-1__regulation_3",
                  "annex_I__chp_II-1__regulation_3__para_1", "annex_I__chp_II-2", "annex_I__chp_II-2__regulation_1",
                  "annex_I__chp_II-2__regulation_1__para_1", "annex_I__chp_III", "annex_I__chp_III__regulation_1",
                  "annex_I__chp_III__regulation_1__para_1"));
}

TEST(Components, a_protocol_after_the_annexes_has_parts_and_annexes_of_its_own) {
  constexpr std::string_view kText = R"(Treaty on Still Nights

Article I

1. Each Party keeps to the Protocol.
2. Posts are listed in Annex 1 to the Protocol.

Annex 1 to the Treaty

List of towns

Upper and Lower Town.

Annex 2 to the Treaty

List of bells

Three bells.

Protocol to the Treaty on Still Nights

PART I
LISTENING

1. The posts are those of Annex 1 to this Protocol.
2. They report.

PART II
VISITS

1. Visits follow.

Annex 1 to the Protocol

List of posts

North post.

Annex 2 to the Protocol

Measures

1. Noise is measured.
)";
  EXPECT_THAT(eids(kText), ElementsAre("art_I", "art_I__para_1", "art_I__para_2", "annex_1", "annex_2", "protocol",
                                       "protocol__part_I", "protocol__part_I__para_1", "protocol__part_I__para_2",
                                       "protocol__part_II", "protocol__part_II__para_1", "protocol__annex_1",
                                       "protocol__annex_2", "protocol__annex_2__para_1"));
  EXPECT_EQ(heading(kText, "annex_2"), "List of bells");
}

TEST(Components, each_protocol_has_the_annexes_that_follow_it) {
  EXPECT_THAT(eids(R"(Article 1

Goods are listed in Annex I.

Article 2

Protocols 1 and 2 are about fish and fruit.

ANNEX I

LIST OF GOODS

Salt, sugar.

PROTOCOL 1
concerning fish

Article 1

Fish is that of the Annex.

Article 2

Duties fall.

ANNEX

Cod, eel.

PROTOCOL 2
concerning fruit

Article 1

Fruit is ripe, as in Annex II to this Protocol.

ANNEX I TO PROTOCOL 2

NOTES

Fruit is weighed.

ANNEX II TO PROTOCOL 2

FORM

The form is long.

PROTOCOL No 3
on salt

Article 1

Salt is that of the Annex.

ANNEX TO PROTOCOL No 3

White salt.
)"),
              ElementsAre("art_1", "art_2", "annex_I", "protocol_1", "protocol_1__art_1", "protocol_1__art_2",
                          "protocol_1__annex_I", "protocol_2", "protocol_2__art_1", "protocol_2__annex_I",
                          "protocol_2__annex_II", "protocol_3", "protocol_3__art_1", "protocol_3__annex_I"));
}

TEST(Components, with_letters_that_are_roman_numerals_count_on_from_the_letter_before) {
  EXPECT_THAT(eids(R"(Article 1

Lakes are listed.

PROTOCOL No 1
on boats

Article 1

Boats are those of Annex A, Annex B and Annex C.

ANNEX A

LARGE BOATS

ANNEX B

SMALL BOATS

ANNEX C

OTHER BOATS

ANNEX D

OLD BOATS
)"),
              ElementsAre("art_1", "protocol_1", "protocol_1__art_1", "protocol_1__annex_A", "protocol_1__annex_B",
                          "protocol_1__annex_C", "protocol_1__annex_D"));
}

TEST(Components, an_annex_after_a_protocol_is_the_treatys_where_the_treaty_alone_speaks_of_it) {
  EXPECT_THAT(eids(R"(Article 1

Ships obey Annex I and Protocol I.

Protocol I

Article I

Reports are made.

Annex I

Rules on tar

Regulation 1

Tar is not spilt.
)"),
              ElementsAre("art_1", "protocol_I", "protocol_I__art_I", "annex_I", "annex_I__regulation_1"));
}

TEST(Components, halves_of_an_annex_under_bare_romans_count_anew) {
  EXPECT_THAT(eids(R"(Article 1

Disputes are settled under Annex B.

Annex B

DISPUTES

I

Judges

Article 1

A Party may go to the judges.

Article 2

1. There are three.
2. They agree under Article 1.

II

Friends

Article 1

A Party may go to friends.

Article 2

They advise.
)"),
              ElementsAre("art_1", "annex_B", "annex_B__part_I", "annex_B__part_I__art_1", "annex_B__part_I__art_2",
                          "annex_B__part_I__art_2__para_1", "annex_B__part_I__art_2__para_2", "annex_B__part_II",
                          "annex_B__part_II__art_1", "annex_B__part_II__art_2"));
}

TEST(Components, roman_page_numbers_are_no_parts) {
  EXPECT_THAT(eids(R"(V
Article 1
Scope

This Agreement is about salt.

VI

Article 2
Use

Salt is used.
)"),
              ElementsAre("art_1", "art_2"));
}

TEST(Components, regulations_standards_and_guidelines_stand_side_by_side) {
  EXPECT_THAT(eids(R"(Article I
Duties

Members give effect to the Regulations.

Title 1: Crews

Regulation 1.1 – Age

1. No child works at sea.

Standard A1.1 – Age

1. The age is sixteen.
2. Night work is for adults.

Guideline B1.1 – Age

1. Members take care of the young.

Regulation 1.2 – Health

1. Crews are healthy.

Standard A1.2 – Health

1. A doctor says so.

Guideline B1.2 – Health

Guideline B1.2.1 – Doctors

1. Doctors are free.

Guideline B1.2.2 – Nurses

1. So are nurses.
)"),
              ElementsAre("art_I", "title_1", "regulation_1.1", "regulation_1.1__para_1", "standard_A1.1",
                          "standard_A1.1__para_1", "standard_A1.1__para_2", "guideline_B1.1", "guideline_B1.1__para_1",
                          "regulation_1.2", "regulation_1.2__para_1", "standard_A1.2", "standard_A1.2__para_1",
                          "guideline_B1.2", "guideline_B1.2.1", "guideline_B1.2.1__para_1", "guideline_B1.2.2",
                          "guideline_B1.2.2__para_1"));
}

TEST(Components, what_an_amendment_quotes_opens_nothing) {
  constexpr std::string_view kText = R"(Protocol amending the Convention on Wells

Article 1

1. Article 7 of the Convention shall be replaced by the following:

"Article 7

1. Each well has a lid, as Article 2 says.
2. Paragraph 1 applies to springs."

2. In Article 8 of the Convention, the word "lid" shall be replaced by "roof".

Article 2

The Convention is amended as follows:

(1) in Article 3, the following sentence is added: “Lids are of wood.”;

(2) after Article 9 the following Article is inserted:

“Article 9 bis

Springs

(a) Springs are free;

(b) they are clean.”;

(3) Article 4 is deleted.

Article 3

This Protocol enters into force.
)";
  EXPECT_THAT(eids(kText), ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2", "art_2__point_1",
                                       "art_2__point_2", "art_2__point_3", "art_3"));
  EXPECT_THAT(words(kText, "art_1__para_1"), HasSubstr("applies to springs"));
  EXPECT_THAT(words(kText, "art_2__point_2"), HasSubstr("they are clean"));
}

TEST(Components, quotations_have_other_marks_and_some_are_never_closed) {
  EXPECT_THAT(eids("Article 1\n\n1. Article 4 is replaced by the following:\n\n‘Article 4\n\n1. It’s a lid.\n2. It is "
                   "round.’\n\n2. Article 5 is deleted.\n\nArticle 2\n\nForce.\n"),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2"));
  EXPECT_THAT(eids("Article 1\n\n1. Point 7 is amended as follows:\n\n“7. Shares are equal;\n\nThe words “in May” are "
                   "replaced by “in June”.\n\n2. It is in force.\n\nArticle 2\n\nForce.\n"),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2"));
}

TEST(Components, halves_may_be_lettered_and_one_alone_is_a_caption) {
  EXPECT_THAT(
      eids("Article 1\n\nSee the Annex.\n\nANNEX\n\nA. Judges\n\nArticle 1\n\nThree judges.\n\nArticle 2\n\nThey "
           "sit.\n\nB. Friends\n\nArticle 1\n\nTwo friends.\n"),
      ElementsAre("art_1", "annex_I", "annex_I__part_A", "annex_I__part_A__art_1", "annex_I__part_A__art_2",
                  "annex_I__part_B", "annex_I__part_B__art_1"));
  EXPECT_THAT(eids("A. General\n\nArticle 1\n\nIt is wide.\n\nArticle 2\n\nIt is deep.\n"),
              ElementsAre("art_1", "art_2"));
}

TEST(Components, annexes_without_numbers_are_named_by_the_words_after_a_colon) {
  EXPECT_THAT(eids("Article 1\n\nSee the annexes.\n\nAnnex: Red paints\n\n1. Rust.\n\nAnnex: Blue paints\n\n1. Sky.\n"),
              ElementsAre("art_1", "annex_red-paints", "annex_red-paints__para_1", "annex_blue-paints",
                          "annex_blue-paints__para_1"));
}

TEST(Components, the_text_of_a_mark_alone_on_its_line_is_no_heading) {
  constexpr std::string_view kText = R"(CHAPTER I
AIMS

Article 1
Aims

Bees are kept.

CHAPTER II
HIVES

Article 2
Entry into force

It applies from May. However:

(a)

Chapter I Section 4, Chapter II and Article 1 apply from June, with the exception of Article 2;

(b)

Annex II applies from July.
)";
  EXPECT_THAT(eids(kText), ElementsAre("chp_I", "art_1", "chp_II", "art_2", "art_2__point_a", "art_2__point_b"));
  EXPECT_THAT(words(kText, "art_2__point_a"), HasSubstr("with the exception"));
}

TEST(Components, numbers_that_were_split_on_their_way_are_joined_where_they_are_due) {
  std::string text = "Treaty on Ropes\n\n";
  for (int i = 1; i <= 9; ++i) text += "Article " + std::to_string(i) + "\nKnots\n\nA knot holds.\n\n";
  text += "Article 1 0\nEnds\n\nEnds are sewn.\n\nArticle 1 1\nForce\n\nIt enters into force.\n";
  EXPECT_THAT(eids(text), ::testing::IsSupersetOf({"art_9", "art_10", "art_11"}));
  EXPECT_EQ(heading(text, "art_10"), "Ends");
  EXPECT_THAT(eids("Article 1\nScope\n\nIt is wide.\n\nArticle 2 1. The sea is free. 2. So is the air.\n"),
              ElementsAre("art_1", "art_2", "art_2__para_1", "art_2__para_2"));
}

TEST(Components, an_article_that_is_the_only_one_of_its_number_needs_no_chapter_before_it) {
  EXPECT_THAT(eids(R"(PART I

Article 1

One.

PART II

Article 2

Two.

REGULATIONS

PART I

Rule 1

First.

PART II

Rule 2

Second.
)"),
              ElementsAre("part_I", "art_1", "part_II", "art_2", "regulations", "regulations__part_I",
                          "regulations__rule_1", "regulations__part_II", "regulations__rule_2"));
}

TEST(Components, annexes_of_a_final_act_are_not_the_treatys) {
  const auto all = eids(R"(Article 1

The sea is wide.

ANNEX I
FISH

Herring is a fish.

ANNEX II
SHIPS

1. Ships float.

ANNEX I
RESOLUTION ON GULLS

1. Gulls are thanked.
)");
  EXPECT_THAT(all, ElementsAre("art_1", "annex_I", "annex_II", "annex_II__para_1"));
}

TEST(Components, schedules_and_appendices_have_names_of_their_own) {
  EXPECT_THAT(eids(R"(Article 1

Sums are those of Schedule A.

Schedule A
Sums

1. The sum is ten.

Schedule B
Days

1. The day is Monday.

ANNEX

1. The annex is short.

APPENDIX 1
Forms

1. A form is blue.
)"),
              ElementsAre("art_1", "schedule_A", "schedule_A__para_1", "schedule_B", "schedule_B__para_1", "annex_I",
                          "annex_I__para_1", "annex_I__appendix_1", "annex_I__appendix_1__para_1"));
}

TEST(Components, letters_and_declarations_that_were_signed_with_a_treaty_follow_it) {
  constexpr std::string_view kText = R"(AGREEMENT ON WELLS

Article 1

Wells are deep.

DECLARATION OF WELLS

Each Party declares its wells.

Article 2

Lids are round.

DONE at Hill on 3 May 1990.

JOINT DECLARATION CONCERNING ARTICLE 1

The Parties declare that Article 1 is about wells alone.

EXCHANGE OF LETTERS

Letter No 1

Sir, I have the honour to propose the following.

1. Wells are counted.

2. So are lids.

Letter No 2

Sir, I agree.
)";
  EXPECT_THAT(eids(kText), ElementsAre("art_1", "art_2", "instrument_joint-declaration-concerning-article-1",
                                       "letter_exchange-of-letters", "letter_1", "letter_1__para_1", "letter_1__para_2",
                                       "letter_2"));
  EXPECT_THAT(words(kText, "art_1"), HasSubstr("declares its wells"));
  EXPECT_THAT(words(kText, "letter_2"), HasSubstr("I agree"));
}

TEST(Components, are_listed_with_what_they_go_with) {
  constexpr std::string_view kText =
      "Article 1\n\nThe well is deep.\n\nPROTOCOL 1\non lids\n\nArticle 1\n\nIn Article 2 of the Convention the "
      "following is added: “Lids are round.”\n\nArticle 2\n\nForce.\n\nANNEX TO PROTOCOL 1\n\n1. A lid.\n";
  const auto structure = read_structure(kText);
  std::vector<std::string> listed;
  for (const auto& component : component_list(kText, structure)) {
    const auto first = component.first == Component::kNone ? "" : structure[component.first].eid.to_string();
    const auto parent = component.parent == Component::kNone ? "-" : std::to_string(component.parent);
    listed.push_back(component.kind + " " + component.number + " " + component.title + "; " + first + "; " + parent);
  }
  EXPECT_THAT(listed, ElementsAre("treaty  ; art_1; -", "protocol 1 on lids; protocol_1__art_1; 0",
                                  "annex I ; protocol_1__annex_I__para_1; 1", "quoted  ; ; 0"));
}

TEST(Components, of_hostile_text_take_no_time) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "PROTOCOL 1\nAnnex I\nAgreement on Ropes\nArticle 1\nA rope.\n";
  EXPECT_THAT(eids(text), Not(Contains("art_2")));
}

}  // namespace
}  // namespace treatygraph::ingest
