// What opens paragraphs and points, and what only looks so.

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/structure/text_structure.h"
#include "tests/ingest/structure/provisions_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

TEST(BodyMarks, of_brackets_may_have_a_full_stop_after_them) {
  EXPECT_THAT(eids(R"(Article 8

(1).  Subject to paragraph (2), a keeper may sleep.

(2).

(a) A keeper who sleeps has a deputy.

(b) A deputy does not sleep.

Article 9

Lamps burn.
)"),
              ElementsAre("art_8", "art_8__para_1", "art_8__para_2", "art_8__para_2__point_a", "art_8__para_2__point_b",
                          "art_9"));
}

TEST(BodyMarks, of_paragraphs_that_were_put_in_between_decimals_open_them) {
  EXPECT_THAT(eids(R"(Rule 2
Words

2.1. A keeper is who keeps.

2.2. A lamp is what burns.

2.2bis. A wick is a part of a lamp.

2.3. A tower is where it stands.
)"),
              ElementsAre("rule_2", "rule_2__para_2-1", "rule_2__para_2-2", "rule_2__para_2-2bis", "rule_2__para_2-3"));
}

TEST(BodyMarks, of_notes_at_the_foot_of_a_page_open_no_paragraphs) {
  EXPECT_THAT(eids(R"(Article 10

1. A keeper may sleep in the tower, and a deputy of the keeper shall

3  For greater certainty, a deputy is no keeper, and does not sleep in the tower.

not be prevented from sleeping elsewhere.

2. Nothing in this Article keeps a Party from lighting other lamps.4

3. Lamps burn all night.

4 This holds for lamps of oil.
5 This holds for lamps of gas.

Article 11

1. Wicks are of cotton.

2 Wicks are changed each day.
)"),
              ElementsAre("art_10", "art_10__para_1", "art_10__para_2", "art_10__para_3", "art_11", "art_11__para_1",
                          "art_11__para_2"));
}

TEST(BodyMarks, of_captions_part_no_paragraphs_that_run_on_through_them) {
  EXPECT_THAT(eids(R"(Article 4

The Club

A. GENERAL

1. There is a Club.
2. It is in Town.

B. THE MEETING

3. The Meeting meets:
(a) in spring;
(b) in autumn, under paragraph 1.

C. THE BOARD

4. The Board sits.
)"),
              ElementsAre("art_4", "art_4__para_1", "art_4__para_2", "art_4__para_3", "art_4__para_3__point_a",
                          "art_4__para_3__point_b", "art_4__para_4"));
}

TEST(BodyMarks, of_captions_open_paragraphs_where_numbers_begin_anew) {
  EXPECT_THAT(eids("Article 4\nThe Club\n\nA. General\n\n1. One.\n2. Two.\n\nB. Special\n\n1. One.\n2. Two.\n"),
              ElementsAre("art_4", "art_4__para_A", "art_4__para_A__point_1", "art_4__para_A__point_2", "art_4__para_B",
                          "art_4__para_B__point_1", "art_4__para_B__point_2"));
}

TEST(BodyMarks, of_letters_without_brackets_stand_under_romans) {
  EXPECT_THAT(eids(R"(Article 1
Help

1. The Court may help:

(a) a Party that asks;

(b) (i) The help under subparagraph (a) includes:

a. The sending of letters; and

b. The asking of questions.

(ii) Where it helps:

a. If letters came from a State, it agrees;

b. If they came from a person, Article 2 applies.

(c) nobody else.

2. The Court may refuse.

Article 2
Lists

(a) First:

(i) one;

(iii) three, which is:

a) large; and

b) small;

(b) second.
)"),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b",
                          "art_1__para_1__point_b__point_i", "art_1__para_1__point_b__point_i__point_a",
                          "art_1__para_1__point_b__point_i__point_b", "art_1__para_1__point_b__point_ii",
                          "art_1__para_1__point_b__point_ii__point_a", "art_1__para_1__point_b__point_ii__point_b",
                          "art_1__para_1__point_c", "art_1__para_2", "art_2", "art_2__point_a",
                          "art_2__point_a__point_i", "art_2__point_a__point_iii", "art_2__point_a__point_iii__point_a",
                          "art_2__point_a__point_iii__point_b", "art_2__point_b"));
}

TEST(BodyMarks, before_a_quoted_term_open_paragraphs) {
  EXPECT_THAT(
      eids("Article 1\nWords\n\n1.1 “Rope” means a rope.\n\n1.2 \"Knot\" means a knot.\n\n1.3 Others are free.\n"),
      ElementsAre("art_1", "art_1__para_1-1", "art_1__para_1-2", "art_1__para_1-3"));
}

TEST(BodyMarks, continue_after_the_words_done_at_a_place) {
  EXPECT_THAT(eids(R"(Article 1
Relations

1. This Convention comes before:

a) the Convention signed at Hill in 1911;

b) the Protocol to it. Done at Dale on 3 May 1922;

c) the Convention signed at Mill in 1933.

2. It does not come before the Charter.

Done at Rill this first day of June, in two copies.
)"),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b",
                          "art_1__para_1__point_c", "art_1__para_2"));
}

TEST(BodyMarks, of_recitals_may_be_letters) {
  EXPECT_THAT(eids(R"(Convention on Doors

Preamble

The States Parties to this Convention,

(a) Recalling that doors open,

(b) Recognizing that they close,

(c) Considering paragraph (b),

Have agreed as follows:

Article 1

Doors are free.
)"),
              ElementsAre("preamble", "recital_a", "recital_b", "recital_c", "art_1"));
}

}  // namespace
}  // namespace treatygraph::ingest
