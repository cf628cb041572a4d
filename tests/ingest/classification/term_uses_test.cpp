// Where defined terms are used: invented treaties on lakes.

#include <gmock/gmock.h>

#include "ingest/classification/term_words.h"
#include "tests/ingest/classification/found_terms.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(Terms, are_used_within_their_scope) {
  const FoundTerms found(R"(Article 1
Boats

1. For the purposes of this article, "boat" means a rowing boat.

2. Every boat shall have oars.

Article 2
Ships

A boat is no ship.
)");
  EXPECT_THAT(found.uses(), ElementsAre("art_1__para_2 boat: boat"));
}

TEST(Terms, are_used_whatever_the_letters_of_their_definition) {
  const FoundTerms found(
      with_definitions(R"((a) "Draining" means letting the water out.

(b) "Lake bed" means what lies below the water.

(c) “Shore” means the edge.
)",
                       "No draining of a lake bed or shore, and no use of the Shore Protection Fund."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Draining: draining", "art_2 Lake bed: lake bed", "art_2 Shore: shore"));
}

TEST(Terms, that_a_treaty_writes_with_a_capital_are_not_used_by_the_ordinary_word) {
  const FoundTerms found(R"(Article 1
Definitions

For the purposes of this Convention:

(a) "Area" means the deepest part of a lake;

(b) "boat" means what floats.

Article 2
Use

1. No boat shall enter the Area.

2. The area of a lake is measured in summer.

3. Activities in the Area are forbidden.
)");
  EXPECT_THAT(found.uses(),
              ElementsAre("art_2__para_1 boat: boat", "art_2__para_1 Area: Area", "art_2__para_3 Area: Area"));
}

TEST(Terms, are_not_used_by_the_names_of_other_instruments) {
  const FoundTerms found(
      with_definitions(R"((a) "Convention" means the Convention on Lakes;

(b) "boat" means what floats.
)",
                       "Under the Convention, and unlike the Vienna Convention on Rivers, boats are free."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Convention: Convention", "art_2 boat: boats"));
}

TEST(Terms, are_used_in_every_number_and_in_the_verbs_of_an_act) {
  const FoundTerms found(
      with_definitions(R"((a) "States Parties" means States that are bound by this Convention.

(b) “Keeper of a public lake” means who keeps it.

(c) “Freezing” or “seizure” means keeping water where it is.
)",
                       "A State Party shall pay keepers of public lakes to look after frozen and seized water."));
  EXPECT_THAT(found.terms(),
              ElementsAre("art_1__point_a term.states-parties", "art_1__point_b term.keeper-of-a-public-lake",
                          "art_1__point_c term.freezing", "art_1__point_c term.seizure"));
  EXPECT_THAT(found.uses(),
              ElementsAre("art_2 States Parties: State Party", "art_2 Keeper of a public lake: keepers of public lakes",
                          "art_2 Freezing: frozen", "art_2 seizure: seized"));
  EXPECT_THAT(found.confidences(), ElementsAre("high", "high", "medium", "medium"));
}

TEST(Terms, are_used_where_others_share_their_noun) {
  const FoundTerms found(with_definitions(R"((a) "depth data" means figures in metres.

(b) "lake system" means lakes that are joined.

(c) "lake data" means what is known of a lake.
)",
                                          "Depth or colour data of lake systems and data of rivers are kept."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 depth data: Depth or colour data", "art_2 lake system: lake systems",
                                        "art_2 lake data: lake systems and data"));
  EXPECT_THAT(found.confidences(), ElementsAre("medium", "high", "medium"));
}

TEST(Terms, are_not_used_inside_longer_ones_or_other_words) {
  const FoundTerms found(
      with_definitions(R"((a) "official" means who serves a lake.

(b) "foreign official" means who serves a foreign lake.

(c) "property" means what can be owned.
)",
                       "Foreign officials and non-officials keep intellectual property and a property-tax list."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 foreign official: Foreign officials"));
}

TEST(Terms, are_used_in_other_definitions_and_not_in_their_own) {
  const FoundTerms found(with_definitions(R"((a) "lake" means a large pond; a lake may be salt;

(b) "bank" means the edge of a lake.
)",
                                          "Swimming is free."));
  EXPECT_THAT(found.uses(), ElementsAre("art_1__point_b lake: lake"));
}

TEST(Terms, that_differ_in_their_letters_are_apart) {
  const FoundTerms found(with_definitions(R"((a) "fishing Party" means a State that fishes;

(b) "fishing party" means anglers who fish together.
)",
                                          "Fishing parties may be held where a fishing Party allows them."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 fishing party: Fishing parties", "art_2 fishing Party: fishing Party"));
}

TEST(Terms, that_are_defined_in_a_text_beyond_ascii_do_not_swallow_its_marks) {
  const FoundTerms found(with_definitions("(a) “lac” means a lake;\n", "Un “lac” — «lac» — est grand."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 lac: lac"));
}

TEST(TermWords, are_compared_in_the_singular) {
  EXPECT_EQ(singular_of("parties"), "party");
  EXPECT_EQ(singular_of("businesses"), "business");
  EXPECT_EQ(singular_of("cases"), "case");
  EXPECT_EQ(singular_of("boxes"), "box");
  EXPECT_EQ(singular_of("proceeds"), "proceeds");
  EXPECT_EQ(singular_of("analysis"), "analysis");
  EXPECT_EQ(singular_of("status"), "status");
}

TEST(TermWords, have_verbs_where_they_name_an_act) {
  EXPECT_THAT(verbs_of("freezing"), UnorderedElementsAre("freeze", "froze", "frozen"));
  EXPECT_THAT(verbs_of("confiscation"), Contains("confiscated"));
  EXPECT_THAT(verbs_of("seizure"), Contains("seized"));
  EXPECT_THAT(verbs_of("establishment"), IsEmpty());
  EXPECT_THAT(verbs_of("fishing"), IsEmpty());
}

}  // namespace
}  // namespace treatygraph::ingest
