#include "ingest/treaties/treaty_names.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

TEST(TreatyNames, are_one_whatever_their_article_case_and_spaces) {
  EXPECT_EQ(alike("the Grand Charter of Lakes"), alike("GRAND CHARTER ofLakes"));
  EXPECT_EQ(alike("Act on the Implementation of Law"), alike("Act on Implementation of the Law"));
  EXPECT_EQ(alike("Council Regulation (EEC) No 5/83"), alike("Regulation (EEC) No. 5/83"));
  EXPECT_EQ(alike("World Lake Organisation"), alike("World Lake Organization"));
  EXPECT_NE(alike("Grand Charter of Lakes"), alike("Grand Charter of Lanes"));
}

TEST(TreatyNames, leave_their_dates_aside_but_keep_them) {
  for (const auto* name : {"1988 Convention on Lakes", "Convention on Lakes of 4 May 1988", "Convention on Lakes, 1988",
                           "Convention on Lakes, done at River Town on 4 May 1988", "the Convention on Lakes (1988)"}) {
    EXPECT_EQ(dated_name(name).name, alike("Convention on Lakes")) << name;
  }
  EXPECT_EQ(dated_name("Convention on Lakes of 4 May 1988").year, 1988);
  EXPECT_EQ(dated_name("Rules for Boats at Sea, 1972").name, alike("Rules for Boats at Sea"));
  EXPECT_EQ(dated_name("Convention on Lakes (LTS No. 5)").name, alike("Convention on Lakes"));
}

TEST(TreatyNames, that_say_only_the_kind_are_bare) {
  for (const auto* name : {"the Convention", "the Additional Protocol", "that Agreement",
                           "the First and Second Conventions", "Protocol 4", "the 1988 Convention", "the Charter"}) {
    EXPECT_TRUE(is_bare_name(name)) << name;
  }
  for (const auto* name : {"the Lake Convention", "Charter of Lakes", "GATT 1994", "Law 18.525"}) {
    EXPECT_FALSE(is_bare_name(name)) << name;
  }
}

TEST(TreatyNames, find_the_treaty_whose_year_and_organization_they_name) {
  TreatyNames names;
  names.add("Convention on Lakes, 1960", 0);
  names.add("Convention on Lakes, 1974", 1);
  names.add("Charter on Rain", 2, {{1988, 1991}, organization_of("World Trade Organization"), alike("Riverton")});
  EXPECT_EQ(names.find("the 1960 Convention on Lakes").only(), 0U);
  EXPECT_EQ(names.find("Convention on Lakes of 1 November 1974").only(), 1U);
  EXPECT_THAT(names.find("Convention on Lakes").treaties, ElementsAre(0U, 1U)) << "no year says which";
  EXPECT_THAT(names.find("Convention on Lakes, 1999").treaties, ElementsAre()) << "a third one";
  EXPECT_EQ(names.find("WTO Charter on Rain").only(), 2U);
  EXPECT_EQ(names.find("the Charter on Rain of 1991").only(), 2U);
  EXPECT_EQ(names.find("1988 WTO Charter on the Rain").only(), 2U);
  EXPECT_EQ(names.find("Charter on Rain of the WTO Agreement").only(), 2U);
  EXPECT_EQ(names.find("Charter on Rain of December 20, 1991").only(), 2U);
  EXPECT_EQ(names.find("Riverton Charter on Rain").only(), 2U);
  EXPECT_EQ(names.find("Ponding Charter on Rain").only(), std::nullopt) << "another place";
  EXPECT_EQ(names.find("Council of Europe Charter on Rain").only(), std::nullopt);
  EXPECT_EQ(names.find("the Rain Charter").only(), 2U);
  EXPECT_EQ(names.find("Charter on Rainand").only(), 2U) << "a line ended between the words";
}

TEST(TreatyNames, of_several_treaties_are_none_of_them_until_a_year_tells) {
  TreatyNames names;
  names.add_ambiguous("Lake Convention", 0, {{1960}, {}});
  names.add_ambiguous("Lake Convention", 1, {{1974}, {}});
  EXPECT_EQ(names.find("the Lake Convention").only(), std::nullopt);
  EXPECT_THAT(names.find("the Lake Convention").treaties, ElementsAre(0U, 1U));
  EXPECT_EQ(names.find("the 1974 Lake Convention").only(), 1U);
}

}  // namespace
}  // namespace treatygraph::ingest
