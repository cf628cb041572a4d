#include "queries/questions/cite.h"

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;

constexpr std::string_view kCitedTreaties = R"(
  treaty:uncc title="United Nations Convention against Cybercrime; Strengthening Cooperation" short_title="United Nations Convention against Cybercrime" adopted=2024-12-24 opened_for_signature=2025-10-25 symbol=A/RES/79/243
  uncc:art_24__para_2 text="As appropriate"
  uncc:chp_IV heading="Procedure"
  uncc:preamble text="Recalling"
  treaty:budapest title="CONVENTION ON CYBERCRIME" short_title="Budapest Convention on Cybercrime" aliases="Convention on Cybercrime;CETS 185" numbers="CETS 185" unts="I-40916, vol. 2296" year=2001
  budapest:art_15__para_1 text="Each Party"
  treaty:lakes title="Treaty of the Lakes" entry_into_force=1999-05-01 signed=1998-09
  lakes:art_1__point_a text="fish"
  treaty:ponds title="TREATY ON THE PONDS OF THE NORTH"
  ponds:art_3 text="ducks"
  treaty:uncc@2023-05 title="Zero draft" version_of=uncc date=2023-05 symbol=A/AC.291/22
  uncc@2023-05:art_24 text="x"
)";

class Cite : public ::testing::Test {
 protected:
  Citation of(std::string_view key) {
    const auto cited = cite(graph_, key, {});
    EXPECT_TRUE(cited) << (cited ? "" : cited.error().detail);
    return cited.value_or(Citation{});
  }
  Graph graph_ = graph_of(kCitedTreaties);
};

TEST_F(Cite, a_paragraph_as_OSCOLA_does) {
  EXPECT_EQ(of("uncc:art_24__para_2").oscola,
            "United Nations Convention against Cybercrime; Strengthening Cooperation (opened for signature 25 October "
            "2025) UN Doc A/RES/79/243 (United Nations Convention against Cybercrime) art 24(2)");
  EXPECT_EQ(of("budapest:art_15__para_1").oscola,
            "Convention on Cybercrime (2001) 2296 UNTS (Budapest Convention on Cybercrime) art 15(1)");
  EXPECT_EQ(of("lakes:art_1__point_a").oscola,
            "Treaty of the Lakes (signed September 1998, entered into force 1 May 1999) art 1(a)");
}

TEST_F(Cite, a_paragraph_as_the_Bluebook_does) {
  EXPECT_EQ(of("uncc:art_24__para_2").bluebook,
            "United Nations Convention against Cybercrime; Strengthening Cooperation art. 24(2), opened for signature "
            "Oct. 25, 2025, U.N. Doc. A/RES/79/243.");
  EXPECT_EQ(of("budapest:art_15__para_1").bluebook, "Convention on Cybercrime art. 15(1), 2001, 2296 U.N.T.S.");
  EXPECT_EQ(of("lakes:art_1__point_a").bluebook, "Treaty of the Lakes art. 1(a), signed Sept. 1998.");
}

TEST_F(Cite, a_treaty_of_which_only_the_title_is_known_with_nothing_made_up) {
  EXPECT_EQ(of("ponds:art_3").oscola, "Treaty on the Ponds of the North art 3");
  EXPECT_EQ(of("ponds:art_3").bluebook, "Treaty on the Ponds of the North art. 3.");
  EXPECT_EQ(of("treaty:ponds").plain, "Treaty on the Ponds of the North");
}

TEST_F(Cite, divisions_and_the_preamble) {
  EXPECT_THAT(of("uncc:chp_IV").oscola, ::testing::EndsWith(" ch IV"));
  EXPECT_THAT(of("uncc:preamble").bluebook, ::testing::HasSubstr(" pmbl., "));
  EXPECT_THAT(of("uncc:preamble").oscola, ::testing::EndsWith(" preamble"));
}

TEST_F(Cite, a_draft_as_a_draft_of_its_treaty) {
  EXPECT_EQ(of("uncc@2023-05:art_24").oscola,
            "Zero draft of the United Nations Convention against Cybercrime (May 2023) UN Doc A/AC.291/22 art 24");
}

TEST_F(Cite, as_of_a_day_before_its_entry_into_force_does_not_know_of_it) {
  const auto cited = cite(graph_, "lakes:art_1__point_a", Scope{{}, Basis::All, "1999-01-01"});
  ASSERT_TRUE(cited);
  EXPECT_THAT(cited->oscola, ::testing::Not(::testing::HasSubstr("entered into force")));
}

TEST_F(Cite, in_plain_words) {
  EXPECT_EQ(of("uncc:art_24__para_2").plain,
            "United Nations Convention against Cybercrime (A/RES/79/243), article 24, paragraph 2");
}

TEST(CiteWhatIsNoTreaty, says_what_can_be_cited) {
  const auto graph = graph_of("t:art_1 -ESTABLISHES-> t:offence.fraud\n");
  const auto cited = cite(graph, "t:offence.fraud", {});
  ASSERT_FALSE(cited);
  EXPECT_EQ(cited.error().code, ErrorCode::InvalidArgument);
}

}  // namespace
}  // namespace treatygraph::queries
