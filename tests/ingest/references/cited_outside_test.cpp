// Which provisions of another instrument are cited: what "that Annex" points back to.

#include <gmock/gmock.h>

#include "tests/ingest/references/references_told.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

/// "art_2: annex_IX__art_3__para_1" for each citation of another instrument from article 2 on.
std::vector<std::string> cited_outside(const std::string& sentences) {
  const auto document = document_of(
      "Article 1\n\n\"Convention\" means the Grand Convention on Water of 1970. This Agreement is about lakes.\n\n"
      "Article 2\n\n" +
      sentences + "\n\nArticle 3\n\nThis Agreement ends.\n");
  std::vector<std::string> all;
  for (const auto& reference : find_references(document)) {
    const auto from = document.structure[reference.from].eid.to_string();
    if (reference.scope != Reference::Scope::External || from == "art_1") continue;
    std::vector<std::string> cited;
    for (const auto& eid : reference.cited) cited.push_back(eid.to_string());
    all.push_back(fmt::format("{}: {}", from, fmt::join(cited, " ")));
  }
  return all;
}

TEST(CitedOutside, stands_in_the_annex_that_a_list_is_announced_of) {
  EXPECT_THAT(
      cited_outside("1. Annex IX to the Convention shall apply, except that the following provisions of that "
                    "Annex shall not apply:\n\n(a) article 2, first sentence;\n\n(b) article 3, paragraph 1.\n\n"
                    "2. Article 5 of the Convention applies."),
      ElementsAre("art_2__para_1: annex_IX", "art_2__para_1: annex_IX", "art_2__para_1__point_a: annex_IX__art_2",
                  "art_2__para_1__point_b: annex_IX__art_3__para_1", "art_2__para_2: art_5"));
}

TEST(CitedOutside, stands_in_what_that_points_to) {
  EXPECT_THAT(cited_outside("Annex II of the Convention applies, subject to article 3 of that Annex."),
              ElementsAre("art_2: annex_II", "art_2: annex_II__art_3"));
  EXPECT_THAT(cited_outside("Article 8 of the Convention applies. Paragraph 2 of that article does not."),
              ElementsAre("art_2: art_8", "art_2: art_8__para_2"));
  EXPECT_THAT(cited_outside("Annex VII, article 4, of the Convention applies, and that Annex is kept."),
              ElementsAre("art_2: annex_VII__art_4", "art_2: annex_VII"));
}

TEST(CitedOutside, is_of_no_annex_where_the_list_is_of_the_instrument) {
  EXPECT_THAT(cited_outside("Annex IX to the Convention shall apply, except that the following provisions of that "
                            "Convention shall not apply:\n\n(a) article 2;\n\n(b) Annex III, article 3."),
              ElementsAre("art_2: annex_IX", "art_2__point_a: art_2", "art_2__point_b: annex_III__art_3"));
}

}  // namespace
}  // namespace treatygraph::ingest
