// Defined terms and their uses, in invented treaties on lakes.

#include <gmock/gmock.h>

#include "ingest/build/treaty_records.h"
#include "ingest/classification/classify.h"
#include "ingest/classification/fact_names.h"
#include "ingest/classification/term_words.h"
#include "ingest/structure/text_structure.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

Document treaty(std::string text) {
  Document document;
  document.name = "lakes.txt";
  document.text = std::move(text);
  document.map = SourceMap::identity(document.text);
  document.structure = read_structure(document.text);
  return document;
}

/// "art_1__point_a term.lake", "art_2 lake: Lakes".
class Found {
 public:
  explicit Found(const std::string& text)
      : document_(treaty(text)), found_(classify(document_, OwnWords(document_.structure))) {}

  [[nodiscard]] std::vector<std::string> terms() const {
    std::vector<std::string> lines;
    const auto names = names_of(found_.terms, document_.structure);
    for (std::size_t i = 0; i < names.size(); ++i) {
      lines.push_back(eid(found_.terms[i].provision) + " " + names[i]);
      for (const auto& further : found_.terms[i].further) lines.push_back(eid(further.provision) + " " + names[i]);
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string> uses() const {
    std::vector<std::string> lines;
    for (const auto& use : found_.uses) {
      lines.push_back(eid(use.provision) + " " + found_.terms[use.term].name + ": " +
                      document_.text.substr(use.quote.first, use.quote.last - use.quote.first));
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string_view> confidences() const {
    std::vector<std::string_view> all;
    for (const auto& use : found_.uses) all.push_back(confidence_of(use, found_.terms[use.term]));
    return all;
  }

 private:
  [[nodiscard]] std::string eid(std::size_t provision) const { return document_.structure[provision].eid.to_string(); }

  Document document_;
  Classification found_;
};

std::string with_definitions(const std::string& definitions, const std::string& article) {
  return "Article 1\nDefinitions\n\nFor the purposes of this Convention:\n\n" + definitions + "\nArticle 2\nUse\n\n" +
         article + "\n";
}

TEST(Terms, are_read_with_every_kind_of_quotation_mark_and_none) {
  const Found found(R"(Article 1
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
  const Found found(R"(Article 1
Boats

For the purposes of this article, "boat" means a rowing boat; a "boat" includes a raft.

Article 2
Ships

For the purposes of this article, "boat" means a ship.
)");
  EXPECT_THAT(found.terms(), ElementsAre("art_1 term.boat-art_1", "art_2 term.boat-art_2"));
}

TEST(Terms, are_used_within_their_scope) {
  const Found found(R"(Article 1
Boats

1. For the purposes of this article, "boat" means a rowing boat.

2. Every boat shall have oars.

Article 2
Ships

A boat is no ship.
)");
  EXPECT_THAT(found.uses(), ElementsAre("art_1__para_2 boat: boat"));
}

TEST(Terms, that_are_defined_again_are_one_with_two_definitions) {
  const Found found(with_definitions(R"((a) "Keeper" means a person who keeps a lake.

(b) "Keeper" may also mean whoever feeds the fish, for the measures of article 2.
)",
                                     "Each keeper shall be paid."));
  EXPECT_THAT(found.terms(), ElementsAre("art_1__point_a term.keeper", "art_1__point_b term.keeper"));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Keeper: keeper"));
}

TEST(Terms, are_used_whatever_the_letters_of_their_definition) {
  const Found found(with_definitions(R"((a) "Draining" means letting the water out.

(b) "Lake bed" means what lies below the water.

(c) “Shore” means the edge.
)",
                                     "No draining of a lake bed or shore, and no use of the Shore Protection Fund."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Draining: draining", "art_2 Lake bed: lake bed", "art_2 Shore: shore"));
}

TEST(Terms, that_a_treaty_writes_with_a_capital_are_not_used_by_the_ordinary_word) {
  const Found found(R"(Article 1
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
  const Found found(
      with_definitions(R"((a) "Convention" means the Convention on Lakes;

(b) "boat" means what floats.
)",
                       "Under the Convention, and unlike the Vienna Convention on Rivers, boats are free."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 Convention: Convention", "art_2 boat: boats"));
}

TEST(Terms, are_used_in_every_number_and_in_the_verbs_of_an_act) {
  const Found found(
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
  const Found found(with_definitions(R"((a) "depth data" means figures in metres.

(b) "lake system" means lakes that are joined.

(c) "lake data" means what is known of a lake.
)",
                                     "Depth or colour data of lake systems and data of rivers are kept."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 depth data: Depth or colour data", "art_2 lake system: lake systems",
                                        "art_2 lake data: lake systems and data"));
  EXPECT_THAT(found.confidences(), ElementsAre("medium", "high", "medium"));
}

TEST(Terms, are_not_used_inside_longer_ones_or_other_words) {
  const Found found(
      with_definitions(R"((a) "official" means who serves a lake.

(b) "foreign official" means who serves a foreign lake.

(c) "property" means what can be owned.
)",
                       "Foreign officials and non-officials keep intellectual property and a property-tax list."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 foreign official: Foreign officials"));
}

TEST(Terms, are_used_in_other_definitions_and_not_in_their_own) {
  const Found found(with_definitions(R"((a) "lake" means a large pond; a lake may be salt;

(b) "bank" means the edge of a lake.
)",
                                     "Swimming is free."));
  EXPECT_THAT(found.uses(), ElementsAre("art_1__point_b lake: lake"));
}

TEST(Terms, end_with_the_article_paragraph_or_chapter_that_they_are_defined_for) {
  const Found found(R"(CHAPTER I
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
  const Found found(R"(Article 1
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

TEST(Terms, that_differ_in_their_letters_are_apart) {
  const Found found(with_definitions(R"((a) "fishing Party" means a State that fishes;

(b) "fishing party" means anglers who fish together.
)",
                                     "Fishing parties may be held where a fishing Party allows them."));
  EXPECT_THAT(found.uses(), ElementsAre("art_2 fishing party: Fishing parties", "art_2 fishing Party: fishing Party"));
}

TEST(Terms, are_for_the_article_that_their_definition_names) {
  const Found found(R"(CHAPTER I
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
  const Found found(R"(Article 1
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
  const Found found(R"(CHAPTER I
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
  const Found found(R"(Article 1
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
  const Found found(with_definitions(R"((a) ‘pond’, ‘pool’ and ‘keeper’s puddle’ mean small lakes;

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
  const Found found(R"(Article 1
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

TEST(Terms, that_are_defined_in_a_text_beyond_ascii_do_not_swallow_its_marks) {
  const Found found(with_definitions("(a) “lac” means a lake;\n", "Un “lac” — «lac» — est grand."));
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
