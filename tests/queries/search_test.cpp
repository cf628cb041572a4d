#include "queries/search.h"

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;

constexpr std::string_view kDrawing = R"(
  treaty:lakes title="Treaty on Lakes" aliases="Lakes Convention"
  lakes:art_24__para_2 heading="" text="Independent review of freezing."
  lakes:art_6__para_1
  lakes:art_30 heading="Freezing"
  treaty:rivers title="Treaty on Rivers"
  rivers:art_24
)";

std::vector<std::string> found(const Graph& graph, std::string typed, SearchHit::Kind kind) {
  const auto answer = search(graph, {std::move(typed), "", "", Page{20, ""}}, Budget());
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  std::vector<std::string> keys;
  if (answer) {
    for (const auto& hit : answer->hits) {
      if (hit.kind == kind) keys.emplace_back(graph.key(hit.node));
    }
  }
  return keys;
}

TEST(Search, finds_a_citation_as_people_type_it_first) {
  const auto graph = graph_of(kDrawing);
  for (const auto* typed : {"art 24(2)", "Article 24, paragraph 2", "art. 24 (2)",
                            "article 24(2) of the Lakes Convention", "24(2) lakes", "lakes art 24 para 2"}) {
    const auto exact = found(graph, typed, SearchHit::Kind::Citation);
    ASSERT_FALSE(exact.empty()) << typed;
    EXPECT_EQ(exact.front(), "lakes:art_24__para_2") << typed;
  }
  EXPECT_EQ(found(graph, "24 rivers", SearchHit::Kind::Citation), std::vector<std::string>{"rivers:art_24"});
}

TEST(Search, offers_what_a_citation_would_stand_in) {
  const auto graph = graph_of(kDrawing);
  EXPECT_EQ(found(graph, "article 6(9) lakes", SearchHit::Kind::NearestToCitation),
            std::vector<std::string>{"lakes:art_6"});
}

TEST(Search, finds_words_in_texts_and_headings) {
  const auto graph = graph_of(kDrawing);
  EXPECT_THAT(found(graph, "freezing", SearchHit::Kind::Text),
              ::testing::UnorderedElementsAre("lakes:art_24__para_2", "lakes:art_30"));
  EXPECT_TRUE(found(graph, "glacier", SearchHit::Kind::Text).empty());
  EXPECT_NE(search(graph, {"glacier", "", "", {}}, Budget())->explanation, "");
}

TEST(Search, survives_whatever_is_typed) {
  const auto graph = graph_of(kDrawing);
  for (const std::string& typed :
       {std::string("\"\"\"(((*"), std::string("art"), std::string("24"), std::string(70'000, 'a'),
        std::string("art 99999999999999999999"), std::string("\xff\xfe")}) {
    (void)search(graph, {typed, "", "", {}}, Budget());
  }
}

}  // namespace
}  // namespace treatygraph::queries
