// What an amendment puts into another instrument without marks of quotation opens nothing of the amending one.

#include "ingest/structure/unmarked_amendments.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/structure/text_structure.h"
#include "ingest/structure/undivided_text.h"
#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& range : unmarked_amendments(text)) {
    all.emplace_back(text.substr(range.first, range.last - range.first));
  }
  return all;
}

TEST(UnmarkedAmendments, of_whole_articles_leave_the_protocols_own_numbers_alone) {
  EXPECT_THAT(eids_of(read_structure(R"(Protocol to amend the Treaty on Ferries

Article 1

Article 3 of the Treaty shall be replaced by the following:

Article 3
Fares

1. Fares are low.

2. Children pay nothing.

Article 2

After Article 5 of the Treaty a new Article 5 bis shall be inserted, which reads as follows:

Article 5 bis

A ferry has a bell.

Article 3

This Protocol enters into force in May.
)")),
              ElementsAre("art_1", "art_2", "art_3"));
}

TEST(UnmarkedAmendments, end_at_the_next_instruction) {
  EXPECT_THAT(eids_of(read_undivided_text(R"(Amendments to the Treaty on Ferries

The Parties have agreed:

I.

The Treaty is amended as follows:

A. Article 2 shall be replaced by the following text:

a) A ferry goes by day.

b) It stops at night.

B. Paragraph (c) of Article 4 shall be deleted.

C. A new paragraph (d) shall be added to Article 4 as follows:

d) Sheep pay half.

II.

a) This Protocol is open for signature.

b) It enters into force in May.
)")),
              ElementsAre("body", "para_I", "para_I__point_A", "para_I__point_B", "para_I__point_C", "para_II",
                          "para_II__point_a", "para_II__point_b"));
}

TEST(UnmarkedAmendments, are_those_of_texts_without_a_colon_too) {
  EXPECT_THAT(quoted("After article 14, insert a new article reading\n\nArticle 14 bis\n\n1. Ferries float.\n"),
              ElementsAre("Article 14 bis\n\n1. Ferries float."));
}

TEST(UnmarkedAmendments, are_none_where_a_treaty_says_how_it_may_be_amended) {
  EXPECT_THAT(quoted(R"(Article 9

1. This Treaty may be amended as follows:

(a) a Party proposes new text to be inserted;

(b) the Parties vote.

2. The annexes may be replaced by decision of the Council.
)"),
              IsEmpty());
}

TEST(UnmarkedAmendments, are_none_where_value_is_added) {
  EXPECT_THAT(quoted("2. For the local value added content of paragraph 1, either of the following methods is used:\n\n"
                     "(a) the direct method; or\n\n(b) the indirect one.\n\n3. Nobody uses paragraph 2.\n"),
              IsEmpty());
}

TEST(UnmarkedAmendments, end_before_the_signatures) {
  EXPECT_THAT(
      quoted("Paragraph 2 of Article 7 shall read as follows:\n\n2. Ferries are blue.\n\nDone at Ulba in May.\n"),
      ElementsAre("2. Ferries are blue."));
}

TEST(UnmarkedAmendments, with_a_mark_that_is_never_closed_end_at_the_next_article) {
  EXPECT_THAT(eids_of(read_structure("Protocol on Ferries\n\nArticle 1\n\nArticle 4 is replaced by the following text: "
                                     "\"ferry\" means a boat.\n\nArticle 2\n\nThe words \"old\" are replaced by "
                                     "\"new\";\n\nArticle 3\n\nThis Protocol lasts.\n")),
              ElementsAre("art_1", "art_2", "art_3"));
}

}  // namespace
}  // namespace treatygraph::ingest
