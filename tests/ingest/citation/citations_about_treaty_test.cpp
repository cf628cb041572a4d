#include "ingest/citation/citations_about_treaty.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> cited(std::string_view words, std::string_view title) {
  std::vector<std::string> eids;
  for (const auto& citation : own_citations(words, title)) eids.push_back(citation.eid.to_string());
  return eids;
}

TEST(CitationsAboutTreaty, are_of_the_treaty_by_any_of_its_names) {
  constexpr auto* kTitle = "United Lakes Convention against Floods; Strengthening Cooperation for the Sharing of Boats";
  for (const auto* words : {"It reserves article 5 of the Convention.", "It reserves article 5.",
                            "It reserves article 5 of the United Lakes Convention against Floods."}) {
    EXPECT_THAT(cited(words, kTitle), ElementsAre("art_5")) << words;
  }
  EXPECT_THAT(cited("Article 4 of the United Nations Convention.", "United Nations Convention on Lakes"),
              ElementsAre("art_4"));
  EXPECT_THAT(cited("Article 6 of the Budapest Convention applies.", "Convention on Cybercrime"), ElementsAre("art_6"));
}

TEST(CitationsAboutTreaty, are_not_those_of_a_treaty_that_its_title_speaks_of) {
  EXPECT_THAT(cited("It objects to article 5 of the Convention on Lakes and accepts article 7 of the Protocol.",
                    "Optional Protocol to the Convention on Lakes on the sale of boats"),
              ElementsAre("art_7"));
}

TEST(CitationsAboutTreaty, of_a_range_are_of_each_provision_in_it) {
  constexpr auto* kTitle = "Convention on Lakes";
  EXPECT_THAT(cited("It reserves articles 5 to 7.", kTitle), ElementsAre("art_5", "art_6", "art_7"));
  EXPECT_THAT(cited("It reserves Articles III to VI of the Convention.", kTitle),
              ElementsAre("art_III", "art_IV", "art_V", "art_VI"));
  EXPECT_THAT(cited("It reserves article 5, points (b) to (d).", kTitle),
              ElementsAre("art_5__point_b", "art_5__point_c", "art_5__point_d"));
  EXPECT_THAT(cited("It reserves article 5, paragraph 1 (i) to (iii).", kTitle),
              ElementsAre("art_5__para_1__point_i", "art_5__para_1__point_ii", "art_5__para_1__point_iii"));
}

}  // namespace
}  // namespace treatygraph::ingest
