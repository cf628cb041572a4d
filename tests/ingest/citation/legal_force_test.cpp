// The legal force of citations: each phrase of each language by its examples, and what follows a citation.

#include <array>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "graph/vocabulary.h"
#include "ingest/citation/citation.h"
#include "ingest/citation/citation_mode.h"
#include "ingest/citation/force_words.h"
#include "ingest/citation/instrument_names.h"
#include "ingest/citation/lexicon.h"
#include "ingest/languages/language_files.h"
#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

class Modes : public ::testing::TestWithParam<Case> {};

TEST_P(Modes, follow_the_words_that_lead_in) {
  const std::string words = GetParam().words;
  const auto start = words.find('[');
  const auto end = words.find(']');
  std::vector<Citation> citations(1);
  citations[0].start = start;
  citations[0].end = end + 1;
  const auto forces = legal_forces(words, 0, citations);
  ASSERT_EQ(forces.size(), 1U) << words;
  EXPECT_EQ(forces[0].mode, GetParam().meaning) << words;
}

INSTANTIATE_TEST_SUITE_P(
    LeadIns, Modes,
    ::testing::Values(Case{"subject to [article 5]", "subject_to"},
                      Case{"Notwithstanding the provisions of [article 5]", "notwithstanding"},
                      Case{"without prejudice to the provisions of [article 5]", "without_prejudice"},
                      Case{"without prejudice to the application of [article 5]", "without_prejudice"},
                      Case{"pursuant to [article 5]", "in_accordance_with"},
                      Case{"as required under [article 5]", "in_accordance_with"},
                      Case{"as defined in [article 5]", "defined_in"},
                      Case{"except as provided in [article 5]", "except"},
                      Case{"the right not to apply [article 5]", "applies_to"},
                      Case{"the provisions of [article 5] shall apply", "applies_to"},
                      Case{"the measures referred to in [article 5] shall apply", "refers_to"},
                      Case{"the guidelines set out in [article 5]", "refers_to"},
                      Case{"taking into account [article 5]", "refers_to"},
                      Case{"subject to the procedures provided for in [section 2]", "refers_to"},
                      Case{"except as otherwise specifically provided in [article 5]", "except"},
                      Case{"except where otherwise provided under [article 5]", "except"},
                      Case{"unless otherwise specified in [article 5]", "except"},
                      Case{"in conformity with the requirements of [article 5]", "in_accordance_with"},
                      Case{"under either [article 5]", "in_accordance_with"},
                      Case{"in accordance with the above [Articles 5]", "in_accordance_with"},
                      Case{"pursuant to the provisions of the treaty or of [article 5]", "in_accordance_with"},
                      Case{"within the meaning of [article 5]", "defined_in"},
                      Case{"not to apply, in whole or in part, [article 5]", "applies_to"},
                      Case{"[paragraph 2] does not apply", "applies_to"},
                      Case{"parties; [article 30, paragraph 4], applies", "applies_to"},
                      Case{"to which [this article] applies", "applies_to"},
                      Case{"the provisions of [Article 7], as the case may be, shall apply", "applies_to"},
                      Case{"rules, [paragraph 2] applying equally", "applies_to"},
                      Case{"duties imposed in terms of [Article 5]", "in_accordance_with"},
                      Case{"under the terms of [Article 5]", "in_accordance_with"},
                      Case{"Notwithstanding anything contained in [this Article]", "notwithstanding"},
                      Case{"Nothwithstanding the provisions of [paragraph 1]", "notwithstanding"},
                      Case{"the provisions of [Article 7], as the\ncase may be,\nshall apply", "applies_to"},
                      Case{"in full compliance with [article 5]", "in_accordance_with"},
                      Case{"Notwithstanding the preceding provisions of [this Article]", "notwithstanding"}));

/// The modes of all citations in the words, in reading order.
std::string modes_in(std::string_view words) {
  const auto citations = find_citations(words, 0, words.size(), InstrumentNames("this Treaty"));
  std::vector<std::string_view> modes;
  for (const auto& force : legal_forces(words, 0, citations)) modes.push_back(force.mode);
  return fmt::format("{}", fmt::join(modes, " "));
}

/// Of each citation that is said to apply or to be applied to: which of the two applies.
std::string applying_in(std::string_view words) {
  const auto citations = find_citations(words, 0, words.size(), InstrumentNames("this Treaty"));
  std::vector<std::string_view> applying;
  for (const auto& force : legal_forces(words, 0, citations)) {
    if (force.mode == kAppliesTo) applying.push_back(force.cited_applies ? kAppliedCited : kAppliedCiting);
  }
  return fmt::format("{}", fmt::join(applying, " "));
}

/// Of each citation that something is in accordance with: whether that only says which thing is meant.
std::string described_in(std::string_view words) {
  const auto citations = find_citations(words, 0, words.size(), InstrumentNames("this Treaty"));
  std::vector<std::string_view> described;
  for (const auto& force : legal_forces(words, 0, citations)) {
    if (force.mode == "in_accordance_with") described.emplace_back(force.describes ? "describes" : "binds");
  }
  return fmt::format("{}", fmt::join(described, " "));
}

TEST(LegalForce, tell_a_description_from_a_duty) {
  EXPECT_EQ(described_in("It applies to the offences established in accordance with articles 2 to 11."), "describes");
  EXPECT_EQ(described_in("It applies to the offences that are established in accordance with articles 2 and 3."),
            "describes");
  EXPECT_EQ(described_in("They shall be established in accordance with article 2."), "binds");
  EXPECT_EQ(described_in("A Party may disclose data preserved pursuant to article 29."), "describes");
  EXPECT_EQ(described_in("A Party may disclose data preserved under the provisions of article 29."), "describes");
  EXPECT_EQ(described_in("It may seek data that has been preserved pursuant to article 29."), "describes");
  EXPECT_EQ(described_in("It concerns data that is to be preserved under article 16."), "describes");
  EXPECT_EQ(described_in("The data shall be promptly preserved pursuant to article 29."), "binds");
  EXPECT_EQ(described_in("Measures may be prescribed, modified or revoked under article 29."), "binds");
  EXPECT_EQ(described_in("It respects the measures adopted and applied in accordance with article 29."), "describes");
  EXPECT_EQ(described_in("It shall fulfil its obligations under article 19."), "binds");
  EXPECT_EQ(described_in("A Party shall respond in accordance with article 4."), "binds");
  EXPECT_EQ(described_in("The costs of a request for co-operation by that Party under article 4 are shared."),
            "describes");
  EXPECT_EQ(described_in("The measures taken under article 5 are reported."), "describes");
  EXPECT_EQ(described_in("Measures under this paragraph shall be taken in accordance with article 5."), "binds binds");
  EXPECT_EQ(described_in("Where it proceeds under article 5, it reports."), "binds");
}

TEST(LegalForce, of_what_somebody_did_is_a_description_whoever_did_it) {
  EXPECT_EQ(described_in("Property confiscated by a State Party pursuant to article 31 or 55 shall be returned."),
            "describes");
  EXPECT_EQ(described_in("The measures taken by the competent authorities under article 5 are reported."), "describes");
  EXPECT_EQ(described_in("Decisions adopted by the Conference of the Parties in accordance with article 9 are public."),
            "describes");
  EXPECT_EQ(described_in("It informs of a person who was detained by another State under article 7."), "describes");
  EXPECT_EQ(described_in("Property shall be confiscated by the State Party pursuant to article 31."), "binds");
  EXPECT_EQ(described_in("A decision is taken by the Committee under article 5."), "binds");
  EXPECT_EQ(described_in("The costs incurred by it shall be borne by the Party under article 8."), "binds");
}

TEST(LegalForce, of_acts_side_by_side_are_alike) {
  EXPECT_EQ(
      described_in("Before refusing a request pursuant to paragraph 21 of this article or postponing its execution "
                   "pursuant to paragraph 25 of this article, the Party shall consult."),
      "describes describes");
  EXPECT_EQ(
      described_in("After considering the requests made under article 4 and hearing the Parties under article 5, it "
                   "decides."),
      "describes describes");
  EXPECT_EQ(described_in("It acts in accordance with article 4 or postponing the measure under article 5."),
            "binds binds");
  EXPECT_EQ(described_in("It answers requests made under article 4, and shall report under article 5."),
            "describes binds");
  EXPECT_EQ(described_in("It answers requests made under article 4 and according to its duty under article 5."),
            "describes binds");
}

TEST(LegalForce, tell_what_applies_from_what_it_applies_to) {
  EXPECT_EQ(applying_in("The conditions of this article shall apply to chapter V."), "cited citing");
  EXPECT_EQ(applying_in("Paragraphs 8 to 31 shall apply to requests."), "cited");
  EXPECT_EQ(applying_in("Articles 40 and 41 shall apply mutatis mutandis."), "cited");
  EXPECT_EQ(applying_in("A Party may decide not to apply article 3."), "cited");
  EXPECT_EQ(applying_in("That treaty shall apply unless the Parties agree to apply article 9 instead."), "cited");
  EXPECT_EQ(applying_in("This rule shall also apply to article 7."), "citing");
}

TEST(ModesOfLists, come_from_the_words_before_or_after_the_whole_list) {
  EXPECT_EQ(modes_in("Subject to paragraphs 1 and 2 and article 5, it"), "subject_to subject_to");
  EXPECT_EQ(modes_in("Except as provided in paragraph 1 or in article 5, it"), "except except");
  EXPECT_EQ(modes_in("Under paragraph 1, as well\nas article 5, it"), "in_accordance_with in_accordance_with");
  EXPECT_EQ(modes_in("Notwithstanding paragraph 1, article 5 shall apply"), "notwithstanding applies_to");
  EXPECT_EQ(
      modes_in("The provisions of Article 5 (Duties), Article 7 (Taxes) and Article 9 (Aid) of this Treaty apply"),
      "applies_to applies_to applies_to");
}

/// Each phrase of a table of legal force, by the examples that it shows.
void expect_forces(const ForceTable& table, const Words& language) {
  const InstrumentNames names("", {}, {}, language);
  for (const auto& phrase : table.phrases) {
    for (const auto& [words, mode] : phrase.examples) {
      const auto citations = find_citations(words, 0, words.size(), names);
      ASSERT_FALSE(citations.empty()) << words;
      EXPECT_EQ(legal_forces(words, 0, citations, language).front().mode, mode) << words;
    }
  }
}

TEST(LegalForce, of_each_phrase_is_as_its_table_says) {
  for (const auto code : kLanguages) expect_forces(*force_of_language(code), *words_of_language(code));
}

struct Force {
  const char* words;
  const char* mode;
};

TEST(LegalForce, is_read_in_other_languages_from_what_follows) {
  const auto expect = [](std::span<const Force> forces, const Words& language) {
    const InstrumentNames names("", {}, {}, language);
    for (const auto& [words, mode] : forces) {
      const std::string_view text = words;
      const auto citations = find_citations(text, 0, text.size(), names);
      ASSERT_FALSE(citations.empty()) << words;
      EXPECT_EQ(legal_forces(text, 0, citations, language).front().mode, mode) << words;
    }
  };
  constexpr auto french = std::to_array<Force>({
      {"les articles 4 à 7 s'appliquent mutatis mutandis aux bacs", "applies_to"},
      {"Les paragraphes 1 et 2 ne sont pas applicables", "applies_to"},
      {"les obligations énoncées à l'article 5", "refers_to"},
      {"selon les modalités fixées à l'article 5", "refers_to"},
  });
  constexpr auto spanish = std::to_array<Force>({
      {"los artículos 3 a 6 se aplicarán, mutatis mutandis, a las boyas", "applies_to"},
      {"el párrafo 1 no será aplicable", "applies_to"},
      {"los casos previstos en el artículo 8", "refers_to"},
      {"según lo previsto en el artículo 5", "in_accordance_with"},
  });
  expect(french, *words_of_language("fr"));
  expect(spanish, *words_of_language("es"));
}

}  // namespace
}  // namespace treatygraph::ingest
