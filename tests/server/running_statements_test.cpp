#include "server/running_statements.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::MatchesRegex;

Request from(const std::string& peer, std::atomic<bool>& gone, Headers headers = {}) {
  return {"POST", "/openCypher", std::move(headers), {}, &gone, peer};
}

TEST(RunningStatements, are_shown_to_their_client_alone) {
  RunningStatements running;
  std::atomic<bool> gone = false;
  const auto mine = from("10.0.0.1:4000", gone);
  const auto ticket = running.begin(mine, "RETURN 1", "mine");
  EXPECT_EQ(running.list(from("10.0.0.1:5000", gone)).size(), 1U);
  EXPECT_TRUE(running.list(from("10.0.0.2:4000", gone)).empty());
  const auto proxied = from("10.0.0.1:6000", gone, {{"X-Forwarded-For", "10.0.0.1, 10.9.9.9"}});
  EXPECT_TRUE(running.list(proxied).empty());
}

TEST(RunningStatements, have_names_that_nobody_guesses_unless_a_client_gives_one_that_is_free) {
  RunningStatements running;
  std::atomic<bool> gone = false;
  const auto mine = from("10.0.0.1:4000", gone);
  const auto first = running.begin(mine, "RETURN 1", "mine");
  const auto second = running.begin(mine, "RETURN 2", "mine");
  const auto statements = running.list(mine);
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].id, "mine");
  EXPECT_THAT(statements[1].id, MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
}

TEST(RunningStatements, are_stopped_by_their_name_until_they_end) {
  RunningStatements running;
  std::atomic<bool> gone = false;
  const auto mine = from("10.0.0.1:4000", gone);
  auto ticket = running.begin(mine, "RETURN 1", "mine");
  EXPECT_FALSE(running.cancel("yours"));
  EXPECT_FALSE(gone);
  EXPECT_TRUE(running.cancel("mine"));
  EXPECT_TRUE(gone);
  EXPECT_TRUE(running.find("mine")->cancelled);
  ticket.reset();
  EXPECT_FALSE(running.find("mine"));
  EXPECT_FALSE(running.cancel("mine"));
}

}  // namespace
}  // namespace treatygraph::server
