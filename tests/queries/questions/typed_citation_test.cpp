#include "queries/questions/typed_citation.h"

#include <gmock/gmock.h>

namespace treatygraph::queries {
namespace {

std::string read(std::string_view typed) {
  const auto citation = read_citation(typed);
  if (!citation) return "none";
  return citation->eid.to_string() + (citation->treaty.empty() ? "" : " of " + citation->treaty);
}

TEST(TypedCitation, is_read_in_the_forms_that_people_type) {
  EXPECT_EQ(read("art 24(2)"), "art_24__para_2");
  EXPECT_EQ(read("Article 6, paragraph 1"), "art_6__para_1");
  EXPECT_EQ(read("24 uncc"), "art_24 of uncc");
  EXPECT_EQ(read("art. 40(3)(a)(ii)"), "art_40__para_3__point_a__point_ii");
  EXPECT_EQ(read("chapter IV"), "chp_IV");
  EXPECT_EQ(read("Article 6, paragraph 1 of the Budapest Convention"), "art_6__para_1 of budapest convention");
}

TEST(TypedCitation, is_not_seen_in_other_words) {
  for (const auto* typed : {"", "freezing of assets", "the article about lakes", "paragraph", "art"}) {
    EXPECT_EQ(read(typed), "none") << typed;
  }
}

}  // namespace
}  // namespace treatygraph::queries
