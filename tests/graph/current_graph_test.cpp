#include "graph/current_graph.h"

#include <atomic>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph {
namespace {

std::shared_ptr<const Graph> graph_called(const std::string& snapshot) {
  auto records = testing::records_of("t:art_1 -REFERS_TO-> t:art_2");
  return std::make_shared<const Graph>(std::move(*Graph::build(std::move(records), snapshot)));
}

TEST(CurrentGraph, keeps_the_old_one_for_who_still_reads_it) {
  CurrentGraph current(graph_called("old"));
  const auto held = current.get();
  current.replace(graph_called("new"));
  EXPECT_EQ(held->snapshot(), "old");
  EXPECT_TRUE(held->find("t:art_1"));
  EXPECT_EQ(current.get()->snapshot(), "new");
}

TEST(CurrentGraph, may_be_exchanged_while_others_read) {
  CurrentGraph current(graph_called("0"));
  std::atomic<bool> done = false;
  std::atomic<std::size_t> read = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      while (!done) read += current.get()->node_count() == 3 ? 1 : 0;
    });
  }
  for (int i = 1; i <= 200; ++i) current.replace(graph_called(std::to_string(i)));
  while (read == 0) std::this_thread::yield();
  done = true;
  readers.clear();
  EXPECT_EQ(current.get()->snapshot(), "200");
}

}  // namespace
}  // namespace treatygraph
