// What provisions do, by their words: an invented treaty against the theft of lakes.

#include <algorithm>

#include <gmock/gmock.h>

#include "ingest/build/treaty_records.h"
#include "tests/ingest/classification/found_facts.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Offences, stand_in_the_sentence_that_states_the_conduct) {
  const Found found(R"(Article 2
Theft of a lake

1. Each Party shall adopt such measures as may be necessary to establish as a criminal offence, when committed
intentionally, the removal of a lake by:

(a) pumps;

(b) canals.

2. Offences established in accordance with this article shall be punishable by effective penalties.
)");
  EXPECT_THAT(found.all(FactClass::Offence), ElementsAre("art_2__para_1 offence.theft-of-a-lake"));
  EXPECT_THAT(found.quotes(FactClass::Offence), ElementsAre(HasSubstr("the removal of a lake")));
}

TEST(Offences, stand_in_each_point_where_the_lead_states_no_conduct) {
  const Found found(R"(Article 2
Theft of a lake

Each Party shall adopt measures to establish as criminal offences under its domestic law, when committed
intentionally, the following conduct:

(a) removing a lake;

(b) subject to the basic concepts of its legal system:

(i) draining a lake;

(ii) hiding a lake.
)");
  EXPECT_THAT(found.all(FactClass::Offence), ElementsAre("art_2__point_a offence.theft-of-a-lake-a",
                                                         "art_2__point_b__point_i offence.theft-of-a-lake-b-i",
                                                         "art_2__point_b__point_ii offence.theft-of-a-lake-b-ii"));
  EXPECT_THAT(found.quotes(FactClass::Offence), ElementsAre("removing a lake", "draining a lake", "hiding a lake"));
}

TEST(Offences, have_words_though_a_slip_stands_before_them) {
  const Found found(R"(Article 2
Theft of a lake

Each Party shall establish as criminal offences the following conduct:

(a) ;removing a lake;

(b) ;

(c) hiding a lake.
)");
  EXPECT_THAT(found.quotes(FactClass::Offence), ElementsAre("removing a lake", "hiding a lake"));
}

TEST(Offences, are_none_where_offences_are_only_spoken_of) {
  const Found found(R"(Article 1
Trade in boats

1. Each Party shall make these offences punishable by appropriate penalties.

2. The Parties shall cooperate on the offences established in accordance with article 2.
)");
  EXPECT_THAT(found.all(FactClass::Offence), IsEmpty());
  EXPECT_THAT(found.obligations(), ElementsAre("art_1__para_1 shall", "art_1__para_2 shall"));
}

TEST(Offences, are_what_is_subject_to_criminal_sanctions_and_no_condition_of_jurisdiction) {
  const Found found(R"(Article 1
Boats

1. Parties shall take measures to ensure that throwing a boat at another is subject to criminal or other sanctions.

2. Parties shall take measures to ensure that their jurisdiction does not rest on the condition that the acts are
criminalised where they were committed.

3. Parties shall ensure that the competent authorities are granted the power to order a boatman ashore.
)");
  EXPECT_THAT(found.all(FactClass::Offence), ElementsAre("art_1__para_1 offence.boats"));
  EXPECT_THAT(found.all(FactClass::Power), ElementsAre("art_1__para_3 power.boats"));
}

TEST(Powers, are_what_authorities_are_empowered_to_do) {
  const Found found(R"(Article 1
Search of boats

1. Each Party shall empower its competent authorities to search boats.

2. Each Party shall empower its competent authorities to order:

(a) a boatman to submit his logbook;

(b) a harbour to submit its register.
)");
  EXPECT_THAT(found.all(FactClass::Power),
              ElementsAre("art_1__para_1 power.search-of-boats-1", "art_1__para_2__point_a power.search-of-boats-2-a",
                          "art_1__para_2__point_b power.search-of-boats-2-b"));
}

TEST(Safeguards, are_told_from_what_bars_them) {
  const Found found(R"(Article 1
Safeguards

1. Powers shall incorporate the principle of proportionality.

2. Assistance may be refused if it would harm a lake.

3. Assistance may not be refused if the lake is dry.

4. Dual criminality shall not be required as a condition of dual criminality.

5. Sanctions shall be effective, proportionate and dissuasive.

Article 2
More

Assistance may be refused where the lake is small.
)");
  EXPECT_THAT(
      found.all(FactClass::Safeguard),
      ElementsAre("art_1__para_1 safeguard.proportionality", "art_1__para_2 safeguard.refusal-grounds-art_1__para_2",
                  "art_1__para_5 safeguard.proportionate-sanctions", "art_2 safeguard.refusal-grounds-art_2"));
}

TEST(Safeguards, of_persons_are_known_by_what_charters_of_rights_say) {
  const Found found(R"(Article 1
Liberty of sailors

1. No sailor may be deprived of his or her liberty except on such grounds as the law sets. Nobody shall be arbitrarily
arrested.

2. A sailor who is arrested shall be informed, at the time, of the reasons for his or her arrest and shall be brought
promptly before a judge.

3. A sailor shall be treated with humanity. No sailor shall be subjected to torture.

Article 2
Hearings

1. Sailors are entitled to a fair and public hearing by an independent and impartial tribunal.

2. A sailor shall not be compelled to testify against himself or herself, and may remain silent or speak: nobody denies
the right to remain silent.

3. A conviction may be reviewed by a higher tribunal. No sailor shall be tried again who has already been finally
acquitted.

Article 3
Limits

1. The freedom to sail may be subject to restrictions that are prescribed by law and are necessary for safety.

2. No sailor shall be expelled to a lake where there are substantial grounds for believing that it is dry.

Article 4
Ships

A surgeon may be on board such ships. Sailors who allege that they were subjected to torture are heard.
)");
  EXPECT_THAT(found.kinds(FactClass::Safeguard),
              ElementsAre("art_1__para_1 rights-of-the-person", "art_1__para_2 rights-of-the-person",
                          "art_1__para_3 rights-of-the-person", "art_2__para_1 rights-of-the-person",
                          "art_2__para_2 rights-of-the-person", "art_2__para_3 effective-remedy",
                          "art_2__para_3 ne-bis-in-idem", "art_3__para_1 necessity", "art_3__para_2 non-refoulement"));
  EXPECT_THAT(found.all(FactClass::Power), IsEmpty());
}

TEST(Obligations, are_the_modality_of_the_main_clause) {
  const Found found(R"(Article 1
Duties

1. Each Party shall take such measures as may be necessary.

2. Each Party shall, where appropriate and within its means, endeavour to fill lakes.

3. Nothing in this Convention shall entitle a Party to drain a lake.

4. A person who may swim may also float.

5. Parties shall also consider meeting.

6. A Party may not refuse.

7. Lakes are wet.
)");
  EXPECT_THAT(found.obligations(),
              ElementsAre("art_1__para_1 shall", "art_1__para_2 shall_endeavour", "art_1__para_3 shall_not",
                          "art_1__para_4 may", "art_1__para_5 shall_consider", "art_1__para_6 may_not"));
}

TEST(TreatyRecords, hold_what_provisions_do_with_the_words) {
  const auto document = treaty(R"(Article 2
Theft of a lake

Each Party shall consider adopting measures to establish as a criminal offence, when committed intentionally and without
right, the removal of a lake.
)");
  const auto records = records_of(document, find_references(document), "lakes", InstrumentRegistry()).records;
  const auto offence = std::ranges::find(records.nodes, "lakes:offence.theft-of-a-lake", &NodeRecord::key);
  ASSERT_NE(offence, records.nodes.end());
  const auto said = [&](const Properties& properties, std::string_view name) {
    const auto* value = find_property(properties, name);
    const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
    return text != nullptr ? *text : "nothing";
  };
  EXPECT_EQ(said(offence->properties, "obligation"), "shall_consider");
  EXPECT_EQ(said(offence->properties, "mental_element"), "intent; without right");
  EXPECT_EQ(said(offence->properties, "basis"), "extracted");
  const auto establishes = std::ranges::find(records.relationships, "ESTABLISHES", &RelationshipRecord::type);
  ASSERT_NE(establishes, records.relationships.end());
  EXPECT_EQ(establishes->from, "lakes:art_2");
  EXPECT_THAT(said(establishes->properties, "quote"), HasSubstr("the removal of a lake"));
  const auto article = std::ranges::find(records.nodes, "lakes:art_2", &NodeRecord::key);
  EXPECT_EQ(said(article->properties, "obligation"), "shall_consider");
  EXPECT_EQ(said(article->properties, "obligation_quote"), "shall consider");
}

}  // namespace
}  // namespace treatygraph::ingest
