#include "server/api/running_queries.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::MatchesRegex;

Request asked(std::atomic<bool>& gone, const std::string& client) {
  Request request{"POST", "/openCypher", {}, {}, &gone};
  request.client = client;
  return request;
}

TEST(RunningQueries, are_listed_until_they_end_and_stopped_by_their_id) {
  RunningQueries running;
  std::atomic<bool> gone = false;
  const Request request{"POST", "/v1/cypher", {}, std::string(1'999, 'x') + "éé", &gone, "127.0.0.1:4000"};
  {
    const auto ticket = running.begin(request, "mine-1");
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

TEST(RunningQueries, that_ask_a_statement_are_shown_to_their_client_alone) {
  RunningQueries running;
  std::atomic<bool> gone = false;
  const auto other = running.begin(asked(gone, "10.0.0.1"), "no statement");
  auto ticket = running.begin(asked(gone, "10.0.0.1"), "a statement");
  ticket.asks("RETURN 1", "mine");
  const auto shown = running.statements_of_client(other);
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown.front().statement->text, "RETURN 1");
  const auto stranger = running.begin(asked(gone, "10.0.0.2"), "another");
  EXPECT_TRUE(running.statements_of_client(stranger).empty());
}

TEST(RunningQueries, have_names_that_nobody_guesses_unless_a_client_gives_one_that_is_free) {
  RunningQueries running;
  std::atomic<bool> gone = false;
  auto first = running.begin(asked(gone, "10.0.0.1"), "1");
  auto second = running.begin(asked(gone, "10.0.0.1"), "2");
  first.asks("RETURN 1", "mine");
  second.asks("RETURN 2", "mine");
  const auto statements = running.statements_of_client(first);
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].statement->name, "mine");
  EXPECT_THAT(statements[1].statement->name,
              MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
}

TEST(RunningQueries, that_ask_a_statement_are_stopped_by_its_name_until_they_end) {
  RunningQueries running;
  std::atomic<bool> gone = false;
  {
    auto ticket = running.begin(asked(gone, "10.0.0.1"), "1");
    ticket.asks("RETURN 1", "mine");
    EXPECT_FALSE(running.cancel_statement("yours"));
    EXPECT_FALSE(gone);
    EXPECT_TRUE(running.cancel_statement("mine"));
    EXPECT_TRUE(gone);
    EXPECT_TRUE(running.find_statement("mine")->cancelled);
  }
  EXPECT_FALSE(running.find_statement("mine"));
  EXPECT_FALSE(running.cancel_statement("mine"));
}

}  // namespace
}  // namespace treatygraph::server
