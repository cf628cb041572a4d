// More clients than connections, more requests than threads, and more bytes than clients read.

#include <chrono>
#include <csignal>
#include <ctime>
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "server/http/http_server.h"
#include "server/http/problem.h"
#include "tests/server/raw_client.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using testing::RawClient;
using ::testing::StartsWith;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::string_view kQuick = "GET /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
constexpr std::string_view kCheap = "GET /cheap HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
constexpr std::string_view kDear = "GET /dear HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
constexpr std::string_view kLarge = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr std::size_t kLargeBytes = 8'000'000;

class OverloadHttp : public ::testing::Test {
 protected:
  void start(LoopLimits limits) {
    server_ = std::make_unique<HttpServer>(
        HttpHandlers{[this](const Request& request) { return answer(request); },
                     [](int status, const std::string& detail) { return problem(status, detail); },
                     [](std::string_view, std::string_view target) { return cost_of(target); },
                     [this](std::string_view) { ++reported_; }},
        limits, load_);
    port_ = *server_->bind("127.0.0.1", 0);
    thread_ = std::jthread([this](std::stop_token stop) { server_->serve(std::move(stop)); });
  }
  void TearDown() override { release_ = true; }

  static Cost cost_of(std::string_view target) {
    if (target == "/quick") return Cost::Instant;
    return target == "/cheap" ? Cost::Cheap : Cost::Dear;
  }

  Response answer(const Request& request) {
    Response response;
    response.content_type = "text/plain";
    response.body = "answered";
    if (request.target == "/large") response.body.assign(kLargeBytes, 'x');
    if (request.target == "/dear") {
      ++dear_;
      while (!release_ && !*request.gone) std::this_thread::sleep_for(1ms);
    }
    if (request.target.starts_with("/throws/")) {
      response.source = [is_standard = request.target == "/throws/standard"](std::string& piece) -> Piece {
        if (piece.empty() && is_standard) throw std::runtime_error("no more");
        throw 7;  // NOLINT: no std::exception
      };
    }
    return response;
  }

  template <typename Holds>
  static bool comes(Holds holds) {
    for (int i = 0; i < 2'000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }

  std::vector<std::unique_ptr<RawClient>> clients(int count, std::string_view request, const std::string& from = {}) {
    std::vector<std::unique_ptr<RawClient>> made;
    for (int i = 0; i < count; ++i) {
      made.push_back(std::make_unique<RawClient>(port_, from));
      if (!request.empty()) made.back()->send(request);
    }
    return made;
  }

  Load load_;
  std::atomic<bool> release_ = false;
  std::atomic<int> dear_ = 0;
  std::atomic<int> reported_ = 0;
  std::unique_ptr<HttpServer> server_;
  int port_ = 0;
  std::jthread thread_;
};

LoopLimits roomy() {
  LoopLimits limits;
  limits.loops = 2;
  limits.idle = 60s;
  return limits;
}

TEST_F(OverloadHttp, closes_the_oldest_idle_connection_for_a_new_client) {
  auto limits = roomy();
  limits.connections = 40;
  start(limits);
  const auto oldest = clients(1, {});
  ASSERT_TRUE(comes([&] { return load_.connections == 1; }));
  const auto others = clients(39, {});
  ASSERT_TRUE(comes([&] { return load_.connections == 40; }));
  for (int i = 0; i < 10; ++i) EXPECT_THAT(testing::exchange(port_, kQuick), HasSubstr("answered"));
  EXPECT_EQ(oldest.front()->receive({}, 2s), "");
  EXPECT_FALSE(oldest.front()->send("G") && oldest.front()->send("E")) << "it has been closed";
  EXPECT_GE(load_.closed_for_new, 1U);
  EXPECT_LE(load_.connections, 40U);
}

TEST_F(OverloadHttp, uses_no_more_processor_for_a_request_where_many_connections_are_idle) {
  auto limits = roomy();
  limits.connections = 10'000;
  start(limits);
  const auto time_of_1000 = [&] {
    RawClient client(port_);
    timespec begun{};
    timespec ended{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begun);
    for (int i = 0; i < 1'000; ++i) {
      client.send("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
      (void)client.receive("answered");
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);
    return static_cast<double>(ended.tv_sec - begun.tv_sec) + static_cast<double>(ended.tv_nsec - begun.tv_nsec) / 1e9;
  };
  const auto before = time_of_1000();
  const auto idle = clients(4'000, {});
  ASSERT_TRUE(comes([&] { return load_.connections >= 4'000; }));
  EXPECT_LT(time_of_1000(), 3 * before + 0.05);
}

TEST_F(OverloadHttp, lets_no_cheap_request_wait_behind_dear_ones) {
  auto limits = roomy();
  limits.threads = 4;
  limits.queue = 8;
  start(limits);
  const auto dear = clients(20, kDear);
  ASSERT_TRUE(comes([&] { return dear_ == 3; }));
  for (int i = 0; i < 50; ++i) {
    EXPECT_THAT(testing::exchange(port_, kCheap), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(testing::exchange(port_, kQuick), StartsWith("HTTP/1.1 200"));
  }
}

TEST_F(OverloadHttp, answers_a_dear_request_while_another_client_asks_for_more_than_there_are_threads) {
  auto limits = roomy();
  limits.threads = 4;
  limits.queue = 8;
  start(limits);
  const auto greedy = clients(30, kDear);
  ASSERT_TRUE(comes([&] { return dear_ == 3; }));
  const auto modest = clients(1, kDear, "127.0.0.2");
  EXPECT_TRUE(comes([&] { return dear_ == 4; })) << "its turn has come";
}

TEST_F(OverloadHttp, is_not_ready_while_requests_wait_and_none_is_finished) {
  auto limits = roomy();
  limits.threads = 1;
  start(limits);
  EXPECT_EQ(load_.why_not_ready(), "");
  const auto one = clients(1, kDear);
  ASSERT_TRUE(comes([&] { return dear_ == 1; }));
  std::this_thread::sleep_for(1'200ms);
  EXPECT_EQ(load_.why_not_ready(), "") << "nobody waits";
  const auto another = clients(1, kDear);
  EXPECT_TRUE(comes([&] { return !load_.why_not_ready().empty(); }));
  EXPECT_THAT(load_.why_not_ready(), HasSubstr("waited for a thread"));
  release_ = true;
  EXPECT_TRUE(comes([&] { return load_.why_not_ready().empty(); }));
}

TEST_F(OverloadHttp, holds_no_more_for_slow_readers_than_its_limit_and_answers_others) {
  auto limits = roomy();
  limits.outgoing = {10 * kLargeBytes, 5 * kLargeBytes};
  start(limits);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 60; ++i) slow.push_back(std::move(clients(1, kLarge, i % 2 == 0 ? "127.0.0.2" : "127.0.0.3")[0]));
  ASSERT_TRUE(comes([&] { return load_.gave_way >= 40; }));
  EXPECT_LE(load_.outgoing_bytes, 11 * kLargeBytes);
  const auto whole = testing::exchange(port_, "GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_GT(whole.size(), kLargeBytes);
  EXPECT_THAT(testing::exchange(port_, kQuick), HasSubstr("answered"));
  slow.clear();
  EXPECT_TRUE(comes([&] { return load_.outgoing_bytes == 0; }));
}

TEST_F(OverloadHttp, breaks_off_the_answer_whose_source_throws_and_nothing_else) {
  start(roomy());
  for (const auto* target : {"/throws/standard", "/throws/seven"}) {
    const auto broken = testing::exchange(port_, std::string("GET ") + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(broken, StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(broken, ::testing::Not(HasSubstr("\r\n0\r\n\r\n")));
  }
  EXPECT_EQ(reported_, 2);
  EXPECT_THAT(testing::exchange(port_, kQuick), HasSubstr("answered"));
}

/// A child process has a copy of each descriptor until it runs another program: closing ours is not the end of the
/// socket, nor of its events, which then would be for whoever came after.
TEST_F(OverloadHttp, closes_nobody_for_what_happens_to_a_closed_connection_that_a_child_process_holds) {
  constexpr std::string_view kKept = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n";
  start({});
  const auto clients = [&] {
    std::vector<std::unique_ptr<RawClient>> made;
    for (int i = 0; i < 40; ++i) made.push_back(std::make_unique<RawClient>(port_));
    for (const auto& client : made) {
      client->send(kKept);
      EXPECT_THAT(client->receive("answered"), HasSubstr("answered"));
    }
    return made;
  };
  auto gone = clients();
  const auto child = fork();
  if (child == 0) {
    gone.clear();  // its copies of the clients' own descriptors
    for (;;) pause();
  }
  for (const auto& client : gone) client->end();
  while (load_.connections > 0) std::this_thread::sleep_for(1ms);
  const auto others = clients();
  for (const auto& client : gone) client->end_by_reset();
  gone.clear();
  std::this_thread::sleep_for(50ms);
  for (const auto& client : others) {
    client->send(kKept);
    EXPECT_THAT(client->receive("answered"), HasSubstr("answered"));
  }
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace
}  // namespace treatygraph::server
