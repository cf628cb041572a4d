// Full-text search in memory and in treaties.db give the same results.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "graph/memory_account.h"
#include "graph/search_words.h"
#include "graph/text_store.h"
#include "tests/support/drawing.h"
#include "tests/support/sanitizer.h"
#include "tests/support/taken_memory.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::ElementsAre;

GraphRecords library() {
  return testing::records_of(R"(
    t:art_1 heading="Freezing of assets" text="Each Party shall freeze assets without delay."
    t:art_2 heading="Secrecy" text="Nothing here obliges a Party to freeze anything."
    t:art_3 heading="Café surveillance" text="Surveillance of cafés is not foreseen."
  )");
}

bool always() {
  return true;
}

/// All words must match.
std::vector<TextWant> wants_of(std::string_view words) {
  std::vector<TextWant> wants;
  for (auto& term : search_terms(words)) wants.push_back({std::move(term)});
  return wants;
}

std::set<std::string> found(const Graph& graph, std::string_view words, Matching matching = Matching::All) {
  const auto hits = graph.texts().search({wants_of(words), matching, 10, always});
  std::set<std::string> keys;
  if (!hits) ADD_FAILURE() << words << ": " << hits.error().detail;
  if (hits) {
    for (const auto& hit : *hits) keys.emplace(graph.key(hit.node));
  }
  return keys;
}

class Texts : public ::testing::TestWithParam<bool> {
 protected:
  Texts() : graph_(open()) {}
  Graph open() {
    if (!GetParam()) return testing::graph_of(library());
    const auto path = folder_ / "treaties.db";
    EXPECT_TRUE(write_database(path, library()));
    return std::move(*open_database(path));
  }
  testing::TemporaryFolder folder_;
  Graph graph_;
};

TEST_P(Texts, finds_nodes_that_have_every_word) {
  EXPECT_THAT(found(graph_, "freeze party"), ElementsAre("t:art_1", "t:art_2"));
  EXPECT_THAT(found(graph_, "FREEZE assets"), ElementsAre("t:art_1"));
  EXPECT_THAT(found(graph_, "surveil*"), ElementsAre("t:art_3"));
  EXPECT_THAT(found(graph_, "\"freeze assets\""), ElementsAre("t:art_1"));
  EXPECT_TRUE(found(graph_, "nowhere").empty());
}

TEST_P(Texts, counts_only_nodes_that_are_admitted_towards_the_limit) {
  for (const auto* key : {"t:art_1", "t:art_2"}) {
    const auto only = *graph_.find(key);
    const auto hits = graph_.texts().search(
        {wants_of("freeze"), Matching::All, 1, always, [&](NodeId node) { return node == only; }});
    ASSERT_TRUE(hits && hits->size() == 1) << key;
    EXPECT_EQ(hits->front().node, only);
  }
}

TEST_P(Texts, takes_nothing_that_is_typed_for_syntax) {
  for (const auto* typed : {"", "\"", "a AND (b OR", "freeze NEAR/2", "* * *", "col:x", "-", "'; DROP TABLE node; --",
                            "\"\"\"", "^freeze", "{a b}: c"}) {
    (void)found(graph_, typed);
  }
}

TEST_P(Texts, finds_nodes_that_have_any_of_the_words_those_with_most_first) {
  EXPECT_THAT(found(graph_, "assets secrecy cafes", Matching::Any), ElementsAre("t:art_1", "t:art_3"))
      << "headings are not texts";
  const auto hits = graph_.texts().search({wants_of("freeze assets"), Matching::Any, 10, always});
  ASSERT_TRUE(hits && !hits->empty());
  EXPECT_EQ(graph_.key(hits->front().node), "t:art_1");
}

TEST_P(Texts, takes_several_ways_of_saying_one_thing) {
  const std::vector<TextWant> wants = {{{"cafes"}, {"assets"}}, {{"each party"}, {"foresee", true}}};
  const auto hits = graph_.texts().search({wants, Matching::All, 10, always});
  ASSERT_TRUE(hits);
  EXPECT_EQ(hits->size(), 2U);
}

TEST_P(Texts, tells_its_words_with_the_number_of_texts_that_have_them) {
  const auto words = graph_.texts().words();
  ASSERT_TRUE(words) << words.error().detail;
  const auto nodes_with = [&](std::string_view word) {
    const auto at = std::ranges::find(*words, word, &WordCount::word);
    return at == words->end() ? 0 : at->nodes;
  };
  EXPECT_EQ(nodes_with("freeze"), 2U);
  EXPECT_EQ(nodes_with("cafes"), 1U);
  EXPECT_EQ(nodes_with("secrecy"), 0U) << "that is a heading";
}

TEST_P(Texts, reads_the_words_on_demand) {
  EXPECT_EQ(*graph_.text(*graph_.find("t:art_1")), "Each Party shall freeze assets without delay.");
  EXPECT_EQ(*graph_.text(*graph_.find("treaty:t")), "");
}

TEST_P(Texts, stops_when_it_may_not_go_on) {
  const auto hits = graph_.texts().search({wants_of("freeze"), Matching::All, 10, [] { return false; }});
  const bool has_stopped = !hits && hits.error().code == ErrorCode::Cancelled;
  EXPECT_TRUE(has_stopped || GetParam()) << "a file's search of a few nodes may be over before it is asked";
  EXPECT_THAT(found(graph_, "freeze"), ElementsAre("t:art_1", "t:art_2")) << "the next search is a new one";
}

INSTANTIATE_TEST_SUITE_P(InMemoryAndInFile, Texts, ::testing::Bool());

TEST(SearchTerms, reads_words_beginnings_and_phrases) {
  EXPECT_THAT(search_terms("one two* \"three four\""),
              ElementsAre(SearchTerm{"one", false}, SearchTerm{"two", true}, SearchTerm{"three four", false}));
  EXPECT_LE(search_terms(std::string(100'000, 'a') + " b").size(), 32U);
}

TEST(Words, are_folded_as_the_index_folds_them) {
  EXPECT_THAT(words_of("Côte d'Ivoire, ŠKODA-24(2) \xff Ü\u0308ber"),
              ElementsAre("cote", "d", "ivoire", "skoda", "24", "2", "uber"));
  const auto placed = placed_words_of("a, Éb");
  ASSERT_EQ(placed.size(), 2U);
  EXPECT_EQ(placed[1].begin, 3U);
  EXPECT_EQ(placed[1].end, 6U);
}

TEST(TextsOfAFile, are_of_the_snapshot_that_was_opened_whatever_takes_its_place) {
  const testing::TemporaryFolder folder;
  const auto path = folder / "treaties.db";
  ASSERT_TRUE(write_database(path, library()));
  const auto graph = std::move(*open_database(path));
  const auto node = *graph.find("t:art_1");
  ASSERT_TRUE(write_database(path, testing::records_of("t:art_0 text=\"Other.\"\nt:art_1 text=\"Changed.\"")));
  std::atomic<int> wrong = 0;
  const auto ask = [&] {
    for (int i = 0; i < 200; ++i) {
      const auto text = graph.texts().text(node);
      if (!text || *text != "Each Party shall freeze assets without delay.") ++wrong;
      if (graph.texts().search({wants_of("freeze party"), Matching::All, 10, always})->size() != 2) ++wrong;
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(ask);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

/// Articles whose texts fill many pages; each contains `word`.
GraphRecords articles_saying(const std::string& word, std::size_t count) {
  GraphRecords records;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = fmt::format("{} {} ", word, i);
    while (text.size() < 5'000) text += word + " ";
    records.nodes.push_back({fmt::format("t:art_{}", i), {"Article"}, {{"text", text}}});
  }
  return records;
}

/// Overwrites the file in place, as `cp new.db treaties.db` does.
void copy_in_place(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::ofstream(to, std::ios::binary | std::ios::trunc) << testing::bytes_of(from);
}

bool is_change_noticed(const Error& error) {
  return error.code == ErrorCode::Unavailable && error.detail.find("changed in place") != std::string::npos;
}

TEST(TextsOfAFile, are_the_old_ones_or_an_error_where_the_file_is_overwritten_while_they_are_read) {
  const testing::TemporaryFolder folder;
  const auto path = folder / "treaties.db";
  constexpr std::size_t kCount = 600;
  ASSERT_TRUE(write_database(path, articles_saying("old", kCount)));
  ASSERT_TRUE(write_database(folder / "new.db", articles_saying("new", kCount)));
  const auto graph = std::move(*open_database(path));
  std::atomic<int> right = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> wrong = 0;
  const auto ask_for_all = [&] {
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const auto text = graph.text(NodeId{i});
      if (!text) {
        ++(is_change_noticed(text.error()) ? refused : wrong);
      } else {
        ++(text->starts_with("old ") && text->find("new") == std::string::npos ? right : wrong);
      }
      const auto hits = graph.texts().search({wants_of("new"), Matching::All, 1, always});
      if (hits ? !hits->empty() : !is_change_noticed(hits.error())) ++wrong;
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(ask_for_all);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  copy_in_place(folder / "new.db", path);
  for (auto& thread : threads) thread.join();
  ask_for_all();
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(right + refused, 4 * 600);
  EXPECT_GT(refused, 0);
}

TEST(TextsOfAFile, are_an_error_where_the_file_is_cut_and_right_where_it_is_removed) {
  const testing::TemporaryFolder folder;
  for (const bool is_cut : {true, false}) {
    const auto path = folder / "treaties.db";
    ASSERT_TRUE(write_database(path, articles_saying("old", 300)));
    const auto graph = std::move(*open_database(path));
    if (is_cut) std::filesystem::resize_file(path, 8'192);
    if (!is_cut) std::filesystem::remove(path);
    std::size_t refused = 0;
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const auto text = graph.text(NodeId{i});
      refused += text ? 0U : 1U;
      EXPECT_THAT(text.value_or("old "), ::testing::StartsWith("old "));
    }
    EXPECT_EQ(refused > 0, is_cut);
  }
}

TEST(TextsOfAFile, are_searched_again_after_a_search_ran_out_of_memory) {
  if (testing::kIsSanitized) GTEST_SKIP() << "a sanitizer's memory is in no account";
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "treaties.db", articles_saying("old", 300)));
  const auto graph = std::move(*open_database(folder / "treaties.db"));
  const auto search_without_memory = [&] {
    const MemoryAccount account(std::size_t{1} << 20U);
    std::optional<testing::TakenMemory> taken;
    const auto admits = [&](NodeId node) {
      EXPECT_TRUE(graph.text(node));  // by a second reader
      if (!taken) taken.emplace();
      return true;
    };
    (void)graph.texts().search({wants_of("old"), Matching::All, 10, always, admits});
  };
  EXPECT_THROW(search_without_memory(), MemoryExceeded);
  EXPECT_EQ(graph.texts().search({wants_of("old"), Matching::All, 10, always})->size(), 10U);
}

}  // namespace
}  // namespace treatygraph
