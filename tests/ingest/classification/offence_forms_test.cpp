// The forms in which conventions on crime say that conduct is an offence, that a court may order something, and what
// must be done: invented sentences of each.

#include <gmock/gmock.h>

#include "tests/ingest/classification/found_facts.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> offences_in(const std::string& paragraphs) {
  std::vector<std::string> eids;
  for (const auto& line : Found("Article 1\n\n" + paragraphs).all(FactClass::Offence)) {
    eids.push_back(line.substr(0, line.find(' ')));
  }
  return eids;
}

TEST(OffenceForms, of_those_who_stand_in_a_list_are_one_each) {
  EXPECT_THAT(offences_in(R"(1. Any person also commits an offence who:

(a) helps another to drain a lake; or

(b) organizes others to do so.

2. It shall be an offence for any person to sell the water of a lake.
)"),
              ElementsAre("art_1__para_1__point_a", "art_1__para_1__point_b", "art_1__para_2"));
}

TEST(OffenceForms, also_committed_by_who_attempts_helps_or_organizes) {
  EXPECT_THAT(
      offences_in(
          R"(1. Any person commits an offence within the meaning of this Treaty if that person unlawfully and intentionally:

(a) drains a lake;

(b) poisons one.

2. Any person also commits an offence if that person attempts to commit an offence as set forth in paragraph 1.

3. Any person also commits an offence if he or she:

(a) helps another to drain a lake; or

(b) organizes others to do so.

4. Any person commits an offence who sells the water of a lake.
)"),
      ElementsAre("art_1__para_1__point_a", "art_1__para_1__point_b", "art_1__para_2", "art_1__para_3__point_a",
                  "art_1__para_3__point_b", "art_1__para_4"));
}

TEST(OffenceForms, said_after_the_list_of_the_conduct) {
  EXPECT_THAT(offences_in(R"(1. Any person who:

(a) attempts to drain a lake; or

(b) helps another to drain one,

likewise commits an offence for the purposes of this Treaty.

2. The intentional commission of:

(a) a theft of a boat;

(b) a threat to steal one,

shall be made by each State Party a crime under its internal law.
)"),
              ElementsAre("art_1__para_1__point_a", "art_1__para_1__point_b", "art_1__para_2__point_a",
                          "art_1__para_2__point_b"));
}

TEST(OffenceForms, established_with_the_conduct_before_as_an_offence) {
  EXPECT_THAT(
      offences_in(
          R"(1. Each Party shall take the measures that are needed to establish training for draining, as defined in paragraph 2, when committed unlawfully and intentionally, as a criminal offence under its domestic law.

2. "Training" means instruction.

3. Each Party shall establish the draining of lakes as an offence.
)"),
      ElementsAre("art_1__para_1", "art_1__para_3"));
}

TEST(OffenceForms, are_not_those_that_only_speak_of_offences) {
  EXPECT_THAT(
      offences_in(
          R"(1. Where a person who commits an offence set forth in article 3 is present, the Party may extradite that person.

2. Each Party shall make the offences set forth in article 3 punishable by appropriate penalties.

3. Each Party shall establish its jurisdiction over what it regards as an offence at sea.

4. An offence established by a Party as a criminal offence under its law is extraditable.
)"),
      IsEmpty());
}

TEST(Powers, of_courts_are_to_order_issue_and_grant) {
  const Found found(R"(Article 1

1. The Court may order a party to present a map that lies in its control.

2. At the request of a party, the Court may, even before a case begins, order measures that preserve a lake.

3. A judge may issue a warrant of arrest.

4. The judicial authorities shall have the authority to order a person to stop draining.

5. The return of a boat may be ordered by the competent court.

6. The Tribunal may not order a Party to pay for tears, and a party may request the Court to sit.
)");
  EXPECT_THAT(found.kinds(FactClass::Power),
              ElementsAre("art_1__para_1 procedural", "art_1__para_2 procedural", "art_1__para_3 procedural",
                          "art_1__para_4 procedural", "art_1__para_5 procedural"));
}

TEST(Obligations, are_read_off_the_main_clause) {
  const Found found(R"(Article 1

1. Where a Party may refuse a map, it shall say why.

2. If, under its law, a Party may not lend a map, it shall copy it.

3. A Party whose boats may be searched shall be told.

4. When a request, which shall be in writing, is made, the Party may grant it.

5. Unless article 2 says otherwise, no Party may drain a lake.

6. Where a lake is threatened, the States around it, after asking their neighbours, may close it.

7. Lakes to which this article applies shall be named.
)");
  EXPECT_THAT(found.obligations(),
              ElementsAre("art_1__para_1 shall", "art_1__para_2 shall", "art_1__para_3 shall", "art_1__para_4 may",
                          "art_1__para_5 may_not", "art_1__para_6 may", "art_1__para_7 shall"));
}

TEST(Definitions, of_means_that_are_used_are_none) {
  const Document document = treaty(R"(Article 1

For the purposes of this Treaty, "harm" means:

(a) draining lakes, by whatever means, that are clear;

(b) taking boats by any means, including by stealth;

(c) means of transport that harm all.

Article 2

Each Party shall by all appropriate means tell others, regardless of the means by which they hear.
)");
  const auto found = classify(document, OwnWords(document.structure));
  std::vector<std::string> terms;
  for (const auto& term : found.terms) terms.push_back(document.structure[term.provision].eid.to_string());
  EXPECT_THAT(terms, ElementsAre("art_1"));
}

}  // namespace
}  // namespace treatygraph::ingest
