#include "queries/formats/json_fragments.h"

#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "queries/catalogue.h"
#include "queries/formats/render.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::formats {
namespace {

TEST(FragmentShelf, gives_back_what_was_kept_and_nothing_else) {
  const FragmentShelf shelf(10'000);
  EXPECT_EQ(shelf.find(9'999), "");
  EXPECT_TRUE(shelf.keep(9'999, "last"));
  EXPECT_TRUE(shelf.keep(0, "first"));
  EXPECT_EQ(shelf.find(9'999), "last");
  EXPECT_EQ(shelf.find(0), "first");
  EXPECT_EQ(shelf.find(1), "");
}

TEST(FragmentShelf, keeps_no_more_than_it_has_room_for) {
  const FragmentShelf shelf(1'000);
  const std::string megabyte(1'000'000, 'x');
  std::size_t kept = 0;
  while (kept < 1'000 && shelf.keep(kept, megabyte)) ++kept;
  EXPECT_GT(kept, 100U);
  EXPECT_LT(kept, 500U);
  EXPECT_EQ(shelf.find(kept), "");
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

}  // namespace
}  // namespace treatygraph::queries::formats
