// No part of a text is lost silently: text outside every provision is a leftover, with its place and a reason.

#include "ingest/documents/leftovers.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_text;

std::string treaty_of(int articles) {
  std::string text = "TREATY ON WELLS\n\nThe Parties have agreed as follows:\n\n";
  for (int i = 1; i <= articles; ++i) {
    text += "Article " + std::to_string(i) + "\n\nEach Party digs well " + std::to_string(i) + " and keeps it.\n\n";
  }
  return text;
}

TEST(Leftovers, are_none_of_a_text_that_is_read_whole) {
  const auto document = read_text(treaty_of(3));
  EXPECT_THAT(document.leftovers, IsEmpty());
  EXPECT_EQ(share_read(document), 1);
  EXPECT_EQ(what_was_not_read(document), "");
}

TEST(Leftovers, of_a_short_text_are_told_too) {
  const auto document = read_text(treaty_of(3) + "IN WITNESS WHEREOF the undersigned have signed this Treaty.\n");
  ASSERT_EQ(document.leftovers.size(), 1U);
  EXPECT_EQ(document.leftovers.front().reason, LeftoverReason::Testimonium);
  EXPECT_EQ(document.leftovers.front().line, 17U);
  EXPECT_THAT(document.leftovers.front().first_words, HasSubstr("IN WITNESS WHEREOF"));
  EXPECT_LT(share_read(document), 0.98);
  EXPECT_FALSE(is_read_in_full(document));
  EXPECT_THAT(what_was_not_read(document), HasSubstr("(testimonium): \"IN WITNESS WHEREOF"));
}

TEST(Leftovers, are_never_more_than_a_fiftieth_of_a_treaty_without_a_word) {
  const std::string lines = "IN WITNESS WHEREOF the undersigned, being duly authorised, have signed this.\n";
  for (const int articles : {16, 25, 40, 60, 100}) {
    const auto document = read_text(treaty_of(articles) + lines);
    EXPECT_EQ(is_read_in_full(document), share_read(document) >= 0.98) << articles << " articles";
    EXPECT_GE(share_read(document), 0.98) << articles << " articles";
  }
}

TEST(Leftovers, name_running_heads_page_numbers_and_contents_that_cleaning_took_out) {
  std::string text = "TREATY ON WELLS\n\nCONTENTS\n\n";
  for (int i = 1; i <= 6; ++i)
    text += "Article " + std::to_string(i) + ". Well . . . . . . . . " + std::to_string(i) + "\n";
  text += "\n\f" + treaty_of(2);
  for (int page = 1; page <= 4; ++page)
    text += "Treaty Series of the Wells\n\nWater is free.\n\n- " + std::to_string(page) + " -\n\f";
  std::set<LeftoverReason> reasons;
  for (const auto& leftover : read_text(text).leftovers) reasons.insert(leftover.reason);
  EXPECT_TRUE(reasons.contains(LeftoverReason::Contents));
  EXPECT_TRUE(reasons.contains(LeftoverReason::RunningHead));
  EXPECT_TRUE(reasons.contains(LeftoverReason::PageNumber));
}

TEST(Conclusions, are_a_provision_where_they_say_which_texts_are_authentic_and_no_article_does) {
  const std::string conclusions =
      "Done at Wellstead on 3 May 2003, in two copies, in the English and Ulban languages, both texts being equally "
      "authentic.\n\nFor Ulba: A. Smith\n";
  EXPECT_EQ(read_text(treaty_of(3) + conclusions).structure.back().eid.to_string(), "conclusions");
  const auto said =
      read_text(treaty_of(3) + "Article 4\n\nBoth texts are equally authentic.\n\n" + conclusions.substr(0, 60));
  EXPECT_EQ(said.structure.back().eid.to_string(), "art_4");
}

TEST(Conclusions, are_a_provision_where_many_sign) {
  std::string signatures = "IN WITNESS WHEREOF the undersigned have signed this Treaty.\n\n";
  for (int i = 0; i < 30; ++i) signatures += "For the Government of Landland " + std::to_string(i) + ":\n";
  const auto document = read_text(treaty_of(3) + signatures);
  EXPECT_EQ(document.structure.back().kind, ProvisionKind::Conclusions);
  EXPECT_EQ(document.characters_read, document.characters);
}

TEST(Preamble, holds_all_that_stands_between_title_and_first_article) {
  const auto document = read_text(
      "TREATY ON WELLS\n\nThe Government of Ulba and the Government of Rohl, wishing that all may drink, have agreed "
      "as "
      "follows:\n\nNote by the registry: the wells are listed in a book that is kept by the mayor of Wellstead.\n\n" +
      treaty_of(2).substr(17));
  EXPECT_EQ(document.characters_read, document.characters);
}

}  // namespace
}  // namespace treatygraph::ingest
