#include "graph/eid.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

namespace treatygraph {
namespace {

using ::testing::HasSubstr;

Eid eid(std::string_view text) {
  auto parsed = Eid::parse(text);
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().detail);
  return parsed.value_or(Eid());
}

TEST(Eid, reads_and_prints_what_treaties_use) {
  for (const auto* text : {"art_24",
                           "art_8bis",
                           "art_24__para_2__point_a__point_ii",
                           "chp_IV",
                           "part_II__sec_1",
                           "annex_I__art_3__para_1",
                           "preamble",
                           "recital_3",
                           "title_2",
                           "art_5__point_b",
                           "rule_20__para_1",
                           "regulations__rule_20",
                           "annex__chp_II-1__regulation_3-1",
                           "standard_A1.1",
                           "guideline_B1.1",
                           "principle_1",
                           "clause_4",
                           "part_XI__sec_4__subsec_A",
                           "schedule_A",
                           "appendix_1",
                           "protocol_1__annex_II",
                           "annex_on-chemicals__para_2",
                           "letter_2",
                           "resolution",
                           "annex_1A__instrument_agreement-on-agriculture__art_1",
                           "quoted_1"}) {
    EXPECT_EQ(eid(text).to_string(), text);
  }
}

TEST(Eid, says_which_step_is_wrong) {
  EXPECT_THAT(Eid::parse("art_24__parra_2").error().detail, HasSubstr("parra_2"));
  EXPECT_THAT(Eid::parse("art_").error().detail, HasSubstr("art_"));
  for (const auto* wrong : {"", "__", "art_24__", "__art_24", "art_2/4", "art 24", "art_24__para_2;DROP"}) {
    EXPECT_FALSE(Eid::parse(wrong)) << wrong;
  }
}

TEST(Eid, stands_in_document_order) {
  const std::vector<std::string_view> ordered = {"preamble",
                                                 "recital_1",
                                                 "chp_II",
                                                 "chp_IX",
                                                 "art_2",
                                                 "art_8",
                                                 "art_8bis",
                                                 "art_9",
                                                 "art_10",
                                                 "art_10__para_1",
                                                 "art_10__para_1__point_b",
                                                 "art_10__para_1__point_aa",
                                                 "art_10__para_2"};
  std::vector<Eid> eids;
  for (const auto text : ordered) eids.push_back(eid(text));
  auto shuffled = eids;
  std::ranges::shuffle(shuffled, std::mt19937(7));
  std::ranges::sort(shuffled);
  EXPECT_EQ(shuffled, eids);
}

TEST(Eid, stands_in_the_order_of_letters_where_they_are_also_roman_numerals) {
  std::vector<Eid> eids;
  for (const auto* text : {"annex_D", "annex_B", "annex_C", "annex_A", "annex_L", "annex_K"}) eids.push_back(eid(text));
  std::ranges::sort(eids);
  std::vector<std::string> sorted;
  for (const auto& one : eids) sorted.push_back(one.to_string());
  EXPECT_EQ(sorted, (std::vector<std::string>{"annex_A", "annex_B", "annex_C", "annex_D", "annex_K", "annex_L"}));
}

TEST(Eid, contains_itself_and_its_parts_only) {
  EXPECT_TRUE(eid("art_2").contains(eid("art_2__para_1")));
  EXPECT_TRUE(eid("art_2").contains(eid("art_2")));
  EXPECT_FALSE(eid("art_2").contains(eid("art_21")));
  EXPECT_FALSE(eid("art_2__para_1").contains(eid("art_2")));
}

TEST(Eid, is_cited_as_a_lawyer_writes) {
  EXPECT_EQ(citation_of(eid("art_24__para_2__point_a")), "article 24, paragraph 2 (a)");
  EXPECT_EQ(citation_of(eid("chp_IV")), "chapter IV");
  EXPECT_EQ(citation_of(eid("regulations__rule_3__para_2")), "regulations, rule 3, paragraph 2");
  EXPECT_EQ(citation_of(eid("annex_on-chemicals__para_2")), "annex on chemicals, paragraph 2");
  EXPECT_EQ(citation_of(eid("standard_A1.1")), "standard A1.1");
}

TEST(Eid, orders_articles_before_what_is_made_under_them) {
  EXPECT_LT(eid("art_9"), eid("rule_1"));
  EXPECT_LT(eid("rule_2"), eid("rule_10"));
  EXPECT_LT(eid("rule_10"), eid("guideline_B1.1"));
}

TEST(Eid, knows_what_kinds_there_are) {
  for (const auto* text :
       {"art_1", "rule_1", "regulation_1", "standard_A1.1", "guideline_B1", "principle_1", "clause_1"}) {
    EXPECT_TRUE(is_unit(eid(text).kind())) << text;
  }
  for (const auto* text : {"annex_I", "schedule_A", "appendix_1", "protocol_1", "regulations", "rules", "quoted_1"}) {
    EXPECT_TRUE(is_component(eid(text).kind())) << text;
  }
  for (const auto* text : {"part_I", "title_1", "chp_I", "sec_1", "subsec_A"}) {
    EXPECT_TRUE(gathers_units(eid(text).kind())) << text;
    EXPECT_FALSE(is_unit(eid(text).kind()) || is_component(eid(text).kind())) << text;
  }
}

}  // namespace
}  // namespace treatygraph
