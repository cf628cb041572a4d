#include "queries/questions/quality.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::queries {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kTreatiesOfMixedQuality = R"~(
  treaty:read loaded=true basis=extracted document=read.pdf document_sha256=abc document_pages=3
  treaty:read document_words=200 document_words_read=150 document_gaps="article 3 is missing between article 2 and article 4"
  read:art_1 basis=extracted unresolved="article 99 (no such article); Annex 3; part B (no such annex)"
  read:art_2 basis=extracted unresolved="paragraph 7 (no such paragraph)"
  read:art_1 -REFERS_TO-> read:art_2 basis=extracted confidence=high
  read:art_1 -REFERS_TO-> treaty:cited basis=extracted confidence=medium
  treaty:cited loaded=false
  treaty:told loaded=true basis=curated
  told:art_1 basis=curated
  told:art_1 -REFERS_TO-> told:art_2 basis=curated confidence=low named=inferred
  told:art_1 -REFERS_TO-> told:art_2 basis=curated confidence=high
  told:term.thing basis=curated
  told:art_2 -DEFINES-> told:term.thing basis=curated confidence=high
  state:AAA -SIGNED-> treaty:told date=2020-01-01 basis=curated confidence=high
)~";

TreatyQuality of(const Graph& graph, const std::string& slug, std::size_t limit = 100) {
  auto answer = quality_of(graph, {slug, limit});
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
  EXPECT_EQ(answer->treaties.size(), 1U);
  return std::move(answer->treaties.front());
}

std::vector<std::string> told(const std::vector<BasisCount>& counts) {
  std::vector<std::string> all;
  for (const auto& count : counts) {
    all.push_back(fmt::format("{} {} {} {}", count.name, count.extracted, count.curated, count.unstated));
  }
  return all;
}

TEST(Quality, tells_citations_of_unknown_instruments_from_those_of_missing_provisions) {
  const auto graph = graph_of(R"~(
  treaty:read loaded=true basis=extracted
  read:art_1 basis=extracted unresolved="article 2 (1) of the Lake Treaty (not said which instrument: the Lake Treaty may be Lake Treaty (No. 3), or Treaty on Lakes); article 5 of the Pact (not said which instrument); paragraph 7 (no such paragraph)"
)~");
  std::vector<std::string> lines;
  for (const auto& [provision, quote, missing] : of(graph, "read").unresolved) {
    lines.push_back(fmt::format("{} | {}", quote, missing));
  }
  EXPECT_THAT(lines, ElementsAre("article 2 (1) of the Lake Treaty | instrument", "article 5 of the Pact | instrument",
                                 "paragraph 7 | paragraph"));
}

TEST(Quality, counts_each_kind_of_fact_by_where_it_comes_from) {
  const auto graph = graph_of(kTreatiesOfMixedQuality);
  const auto read = of(graph, "read");
  EXPECT_THAT(told(read.nodes), ElementsAre("Article 2 0 0", "Treaty 1 0 0"));
  EXPECT_THAT(told(read.relationships), Contains("REFERS_TO 2 0 0"));
  EXPECT_EQ(read.references_to_unloaded, 1U);
  const auto curated = of(graph, "told");
  EXPECT_THAT(told(curated.relationships),
              ::testing::IsSupersetOf({"REFERS_TO 0 2 0", "DEFINES 0 1 0", "SIGNED 0 1 0"}))
      << "what comes from a State belongs to the treaty that it is about";
  EXPECT_THAT(told(curated.nodes), Contains("Term 0 1 0"));
  EXPECT_EQ(curated.inferred_references, 1U);
  EXPECT_EQ(curated.confidence.low, 1U);
}

TEST(Quality, tells_each_citation_that_leads_nowhere_with_its_words) {
  const auto graph = graph_of(kTreatiesOfMixedQuality);
  const auto read = of(graph, "read");
  std::vector<std::string> words;
  for (const auto& [provision, quote, missing] : read.unresolved) {
    words.push_back(fmt::format("{}: {} ({})", graph.key(provision), quote, missing));
  }
  EXPECT_THAT(words, ElementsAre("read:art_1: article 99 (article)", "read:art_1: Annex 3; part B (annex)",
                                 "read:art_2: paragraph 7 (paragraph)"));
  const auto cut = *quality_of(graph, {"read", 1});
  EXPECT_EQ(cut.treaties[0].unresolved_count, 3U);
  EXPECT_EQ(cut.treaties[0].unresolved.size(), 1U);
  EXPECT_TRUE(cut.truncated);
}

TEST(Quality, tells_which_document_was_read_and_how_much_of_it) {
  const auto graph = graph_of(kTreatiesOfMixedQuality);
  const auto read = of(graph, "read");
  EXPECT_EQ(read.document.name, "read.pdf");
  EXPECT_EQ(read.document.sha256, "abc");
  EXPECT_EQ(read.document.pages, 3U);
  EXPECT_THAT(read.limits, Contains("50 of the 200 words of its document are in no provision"));
  EXPECT_THAT(read.limits, Contains("in its text, article 3 is missing between article 2 and article 4"));
  EXPECT_EQ(of(graph, "told").document.sha256, "");
}

TEST(Quality, names_what_is_missing_or_unsure) {
  const auto graph = graph_of(kTreatiesOfMixedQuality);
  EXPECT_THAT(of(graph, "told").limits,
              ::testing::IsSupersetOf({HasSubstr("no text was read"), HasSubstr("1 references are not named"),
                                       HasSubstr("1 relationships are of low confidence"),
                                       HasSubstr("how many consents to be bound")}));
  EXPECT_THAT(of(graph, "cited").limits, ElementsAre(HasSubstr("cited and not loaded")));
  EXPECT_THAT(of(graph, "read").limits, Not(Contains(HasSubstr("no text was read"))));
}

TEST(Quality, is_told_of_every_treaty_that_is_loaded_or_of_one) {
  const auto graph = graph_of(kTreatiesOfMixedQuality);
  const auto all = *quality_of(graph, {});
  ASSERT_EQ(all.treaties.size(), 2U);
  EXPECT_EQ(graph.key(all.treaties[0].treaty), "treaty:read");
  EXPECT_THAT(quality_of(graph, {"reed", 1}).error().detail, HasSubstr("there are: read, told"));
  EXPECT_THAT(quality_of(graph_of("state:AAA"), {})->treaties, IsEmpty());
}

}  // namespace
}  // namespace treatygraph::queries
