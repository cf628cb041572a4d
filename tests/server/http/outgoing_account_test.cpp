#include "server/http/outgoing_account.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

class OutgoingAccountOf1000 : public ::testing::Test {
 protected:
  OutgoingAccount::Entry open(const std::string& client, const std::string& name, std::chrono::seconds ago = 10s) {
    return account_.open(client, OutgoingAccount::Clock::now() - ago, [this, name] { gave_way_.push_back(name); });
  }

  Load load_;
  OutgoingAccount account_{{1'000, 500}, load_};
  std::vector<std::string> gave_way_;
};

TEST_F(OutgoingAccountOf1000, bytes_leaves_everybody_in_peace_while_they_fit) {
  const auto one = open("a", "one");
  const auto two = open("b", "two");
  account_.update(one, 500, 0);
  account_.update(two, 500, 0);
  EXPECT_THAT(gave_way_, IsEmpty());
  EXPECT_EQ(load_.outgoing_bytes, 1'000U);
  account_.close(one);
  EXPECT_EQ(load_.outgoing_bytes, 500U);
}

TEST_F(OutgoingAccountOf1000, bytes_lets_the_slowest_of_a_client_give_way) {
  account_.update(open("a", "fast"), 200, 9'000);
  account_.update(open("b", "another's, slower"), 200, 1);
  account_.update(open("a", "slow"), 200, 10);
  account_.update(open("a", "new", 0s), 200, 100);
  EXPECT_THAT(gave_way_, ElementsAre("slow"));
  EXPECT_EQ(load_.gave_way, 1U);
  EXPECT_EQ(load_.outgoing_bytes, 600U);
}

TEST_F(OutgoingAccountOf1000, bytes_lets_the_slowest_of_all_give_way_until_they_fit) {
  account_.update(open("a", "a"), 300, 5);
  account_.update(open("b", "b"), 300, 4);
  account_.update(open("c", "c"), 300, 3);
  account_.update(open("d", "d"), 500, 100);
  EXPECT_THAT(gave_way_, ElementsAre("c", "b"));
}

TEST_F(OutgoingAccountOf1000, bytes_takes_one_answer_that_is_larger_where_nothing_else_waits) {
  const auto large = open("a", "large");
  account_.update(large, 5'000, 0);
  EXPECT_THAT(gave_way_, IsEmpty());
  account_.update(open("b", "small"), 10, 100);
  EXPECT_THAT(gave_way_, ElementsAre("large"));
  account_.update(large, 4'000, 1'000);
  EXPECT_EQ(load_.outgoing_bytes, 10U) << "it is being closed";
}

}  // namespace
}  // namespace treatygraph::server
