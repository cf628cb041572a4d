#include "queries/walks/walk_memory.h"

#include <optional>
#include <thread>

#include <gmock/gmock.h>

#include "graph/memory_account.h"
#include "tests/support/taken_memory.h"

namespace treatygraph::queries {
namespace {

TEST(WalkMemory, is_given_back_where_no_memory_is_left) {
  const auto walk = [] {
    const MemoryAccount account(std::size_t{1} << 20U);
    std::optional<testing::TakenMemory> taken;
    WalkScratch first(10);
    const WalkScratch second(10);
    first.push(3);
    taken.emplace();
  };
  std::thread(walk).join();  // a new thread: nothing was given back to it before
  WalkScratch next(10);
  EXPECT_TRUE(next.push(3));
}

}  // namespace
}  // namespace treatygraph::queries
