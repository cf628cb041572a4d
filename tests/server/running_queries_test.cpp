#include "server/running_queries.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

TEST(RunningQueries, are_listed_until_they_end_and_stopped_by_their_id) {
  RunningQueries running;
  std::atomic<bool> gone = false;
  const Request request{"POST", "/v1/cypher", {}, std::string(1'999, 'x') + "éé", &gone, "127.0.0.1:4000"};
  const std::string id = "mine-1";
  {
    const auto ticket = running.begin(request, id);
    ASSERT_EQ(running.list().size(), 1U);
    const auto query = running.list().front();
    EXPECT_EQ(query.request_id, "mine-1");
    EXPECT_EQ(query.peer, "127.0.0.1:4000");
    EXPECT_EQ(query.text, std::string(1'999, 'x')) << "cut between characters";
    EXPECT_FALSE(running.cancel(query.id + 1));
    EXPECT_FALSE(gone);
    EXPECT_TRUE(running.cancel(query.id));
    EXPECT_TRUE(gone);
    EXPECT_TRUE(running.list().front().cancelled);
  }
  EXPECT_EQ(running.count(), 0U);
  EXPECT_EQ(running.begun(), 1U);
}

}  // namespace
}  // namespace treatygraph::server
