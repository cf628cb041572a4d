// The grammar of citations, and the force of the words that lead in.

#include "ingest/citation.h"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "ingest/citation_mode.h"

namespace treatygraph::ingest {
namespace {

/// "Here:para_1-3|point_a+para_2 [the Charter]": base, steps of each provision, range and instrument.
std::string read(std::string_view words) {
  const InstrumentNames names("this Convention and this Convention");
  std::vector<std::string> all;
  for (const auto& citation : find_citations(words, 0, words.size(), names)) {
    std::vector<std::string> provisions;
    for (const auto& provision : citation.provisions) {
      auto text = Eid(provision.steps).to_string();
      if (!provision.range_end.empty()) text += ".." + provision.range_end;
      provisions.push_back(std::move(text));
    }
    std::string text = fmt::format("{}", fmt::join(provisions, " "));
    if (citation.is_kind_only) text = fmt::format("this {}", name_of(citation.of_kind));
    if (citation.base == Citation::Base::That) text += " of that";
    if (citation.base == Citation::Base::Preceding) text = fmt::format("preceding {}", citation.count);
    if (!citation.instrument.empty()) text += fmt::format(" [{}]", citation.instrument);
    if (citation.of_this_treaty) text += " !";
    all.push_back(std::move(text));
  }
  return fmt::format("{}", fmt::join(all, "; "));
}

struct Case {
  const char* words;
  const char* meaning;
};

class Citations : public ::testing::TestWithParam<Case> {};

TEST_P(Citations, mean_what_a_reader_takes_them_for) {
  EXPECT_EQ(read(GetParam().words), GetParam().meaning) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, Citations,
    ::testing::Values(
        Case{"in accordance with article 6", "art_6"}, Case{"articles 7 and 8 shall", "art_7 art_8"},
        Case{"articles 5, 6 and 7 within their competence", "art_5 art_6 art_7"}, Case{"articles 2 to 11", "art_2..11"},
        Case{"Articles 3 through 5, 7, and 9", "art_3..5 art_7 art_9"},
        Case{"article 7, paragraphs 4, 5 and 6, apply", "art_7__para_4 art_7__para_5 art_7__para_6"},
        Case{"article 1, paragraph 2(b)", "art_1__para_2__point_b"},
        Case{"article 23, paragraph 1 (b) (ii)", "art_23__para_1__point_b__point_ii"},
        Case{"article 24(2)", "art_24__para_2"}, Case{"article 8bis", "art_8bis"},
        Case{"articles 31, paragraph 1, and 54, paragraph 1 (a)", "art_31__para_1 art_54__para_1__point_a"},
        Case{"paragraphs 1 (a), (b) and 3", "para_1__point_a para_1__point_b para_3"},
        Case{"paragraphs 6 or 7", "para_6 para_7"}, Case{"paragraph 1.a", "para_1__point_a"},
        Case{"paragraph 1 a.ii of this article", "para_1__point_a__point_ii"},
        Case{"paragraph 2 of article 55 of this Convention", "art_55__para_2 !"},
        Case{"paragraph 2 of that article", "para_2 of that"},
        Case{"subparagraph (a) (i) of this paragraph", "point_a__point_i"},
        Case{"subparagraphs (a) and (b) above", "point_a point_b"},
        Case{"subparagraph (c) of paragraph 1", "para_1__point_c"}, Case{"this article", "this article"},
        Case{"the present Chapter", "this chapter"}, Case{"this Part", "this part"}, Case{"this part of the sea", ""},
        Case{"the preceding paragraph", "preceding 1"}, Case{"the two preceding articles", ""},
        Case{"Part XI", "part_XI"}, Case{"Annexes V, VII and VIII", "annex_V annex_VII annex_VIII"},
        Case{"Annex III, article 4, paragraph 4", "annex_III__art_4__para_4"},
        Case{"section 2 of Part III", "part_III__sec_2"}, Case{"article 23 of the Convention", "art_23 !"},
        Case{"Article 2 of the Charter of the United Nations", "art_2 [the Charter of the United Nations]"},
        Case{"article 5 and 30 days later", "art_5"}, Case{"articles 5 and 30 days later", "art_5"},
        Case{"the articles of this Convention", ""}, Case{"in the second paragraph", ""},
        Case{"under the Vienna Convention on the Law of Treaties and others",
             " [Vienna Convention on the Law of Treaties]"}));

TEST(Citations, of_hostile_text_take_no_time) {
  std::string lists = "articles 1";
  for (int i = 2; i < 20'000; ++i) lists += ", " + std::to_string(i % 1'000);
  EXPECT_FALSE(read(lists).empty());
  std::string nested = "article 1";
  for (int i = 0; i < 20'000; ++i) nested += " (a)";
  EXPECT_FALSE(read(nested).empty());
}

class Modes : public ::testing::TestWithParam<Case> {};

TEST_P(Modes, follow_the_words_that_lead_in) {
  const std::string words = GetParam().words;
  const auto start = words.find('[');
  const auto end = words.find(']');
  EXPECT_EQ(mode_of(words, 0, start, end + 1, std::string_view::npos, ""), GetParam().meaning) << words;
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
                      Case{"taking into account [article 5]", "refers_to"}));

}  // namespace
}  // namespace treatygraph::ingest
