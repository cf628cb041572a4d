#include "server/http/kept_answers.h"

#include <gmock/gmock.h>

#include "graph/graph.h"
#include "tests/server/lakes_server.h"

namespace treatygraph::server {
namespace {

constexpr std::string_view kAnswer =
    "HTTP/1.1 200 OK\r\nETag: W/\"1\"\r\nX-Request-Id: 0a-1\r\nX-Content-Type-Options: nosniff\r\n"
    "Server-Timing: total;dur=0.120\r\n\r\nX-Request-Id: body\r\n";

class KeptAnswersOf4Kb : public ::testing::Test {
 protected:
  static std::shared_ptr<const Graph> lakes() {
    return std::make_shared<const Graph>(testing::graph_of(LakesServer::drawing()));
  }

  void keep(const std::string& head, std::size_t bytes = 100) {
    kept_.keep(head, *KeptAnswer::of(std::string(kAnswer) + std::string(bytes, 'x'), {graph_, {}}, false));
  }

  const std::shared_ptr<const Graph> graph_ = lakes();
  KeptAnswers kept_{4'096};
};

TEST(KeptAnswer, is_sent_again_with_another_id_and_time) {
  auto kept = KeptAnswer::of(kAnswer, {}, false);
  ASSERT_TRUE(kept);
  kept->what.record.id = "0a-23";
  kept->what.record.took = std::chrono::microseconds(12'034);
  EXPECT_EQ(kept->bytes(),
            "HTTP/1.1 200 OK\r\nETag: W/\"1\"\r\nX-Request-Id: 0a-23\r\nX-Content-Type-Options: nosniff\r\n"
            "Server-Timing: total;dur=12.034\r\n\r\nX-Request-Id: body\r\n");
}

TEST(KeptAnswer, needs_an_id_and_a_time_in_its_head) {
  EXPECT_FALSE(KeptAnswer::of("HTTP/1.1 200 OK\r\n\r\n", {}, false));
  EXPECT_FALSE(
      KeptAnswer::of("HTTP/1.1 200 OK\r\nX-Request-Id: 1\r\n\r\n\r\nServer-Timing: total;dur=1\r\n", {}, false));
}

TEST_F(KeptAnswersOf4Kb, are_found_by_the_whole_head) {
  keep("GET /v1 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(kept_.find("GET /v1 HTTP/1.1\r\nHost: x\r\n\r\n"), nullptr);
  EXPECT_EQ(kept_.find("GET /v1 HTTP/1.1\r\nHost: y\r\n\r\n"), nullptr);
  EXPECT_EQ(kept_.find("GET /v1 HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n"), nullptr);
}

TEST_F(KeptAnswersOf4Kb, take_no_more_room_and_drop_what_was_asked_longest_ago) {
  keep("a");
  keep("b");
  for (int i = 0; i < 100; ++i) {
    EXPECT_NE(kept_.find("a"), nullptr);
    keep("c" + std::to_string(i));
    EXPECT_LE(kept_.bytes(), 4'096U);
  }
  EXPECT_EQ(kept_.find("b"), nullptr);
  EXPECT_NE(kept_.find("c99"), nullptr);
  keep("large", 5'000);
  EXPECT_EQ(kept_.find("large"), nullptr);
  EXPECT_NE(kept_.find("a"), nullptr) << "for what has no room nothing is dropped";
}

TEST_F(KeptAnswersOf4Kb, are_of_one_snapshot) {
  keep("a");
  const auto next = lakes();
  kept_.keep("b", *KeptAnswer::of(kAnswer, {next, {}}, false));
  EXPECT_EQ(kept_.find("a"), nullptr);
  EXPECT_NE(kept_.find("b"), nullptr);
  kept_.clear();
  EXPECT_EQ(kept_.bytes(), 0U);
  EXPECT_EQ(kept_.find("b"), nullptr);
}

}  // namespace
}  // namespace treatygraph::server
