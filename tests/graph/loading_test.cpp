// Loading a treaties.db, and cancelling it.

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::TemporaryFolder;
using Clock = std::chrono::steady_clock;

/// Articles that refer to each other, each with a text.
GraphRecords many_articles(std::size_t count) {
  GraphRecords records;
  records.nodes.push_back({"treaty:t", {"Treaty"}, {}});
  const auto key = [](std::size_t i) { return fmt::format("t:art_{}", i); };
  for (std::size_t i = 0; i < count; ++i) {
    records.nodes.push_back(
        {key(i), {"Provision", "Article"}, {{"text", fmt::format("Each Party keeps lake {}.", i)}}});
    records.relationships.push_back({"HAS_PART", "treaty:t", key(i), {}});
    records.relationships.push_back(
        {"REFERS_TO", key(i), key(i * 7 % count), {{"quote", fmt::format("article {}", i)}}});
  }
  return records;
}

TEST(Loading, is_refused_where_stop_was_requested_before) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "a.db", many_articles(3)));
  const std::stop_source stop;
  EXPECT_TRUE(open_database(folder / "a.db", stop.get_token()));
  stop.request_stop();
  const auto opened = open_database(folder / "a.db", stop.get_token());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Cancelled) << opened.error().detail;
}

TEST(Loading, ends_soon_after_stop_is_requested_at_any_moment) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "a.db", many_articles(40'000)));
  std::filesystem::remove(image_path(folder / "a.db"));  // from the tables: mapping is over before it can be stopped
  std::size_t stopped = 0;
  for (auto moment = std::chrono::milliseconds(0); moment < std::chrono::seconds(60);
       moment += moment / 8 + std::chrono::milliseconds(5)) {
    std::stop_source stop;
    Clock::time_point asked;
    std::jthread asking([&] {
      std::this_thread::sleep_for(moment);
      asked = Clock::now();
      stop.request_stop();
    });
    const auto opened = open_database(folder / "a.db", stop.get_token());
    const auto ended = Clock::now();
    asking.join();
    if (opened) break;
    EXPECT_EQ(opened.error().code, ErrorCode::Cancelled) << opened.error().detail;
    EXPECT_LT(ended - asked, std::chrono::seconds(2)) << "asked after " << moment.count() << " ms";
    ++stopped;
  }
  EXPECT_GT(stopped, 3U);
}

}  // namespace
}  // namespace treatygraph
