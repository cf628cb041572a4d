// Transactions over several requests: what they read, how they end, and how many there may be.

#include "server/cypher/transactions.h"

#include <thread>

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

std::shared_ptr<const Graph> a_graph() {
  return std::make_shared<const Graph>(testing::graph_of("lakes:art_1"));
}

TEST(Transactions, read_the_snapshot_that_they_began_with) {
  Transactions transactions;
  const auto graph = a_graph();
  const auto begun = transactions.begin("neo4j", "me", graph);
  ASSERT_TRUE(begun);
  const auto used = transactions.use("neo4j", begun->id);
  ASSERT_TRUE(used);
  EXPECT_EQ(used->graph, graph);
}

TEST(Transactions, are_found_in_their_database_by_their_whole_id_until_they_end) {
  Transactions transactions;
  const auto begun = transactions.begin("neo4j", "me", a_graph());
  EXPECT_FALSE(transactions.use("other", begun->id));
  EXPECT_FALSE(transactions.use("neo4j", begun->id.substr(1)));
  EXPECT_TRUE(transactions.end("neo4j", begun->id));
  EXPECT_FALSE(transactions.use("neo4j", begun->id));
  EXPECT_FALSE(transactions.end("neo4j", begun->id));
}

TEST(Transactions, that_nobody_uses_let_their_snapshot_go) {
  Transactions::Limits limits;
  limits.idle = 20ms;
  Transactions transactions(limits);
  auto graph = a_graph();
  const std::weak_ptr<const Graph> watched = graph;
  const auto id = transactions.begin("neo4j", "me", std::move(graph))->id;
  while (!watched.expired()) std::this_thread::sleep_for(1ms);
  EXPECT_FALSE(transactions.use("neo4j", id));
  EXPECT_EQ(transactions.count(), 0U);
}

TEST(Transactions, are_bounded_in_all_and_for_one_client) {
  Transactions::Limits limits;
  limits.open = 3;
  limits.of_client = 2;
  Transactions transactions(limits);
  const auto graph = a_graph();
  EXPECT_TRUE(transactions.begin("neo4j", "me", graph));
  EXPECT_TRUE(transactions.begin("neo4j", "me", graph));
  const auto refused = transactions.begin("neo4j", "me", graph);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().detail, HasSubstr("commit or roll back"));
  EXPECT_TRUE(transactions.begin("neo4j", "you", graph));
  EXPECT_FALSE(transactions.begin("neo4j", "she", graph));
}

TEST(Transactions, end_when_too_many_snapshots_came_after_theirs) {
  Transactions transactions;
  const auto oldest = transactions.begin("neo4j", "me", a_graph())->id;
  const auto old = transactions.begin("neo4j", "me", a_graph())->id;
  const auto newest = transactions.begin("neo4j", "me", a_graph())->id;
  EXPECT_FALSE(transactions.use("neo4j", oldest));
  EXPECT_TRUE(transactions.use("neo4j", old));
  EXPECT_TRUE(transactions.use("neo4j", newest));
}

}  // namespace
}  // namespace treatygraph::server
