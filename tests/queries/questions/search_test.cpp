#include "queries/questions/search.h"

#include <atomic>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;
using testing::Random;

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

GraphRecords many_words() {
  constexpr int kArticles = 2'000;
  constexpr int kWordsEach = 200;
  GraphRecords records = testing::records_of("treaty:t\n");
  Random random(1);
  for (int article = 1; article <= kArticles; ++article) {
    std::string text;
    for (int word = 0; word < kWordsEach; ++word) {
      text += static_cast<char>('a' + random.below(26));
      text += fmt::format("{} ", random.below(100));
    }
    const auto key = fmt::format("t:art_{}", article);
    records.nodes.push_back({key, {"Provision", "Article"}, {{"text", text}}});
    records.relationships.push_back({"HAS_PART", "treaty:t", key, {}});
  }
  return records;
}

constexpr const char* kHostile = "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*";

Budget budget_of(std::chrono::milliseconds time, const std::atomic<bool>* cancelled = nullptr) {
  Budget::Limits limits;
  limits.time = time;
  return Budget(limits, cancelled);
}

TEST(Search, of_a_large_text_ends_with_its_deadline_and_when_it_is_cancelled) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "treaties.db", many_words()));
  const auto graph = std::move(*open_database(folder / "treaties.db"));
  const auto ask = [&](std::string q, Budget budget) {
    const auto begin = Budget::Clock::now();
    const auto answer = search(graph, {std::move(q), "", "", {}}, budget);
    const auto took = Budget::Clock::now() - begin;
    return std::pair(std::move(answer), std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
  };
  const auto [whole, whole_ms] = ask(kHostile, budget_of(std::chrono::minutes(5)));
  ASSERT_TRUE(whole) << whole.error().detail;
  EXPECT_GT(whole->total, 500U);

  const auto [late, late_ms] = ask(kHostile, budget_of(std::chrono::milliseconds(5)));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::DeadlineExceeded);
  EXPECT_LT(late_ms, whole_ms / 2) << "of " << whole_ms << " ms";

  const std::atomic<bool> cancelled = true;
  const auto [gone, gone_ms] = ask(kHostile, budget_of(std::chrono::minutes(5), &cancelled));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::Cancelled);
  EXPECT_LT(gone_ms, whole_ms / 2) << "of " << whole_ms << " ms";
}

TEST(Search, that_is_cut_short_gives_the_citation_and_says_so) {
  const auto graph = graph_of(kDrawing);
  const auto answer = search(graph, {"art 24(2)", "", "", {}}, budget_of(std::chrono::milliseconds(0)));
  ASSERT_TRUE(answer && answer->truncated);
  EXPECT_EQ(graph.key(answer->hits.front().node), "lakes:art_24__para_2");
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
