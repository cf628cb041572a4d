#include "graph/derived.h"

#include <string>
#include <thread>

#include <gmock/gmock.h>

namespace treatygraph {
namespace {

struct One {
  int value;
};
struct Another {
  std::string value;
};

TEST(Derived, makes_each_type_once_and_keeps_it) {
  const Derived derived;
  int made = 0;
  const auto& first = derived.get<One>([&] { return One{++made}; });
  const auto& another = derived.get<Another>([&] { return Another{"beside " + std::to_string(first.value)}; });
  const auto& again = derived.get<One>([&] { return One{++made}; });
  EXPECT_EQ(&again, &first);
  EXPECT_EQ(made, 1);
  EXPECT_EQ(another.value, "beside 1");
  EXPECT_EQ(Derived().get<One>([] { return One{7}; }).value, 7) << "each graph has its own";
}

TEST(Derived, gives_all_threads_the_same) {
  for (int round = 0; round < 200; ++round) {
    const Derived derived;
    std::vector<const One*> given(4);
    std::vector<std::jthread> threads;
    for (auto& place : given)
      threads.emplace_back([&place, &derived, round] { place = &derived.get<One>([&] { return One{round}; }); });
    threads.clear();
    EXPECT_THAT(given, ::testing::Each(given.front()));
    EXPECT_EQ(given.front()->value, round);
  }
}

}  // namespace
}  // namespace treatygraph
