// Compares answers from a loop's cache with newly made ones.

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>
#include <vector>

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "tests/server/lakes_http.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;

/// Without headers that differ from request to request.
std::string without_id_and_time(const std::string& answer) {
  static const std::regex own("(X-Request-Id: |Server-Timing: total;dur=)[^\r]*");
  return std::regex_replace(answer, own, "$1");
}

std::string id_in(const std::string& answer) {
  const auto at = answer.find("X-Request-Id: ") + 14;
  return answer.substr(at, answer.find("\r\n", at) - at);
}

/// Requests for all questions, from their examples and from the file of exchanges.
std::vector<std::string> targets() {
  std::vector<std::string> targets;
  for (const auto& question : queries::questions()) {
    const auto route = std::regex_replace(std::string(question.route), std::regex("\\{[^}]*\\}"), "lakes");
    targets.push_back(fmt::format("{}?{}", route, question.example));
  }
  std::istringstream lines(
      testing::bytes_of(std::filesystem::path(testing::kSourceFolder) / "tests/server/data/questions.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("GET ")) targets.push_back(line.substr(4));
  }
  std::ranges::sort(targets);
  const auto same = std::ranges::unique(targets);
  targets.erase(same.begin(), same.end());
  return targets;
}

class RepeatedHttp : public LakesHttp {
 protected:
  static LoopLimits keeping(std::size_t bytes) {
    LoopLimits limits;
    limits.loops = 1;
    limits.kept_bytes = bytes;
    return limits;
  }
  void SetUp() override { start({}, keeping(16U << 20U)); }

  [[nodiscard]] std::string ask(const std::string& target, const std::string& headers = {},
                                const std::string& method = "GET") const {
    return testing::exchange(
        port_, fmt::format("{} {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{}\r\n", method, target, headers));
  }
  [[nodiscard]] std::vector<std::string> ask_all(const std::vector<std::string>& targets) const {
    std::vector<std::string> answers;
    for (const auto& target : targets) {
      for (const auto* accept :
           {"", "Accept: text/csv\r\n", "Accept: application/graphml+xml\r\n", "Accept: */*\r\n"}) {
        for (const auto* encoding : {"", "Accept-Encoding: gzip\r\n"}) {
          answers.push_back(without_id_and_time(ask(target, fmt::format("{}{}", accept, encoding))));
        }
      }
    }
    return answers;
  }
  [[nodiscard]] std::uint64_t repeated() const { return lakes_->load.repeated; }
};

TEST_F(RepeatedHttp, answers_are_those_that_are_made_anew) {
  const auto all = targets();
  ASSERT_GT(all.size(), 40U);
  (void)ask_all(all);
  const auto kept = ask_all(all);
  EXPECT_GT(repeated(), 80U) << "those that were answered on the loop";
  start({}, keeping(0));
  const auto made = ask_all(all);
  EXPECT_EQ(repeated(), 0U);
  ASSERT_EQ(kept.size(), made.size());
  for (std::size_t i = 0; i < made.size(); ++i) EXPECT_EQ(kept[i], made[i]);
}

TEST_F(RepeatedHttp, requests_have_ids_of_their_own_and_are_logged_and_counted) {
  const auto first = ask("/v1/treaties");
  const auto again = ask("/v1/treaties");
  EXPECT_EQ(repeated(), 1U);
  const auto log = lakes_->logged();
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(id_in(first), log[0].id);
  EXPECT_EQ(id_in(again), log[1].id);
  EXPECT_NE(log[0].id, log[1].id);
  EXPECT_EQ(log[1].method, "GET");
  EXPECT_EQ(log[1].target, "/v1/treaties");
  EXPECT_EQ(log[1].route, log[0].route);
  EXPECT_EQ(log[1].bytes, log[0].bytes);
  EXPECT_EQ(log[1].status, 200);
  EXPECT_EQ(lakes_->running.begun(), 2U);
  EXPECT_GT(lakes_->load.kept_bytes, 0U);
  EXPECT_THAT(lakes_->metrics.text(), HasSubstr("method=\"GET\",route=\"/v1/treaties\",status=\"200\"} 2"));
}

TEST_F(RepeatedHttp, answers_are_not_those_of_a_snapshot_that_is_no_longer_served) {
  const auto old = ask("/v1/treaties");
  EXPECT_THAT(old, Not(HasSubstr("treaty:rivers")));
  const auto both = LakesServer::drawing() + "\ntreaty:rivers title=\"Treaty on Rivers\"\nrivers:art_1\n";
  const auto lakes = lakes_->current.get();
  const auto with_rivers = std::make_shared<const Graph>(testing::graph_of(both));
  for (int i = 0; i < 50; ++i) {
    lakes_->current.replace(with_rivers);
    for (int twice = 0; twice < 2; ++twice) EXPECT_THAT(ask("/v1/treaties"), HasSubstr("treaty:rivers"));
    lakes_->current.replace(lakes);
    for (int twice = 0; twice < 2; ++twice)
      EXPECT_EQ(without_id_and_time(ask("/v1/treaties")), without_id_and_time(old));
  }
  EXPECT_EQ(repeated(), 100U) << "each second one";
}

TEST_F(RepeatedHttp, answers_keep_no_snapshot_alive) {
  (void)ask("/v1/treaties");
  const std::weak_ptr<const Graph> old = lakes_->current.get();
  lakes_->current.replace(std::make_shared<const Graph>(testing::graph_of(LakesServer::drawing())));
  EXPECT_TRUE(old.expired());
}

TEST_F(RepeatedHttp, answers_are_to_get_alone) {
  for (int i = 0; i < 3; ++i) {
    for (const auto* method : {"HEAD", "OPTIONS", "POST", "DELETE"}) (void)ask("/v1/treaties", {}, method);
    (void)ask("/v1/treaties", "X-Request-Id: mine\r\n");
    (void)ask("/v1/nodes/nowhere");
    (void)ask("/healthz");
    (void)ask("/metrics");
    (void)ask("/v1/treaties", "Content-Length: 1\r\n");
    (void)testing::exchange(port_,
                            "GET /v1/treaties HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nxy");
  }
  EXPECT_EQ(repeated(), 0U);
  EXPECT_THAT(ask("/v1/treaties", "X-Request-Id: mine\r\n"), HasSubstr("X-Request-Id: mine\r\n"));
}

TEST_F(RepeatedHttp, answers_are_to_the_same_head_alone) {
  const auto whole = ask("/v1/treaties");
  const auto at = whole.find("ETag: ") + 6;
  const auto tag = whole.substr(at, whole.find("\r\n", at) - at);
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(ask("/v1/treaties", "If-None-Match: " + tag + "\r\n"), StartsWith("HTTP/1.1 304"));
    EXPECT_THAT(ask("/v1/treaties", "If-None-Match: \"another\"\r\n"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(ask("/v1/treaties", "Origin: https://draw.example\r\n"),
                HasSubstr("Access-Control-Allow-Origin: https://draw.example\r\n"));
    EXPECT_THAT(ask("/v1/treaties", "Origin: https://draw.example\r\n"), HasSubstr(" Link, "))
        << "a page may read where the answer stays";
    EXPECT_THAT(ask("/v1/treaties", "Origin: https://evil.example\r\n"), Not(HasSubstr("Access-Control-Allow-Origin")));
    EXPECT_THAT(
        testing::exchange(port_, "GET /v1/treaties HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        StartsWith("HTTP/1.1 421"));
    EXPECT_THAT(testing::exchange(port_, "GET /v1/treaties HTTP/1.0\r\nHost: x\r\n\r\n"),
                HasSubstr("Connection: close\r\n"));
  }
}

TEST_F(RepeatedHttp, answers_need_the_token_that_the_first_was_given_for) {
  const testing::TemporaryFolder folder;
  auto access = LakesServer::usual_access();
  access.token_file = folder.write("tokens", "right\n").string();
  start({}, keeping(16U << 20U), access);
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(ask("/v1/treaties", "Authorization: Bearer right\r\n"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(ask("/v1/treaties", "Authorization: Bearer wrong\r\n"), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(ask("/v1/treaties"), StartsWith("HTTP/1.1 401"));
  }
  EXPECT_EQ(repeated(), 2U);
}

TEST_F(RepeatedHttp, requests_that_are_sent_ahead_or_in_pieces_are_answered_each_in_turn) {
  const std::string one = "GET /v1/treaties HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string other = "GET /v1 HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string last = "GET /v1/treaties HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  std::string expected;
  for (const auto& request : {one, other, one, one, other, last}) {
    RawClient client(port_);
    client.send(request == last ? last : request + "GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const auto answer = client.receive();
    expected += without_id_and_time(answer.substr(0, request == last ? answer.size() : answer.rfind("HTTP/1.1 404")));
  }
  RawClient ahead(port_);
  ahead.send(one + other + one + one + other + last);
  EXPECT_EQ(without_id_and_time(ahead.receive()), expected);
  RawClient in_pieces(port_);
  for (const auto& piece :
       {one.substr(0, 10), one.substr(10) + other + one.substr(0, 30), one.substr(30), one + other, last}) {
    in_pieces.send(piece);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(without_id_and_time(in_pieces.receive()), expected);
}

}  // namespace
}  // namespace treatygraph::server
