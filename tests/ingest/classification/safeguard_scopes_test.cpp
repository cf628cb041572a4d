// How far safeguards reach, by what their sentences are about: invented treaties against the theft of lakes.

#include <gmock/gmock.h>

#include "ingest/build/treaty_records.h"
#include "tests/ingest/classification/invented_treaty.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

GraphRecords records(const std::string& text) {
  const auto document = treaty(text);
  return records_of(document, find_references(document), "lakes", InstrumentRegistry()).records;
}

std::string said(const Properties& properties, std::string_view name) {
  const auto* value = find_property(properties, name);
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
  return text != nullptr ? *text : "";
}

/// "safeguard.x -> power.y (high): the words" of each CONDITIONS; without a colon where no words are quoted.
std::vector<std::string> scopes(const std::string& text) {
  std::vector<std::string> lines;
  const auto local = [](const std::string& key) { return key.starts_with("lakes:") ? key.substr(6) : key; };
  for (const auto& r : records(text).relationships) {
    if (r.type != "CONDITIONS") continue;
    const auto quote = said(r.properties, "quote");
    lines.push_back(local(r.from) + " -> " + local(r.to) + " (" + said(r.properties, "confidence") + ")" +
                    (quote.empty() ? "" : ": " + quote));
  }
  return lines;
}

/// Two powers and an offence, so that a scope has something to be blown up to.
const std::string kLakes = R"(Article 1
Theft of a lake

Each Party shall establish as a criminal offence the removal of a lake.

Article 2
Search

1. Each Party shall empower its competent authorities to search boats.

2. Each Party shall empower its competent authorities to seize boats.

)";

TEST(Scopes, of_the_whole_treaty_are_stored_as_the_treaty) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Sovereignty

1. The Parties shall carry out their obligations under this Convention in a manner consistent with sovereign equality.

2. Nothing in this Convention entitles a Party to undertake in the territory of another Party the search of a boat.

3. Nothing contained in this Convention shall affect the principle that the description of offences is reserved to the
domestic law of a Party.
)"),
              UnorderedElementsAre(
                  "safeguard.sovereignty-art_3__para_1 -> treaty:lakes (high): obligations under this Convention",
                  "safeguard.sovereignty-art_3__para_2 -> treaty:lakes (high): Nothing in this Convention",
                  "safeguard.domestic-law -> treaty:lakes (high): Nothing contained in this Convention"));
}

TEST(Scopes, of_the_treaty_that_go_on_to_one_duty_are_that_duty) {
  EXPECT_THAT(scopes(R"(Article 5
Extradition

1. The Parties shall extradite thieves of lakes.

2. Nothing in this Convention shall be interpreted as imposing an obligation to extradite a person
on account of his or her religion.

3. The Parties shall not delay.

Article 6
Nets

Each Party shall empower its competent authorities to seize nets.
)"),
              ElementsAre("safeguard.non-discrimination -> art_5 (high): obligation to extradite"));
}

TEST(Scopes, of_a_division_are_stored_as_the_division) {
  const auto found = scopes(R"(CHAPTER I

MEASURES

Article 1
Search

Each Party shall empower its competent authorities to search boats.

Article 2
Safeguards

1. Each Party shall ensure that the application of the powers and procedures provided for in this Chapter incorporates
the principle of proportionality.

2. In accordance with its law, such conditions shall include judicial or other independent supervision.

3. The conditions and safeguards established in accordance with this article shall apply, with respect for the rights of
third parties, to the powers and procedures set forth in this Chapter.

CHAPTER II

ASSISTANCE

Article 3
Nets

Each Party shall empower its competent authorities to seize nets.
)");
  EXPECT_THAT(found,
              UnorderedElementsAre(
                  "safeguard.proportionality -> chp_I (high): powers and procedures provided for in this Chapter",
                  "safeguard.independent-review -> chp_I (medium): powers and procedures provided for in this "
                  "Chapter",
                  "safeguard.third-parties -> chp_I (high): powers and procedures set forth in this Chapter"));
}

TEST(Scopes, are_the_provisions_that_the_sentence_is_about_with_what_they_state) {
  EXPECT_THAT(
      scopes(kLakes + R"(Article 3
Sanctions

1. The offences established in accordance with article 1 are punishable by effective, proportionate and dissuasive
sanctions.

2. Measures referred to in article 2, paragraph 1, shall protect the privacy of fishermen.
)"),
      UnorderedElementsAre(
          "safeguard.proportionate-sanctions -> art_1 (high): offences established in accordance with article 1",
          "safeguard.proportionate-sanctions -> offence.theft-of-a-lake (high): offences established in "
          "accordance with article 1",
          "safeguard.data-protection -> art_2__para_1 (high): Measures referred to in article 2, paragraph 1",
          "safeguard.data-protection -> power.search-1 (high): Measures referred to in article 2, paragraph 1"));
}

TEST(Scopes, are_not_what_a_sentence_excepts_keeps_or_follows) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Refusal

1. In respect of offences other than those established in accordance with article 1, a Party may refuse assistance if it
would harm a lake.

2. Without prejudice to article 2, the courts shall respect the principle of proportionality.

3. In accordance with article 2, the courts shall protect the privacy of fishermen.
)"),
              UnorderedElementsAre("safeguard.refusal-grounds -> art_3__para_1 (low)",
                                   "safeguard.proportionality -> art_3__para_2 (low)",
                                   "safeguard.data-protection -> art_3__para_3 (low)"));
}

TEST(Scopes, are_not_the_treaty_that_a_duty_follows) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Courts

1. The courts shall, consistent with their obligations under this Convention, respect the principle of proportionality.

2. If a solution on the basis of respect for human rights as recognized in this Convention is found, it shall be told.
)"),
              UnorderedElementsAre("safeguard.proportionality -> art_3__para_1 (low)",
                                   "safeguard.human-rights -> art_3__para_2 (low)"));
}

TEST(Scopes, are_the_treaty_whose_rights_are_meant) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Rights

1. Everyone whose rights set forth in this Convention are violated shall have an effective remedy.

2. The Parties shall ensure to everyone the rights recognized in this Convention without discrimination as to race.
)"),
              UnorderedElementsAre(
                  "safeguard.effective-remedy -> treaty:lakes (high): rights set forth in this Convention",
                  "safeguard.non-discrimination -> treaty:lakes (high): ensure to everyone the rights recognized in "
                  "this Convention"));
}

TEST(Scopes, are_what_is_named_by_number_before_this_article) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Requests

1. Each Party shall ensure that requests under this article and the measures referred to in article 2, paragraph 1, respect
the principle of proportionality.
)"),
              Contains(HasSubstr("safeguard.proportionality -> art_2__para_1 (high)")));
}

TEST(Scopes, are_conduct_as_another_provision_defines_it) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Reservations

A Party may reserve the right not to punish conduct as defined in article 1, provided that other effective remedies are
available.
)"),
              Contains("safeguard.effective-remedy -> art_1 (high): conduct as defined in article 1"));
}

TEST(Scopes, are_said_above_a_list_that_was_not_broken_into_points) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Exceptions

Derogation from article 2 shall be allowed where it is necessary for: a.protecting lakes; b.respect for the freedom of
fishermen.
)"),
              ElementsAre("safeguard.human-rights -> art_2 (high): Derogation from article 2"));
}

TEST(Scopes, are_this_article_and_not_what_it_cites) {
  EXPECT_THAT(scopes(R"(Article 1
Theft of a lake

1. Each Party shall establish as a criminal offence the removal of a lake.

2. This article shall not be interpreted as imposing criminal liability where no offence referred to in article 2 is meant.

Article 2
Theft of a pond

Each Party shall establish as a criminal offence the removal of a pond.
)"),
              ElementsAre("safeguard.good-faith-exclusion -> art_1 (high): This article"));
}

TEST(Scopes, are_not_named_by_words_that_only_say_which_treaty_is_meant) {
  const auto found = scopes(kLakes + R"(Article 3
Proceedings

1. Each Party shall make offences established in accordance with this Convention liable to sanctions that take into account
the gravity of the offence.

2. Each Party shall empower its competent authorities to return boats, when acting on a request made under this
Convention, taking into account the rights of third parties.
)");
  EXPECT_THAT(found, UnorderedElementsAre("safeguard.proportionate-sanctions -> art_3__para_1 (low)",
                                          "safeguard.third-parties -> art_3__para_2 (medium)",
                                          "safeguard.third-parties -> power.proceedings (medium)"));
}

TEST(Scopes, are_the_power_of_the_paragraph_even_where_it_names_the_offences_that_call_for_it) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Custody

1. Each Party shall empower its competent authorities to arrest a person suspected of an offence referred to in article 1
only for such time as is necessary.
)"),
              UnorderedElementsAre("safeguard.limited-scope-and-duration -> art_3__para_1 (medium)",
                                   "safeguard.limited-scope-and-duration -> power.custody (medium)"));
}

TEST(Scopes, follow_what_the_sentence_points_back_to) {
  EXPECT_THAT(scopes(R"(Article 1
Lakes

1. A Party may forward information on lakes.

2. Before providing such information, the Party may ask that it be kept confidential.

3. A Party may refuse assistance under paragraph 1. Such assistance may be refused if a lake is small.

4. Freedom of fishing may be subject only to such limitations as are prescribed by law and are necessary.

5. The Parties shall buy nets and use such nets in accordance with the principle of proportionality.
)"),
              UnorderedElementsAre("safeguard.confidentiality -> art_1__para_1 (medium): such information",
                                   "safeguard.refusal-grounds -> art_1__para_1 (medium): assistance under paragraph 1",
                                   "safeguard.necessity -> art_1__para_4 (low)",
                                   "safeguard.proportionality -> art_1__para_5 (low)"));
}

TEST(Scopes, of_a_paragraph_that_only_limits_are_what_its_article_is_about) {
  EXPECT_THAT(
      scopes(R"(Article 1
Mutual legal assistance

1. The Parties shall afford one another mutual legal assistance.

2. Mutual legal assistance may be refused: if a lake is small.

3. Reasons shall be given for any refusal of mutual legal assistance.

4. The requesting Party may ask the requested Party to keep confidential what it knows.

5. A fisherman may be heard only with his or her informed consent.
)"),
      UnorderedElementsAre(
          "safeguard.refusal-grounds -> art_1 (medium): Mutual legal assistance",
          "safeguard.refusal-grounds -> power.mutual-legal-assistance (medium): Mutual legal assistance",
          "safeguard.reasons-given -> art_1 (medium): refusal of mutual legal assistance",
          "safeguard.reasons-given -> power.mutual-legal-assistance (medium): refusal of mutual legal assistance",
          "safeguard.confidentiality -> art_1 (medium): requesting Party",
          "safeguard.confidentiality -> power.mutual-legal-assistance (medium): requesting Party",
          "safeguard.consent -> art_1__para_5 (low)"));
}

TEST(Scopes, of_an_article_on_cooperation_are_its_duty_and_not_a_power_over_persons) {
  EXPECT_THAT(scopes(R"(Article 1
Extradition

1. Each Party shall empower its competent authorities to arrest thieves of lakes.

2. Extradition shall be subject to conditions, including the grounds on which a Party may refuse extradition.
)"),
              ElementsAre("safeguard.refusal-grounds -> art_1 (medium): Extradition"));
}

TEST(Scopes, of_a_paragraph_that_narrows_the_offence_of_its_article_are_that_offence) {
  EXPECT_THAT(
      scopes(R"(Article 1
Theft of a lake

1. Each Party shall establish as a criminal offence the removal of a lake.

2. A Party may require that the offence be committed at night.

3. A Party may require an intent to defraud before criminal liability attaches.
)"),
      UnorderedElementsAre(
          "safeguard.permitted-narrowing-art_1__para_2 -> art_1 (medium): the offence",
          "safeguard.permitted-narrowing-art_1__para_2 -> offence.theft-of-a-lake (medium): the offence",
          "safeguard.permitted-narrowing-art_1__para_3 -> art_1 (medium): criminal liability",
          "safeguard.permitted-narrowing-art_1__para_3 -> offence.theft-of-a-lake (medium): criminal liability"));
}

TEST(Scopes, of_a_point_that_is_a_condition_are_what_its_list_is_about) {
  EXPECT_THAT(scopes(R"(Article 1
Fishermen

1. A fisherman may be moved if the following conditions are met:

(a) The fisherman freely gives his or her informed consent;

(b) The Parties agree.

2. Measures may include:

(a) Publishing reports with due regard for the protection of personal data;

(b) Other measures.

3. The Parties shall:

(a) Protect fishermen;

(b) Assist such fishermen in accordance with the principle of proportionality.
)"),
              UnorderedElementsAre("safeguard.consent -> art_1__para_1 (low)",
                                   "safeguard.data-protection -> art_1__para_2__point_a (low)",
                                   "safeguard.proportionality -> art_1__para_3__point_b (low)"));
}

TEST(Scopes, are_read_where_the_source_has_run_sentences_together) {
  EXPECT_THAT(scopes(kLakes + R"(Article 3
Custody

Offences referred to in article 1 are grave.The courts shall respect the principle of proportionality.Offences established
in accordance with article 1 are rare.
)"),
              ElementsAre("safeguard.proportionality -> art_3 (low)"));
}

TEST(Scopes, hold_for_what_is_said_to_be_subject_to_the_safeguards) {
  EXPECT_THAT(scopes(R"(Article 1
Safeguards

Courts shall respect the principle of proportionality.

Article 2
Search

1. Each Party shall empower its competent authorities to search boats.

2. The powers and procedures referred to in this article shall be subject to article 1.

Article 3
Seizure

1. Each Party shall empower its competent authorities to seize boats.

2. Subject to article 1, a Party may sink boats.

3. Nets shall not be subject to article 1.

4. Nothing in paragraph 1 is subject to article 1.
)"),
              UnorderedElementsAre("safeguard.proportionality -> art_2 (high): article 1",
                                   "safeguard.proportionality -> art_1 (low)"));
}

TEST(Scopes, hold_for_what_the_safeguards_are_said_to_apply_to) {
  const auto found = scopes(R"(CHAPTER I

MEASURES

Article 1
Safeguards

1. The powers and procedures provided for in this Chapter shall incorporate the principle of proportionality.

2. The conditions and safeguards established in accordance with this article shall apply to chapter II.

3. The rules of this article shall apply to chapter III.

CHAPTER II

ASSISTANCE

Article 2
Nets

Each Party shall empower its competent authorities to seize nets.

CHAPTER III

BOATS

Article 3
Boats

Each Party shall empower its competent authorities to seize boats.
)");
  EXPECT_THAT(found,
              UnorderedElementsAre(
                  "safeguard.proportionality -> chp_I (high): powers and procedures provided for in this Chapter",
                  "safeguard.proportionality -> chp_II (high): chapter II"));
}

TEST(Scopes, leave_out_what_lies_in_a_wider_one) {
  EXPECT_THAT(
      scopes(R"(Article 1
Safeguards

The powers and procedures provided for in this Convention shall incorporate the principle of proportionality.

Article 2
Search

1. Each Party shall empower its competent authorities to search boats.

2. The powers referred to in this article shall be subject to article 1.
)"),
      ElementsAre("safeguard.proportionality -> treaty:lakes (high): powers and procedures provided for in this "
                  "Convention"));
}

}  // namespace
}  // namespace treatygraph::ingest
