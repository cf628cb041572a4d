#include "queries/formats/answers/json_fragments.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::formats {
namespace {

/// The texts of `count` numbers, as a shelf gives them whose texts are a comma and the number.
std::string found(const FragmentShelf& shelf, std::size_t first, std::size_t count) {
  std::string room;
  const auto spell = [](std::size_t number, std::string& out) { out += ',' + std::to_string(number); };
  return std::string(shelf.find(first, count, room, spell));
}

std::string spelled(std::size_t first, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += ',' + std::to_string(first + i);
  return all;
}

TEST(FragmentShelf, gives_each_text_and_any_that_stand_together) {
  constexpr std::size_t kCount = 1'003;
  const FragmentShelf shelf(kCount);
  for (int round = 0; round < 2; ++round) {  // the second time they are kept
    for (std::size_t first = 0; first < kCount; ++first) {
      const auto most = std::min(FragmentShelf::together(first), kCount - first);
      for (std::size_t count = 1; count <= most; ++count) {
        ASSERT_EQ(found(shelf, first, count), spelled(first, count)) << first << " " << count;
      }
    }
  }
  EXPECT_GE(shelf.mean_bytes(), 4U);
}

TEST(FragmentShelf, spells_what_it_has_no_room_for_each_time) {
  const FragmentShelf shelf(1'000);
  std::size_t spelled = 0;
  const auto spell = [&](std::size_t number, std::string& out) {
    ++spelled;
    out.append(1'000'000, static_cast<char>('a' + number % 26));
  };
  const auto ask_all = [&] {
    spelled = 0;
    for (std::size_t number = 0; number < 1'000; ++number) {
      std::string room;
      const auto text = shelf.find(number, 1, room, spell);
      EXPECT_EQ(text.size(), 1'000'000U);
      EXPECT_EQ(text.back(), static_cast<char>('a' + number % 26));
    }
    return spelled;
  };
  ask_all();
  const auto again = ask_all();
  EXPECT_GT(again, 500U) << "what is kept takes more than half of a gigabyte";
  EXPECT_LT(again, 900U) << "nothing is kept";
}

TEST(JsonFragments, write_the_same_answer_the_first_time_later_and_on_many_threads) {
  std::string drawing;
  for (int i = 1; i < 300; ++i) {
    drawing += "t:art_" + std::to_string(i) + " -REFERS_TO-> t:art_" + std::to_string(i + 1) + " quote=\"“é”\"\n";
  }
  const auto graph = testing::graph_of(drawing);
  const auto ask_again = [&] {
    const auto answer = ask(*find_question("dependencies"), graph, {{"of", "t:art_1"}}, Budget());
    return *render(graph, *answer, Format::Json);
  };
  std::vector<std::string> answers(8);
  std::vector<std::jthread> threads;
  for (auto& answer : answers) threads.emplace_back([&] { answer = ask_again(); });
  threads.clear();
  const auto later = ask_again();
  EXPECT_THAT(later, ::testing::HasSubstr("\"key\":\"t:art_300\""));
  EXPECT_THAT(answers, ::testing::Each(later));
}

TEST(JsonFragments, tell_how_deep_a_node_lies_whatever_was_written_before) {
  std::string drawing;
  for (int i = 0; i < 16; ++i)
    drawing += "t:art_" + std::to_string(i) + " -REFERS_TO-> t:art_" + std::to_string(i + 1) + "\n";
  const auto graph = testing::graph_of(drawing);
  for (const int first : {0, 3, 0}) {
    const auto answer =
        ask(*find_question("neighborhood"), graph,
            {{"of", "t:art_" + std::to_string(first)}, {"depth", "16"}, {"direction", "out"}}, Budget());
    const auto text = *render(graph, *answer, Format::Json);
    for (int i = first; i <= 16; ++i) {
      const auto node = text.find("{\"key\":\"t:art_" + std::to_string(i) + "\"");
      ASSERT_NE(node, std::string::npos) << i;
      const auto depth = text.find("\"depth\":", node);
      EXPECT_EQ(text.substr(depth, text.find('}', depth) - depth), "\"depth\":" + std::to_string(i - first));
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries::formats
