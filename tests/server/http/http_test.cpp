// The server on a real socket, with clients that are slow, silent, malformed or numerous.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "server/http/http_server.h"
#include "server/http/problem.h"
#include "tests/server/raw_client.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;
using testing::exchange;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;
using namespace std::chrono_literals;

constexpr std::string_view kHello = "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
constexpr std::string_view kHelloAgain = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

LoopLimits impatient() {
  LoopLimits limits;
  limits.threads = 2;
  limits.queue = 4;
  limits.connections = 64;
  limits.idle = 600ms;
  limits.request = 600ms;
  limits.write = 600ms;
  return limits;
}

class Http : public ::testing::Test {
 protected:
  void SetUp() override { start(impatient()); }

  void TearDown() override {
    release_ = true;
    stop();
  }

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

  void stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
  }

  /// Whether a counter reaches `wanted` within a time that suffices on a busy machine.
  static bool comes_to(const std::atomic<int>& count, int wanted) {
    for (int i = 0; i < 2'000 && count != wanted; ++i) std::this_thread::sleep_for(10ms);
    return count == wanted;
  }

  Response answer(const Request& request) {
    Response response;
    response.content_type = "text/plain";
    if (request.target == "/throw") throw std::runtime_error("secret");
    if (request.target == "/large") response.body.assign(20'000'000, 'x');
    if (request.target == "/body") response.body = "body " + request.body;
    if (request.target == "/encoding") response.body = "accepts " + std::string(request.header("Accept-Encoding"));
    if (request.target == "/hello") response.body = "hello";
    if (request.target.starts_with("/target")) response.body = "target " + request.target;
    if (request.target.starts_with("/stream/")) response.source = stream(std::stoul(request.target.substr(8)));
    if (request.target == "/breaks")
      response.source = [](std::string& piece) {
        piece = "begun";
        return Piece::Failed;
      };
    if (request.target == "/wait") {
      ++waiting_;
      while (!release_ && !*request.gone) std::this_thread::sleep_for(1ms);
      if (*request.gone) ++abandoned_;
      response.body = "waited";
    }
    return response;
  }

  /// That many pieces of 64 KiB.
  BodySource stream(std::size_t pieces) {
    return [this, pieces, made = std::size_t{0}](std::string& piece) mutable {
      piece.assign(65'536, 'x');
      ++pieces_made_;
      return ++made < pieces ? Piece::More : Piece::Done;
    };
  }

  static Cost cost_of(std::string_view target) {
    if (target == "/healthz") return Cost::Instant;
    return target.starts_with("/target") ? Cost::Cheap : Cost::Dear;
  }

  Load load_;
  std::atomic<int> reported_ = 0;  ///< exceptions
  std::unique_ptr<HttpServer> server_;
  std::jthread thread_;
  int port_ = 0;
  std::atomic<bool> release_ = false;
  std::atomic<int> waiting_ = 0;  ///< requests to /wait that reached the handler
  std::atomic<int> abandoned_ = 0;
  std::atomic<std::size_t> pieces_made_ = 0;
};

TEST_F(Http, answers_one_request_after_another_on_a_connection) {
  RawClient client(port_);
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(client.send(kHelloAgain));
    EXPECT_THAT(client.receive("hello"), StartsWith("HTTP/1.1 200"));
  }
}

TEST_F(Http, answers_requests_that_were_sent_ahead) {
  RawClient client(port_);
  client.send(std::string(kHelloAgain) + std::string(kHelloAgain) + std::string(kHello));
  const auto received = client.receive();
  std::size_t answers = 0;
  for (auto at = received.find("HTTP/1.1 200"); at != std::string::npos; at = received.find("HTTP/1.1 200", at + 1))
    ++answers;
  EXPECT_EQ(answers, 3U);
}

TEST_F(Http, hands_on_the_target_as_it_came_without_a_fragment) {
  const auto received =
      exchange(port_, "GET /target/%zz?a=%20+b&&a=c#part HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(received, ::testing::EndsWith("target /target/%zz?a=%20+b&&a=c"));
}

TEST_F(Http, takes_a_body_that_comes_in_pieces) {
  RawClient client(port_);
  client.send("POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 6\r\n\r\nab");
  std::this_thread::sleep_for(50ms);
  client.send("cdef");
  EXPECT_THAT(client.receive(), HasSubstr("body abcdef"));
}

TEST_F(Http, gives_who_ends_his_side_the_answer_still) {
  RawClient client(port_);
  client.send(kHelloAgain);
  client.end();
  EXPECT_THAT(client.receive(), HasSubstr("hello"));
}

TEST_F(Http, streams_a_body_in_chunks_and_then_takes_the_next_request) {
  RawClient client(port_);
  client.send("GET /stream/3 HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto answer = client.receive("\r\n0\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("Content-Length")));
  EXPECT_EQ(std::ranges::count(answer.substr(answer.find("\r\n\r\n")), 'x'), 3 * 65'536);
  client.send(kHelloAgain);
  EXPECT_THAT(client.receive("hello"), StartsWith("HTTP/1.1 200"));
}

TEST_F(Http, streams_to_http_1_0_until_the_connection_ends) {
  const auto answer = exchange(port_, "GET /stream/2 HTTP/1.0\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, Not(HasSubstr("chunked")));
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 2U * 65'536);
}

TEST_F(Http, sends_the_head_of_a_stream_alone) {
  const auto answer = exchange(port_, "HEAD /stream/3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, AllOf(HasSubstr("chunked"), ::testing::EndsWith("\r\n\r\n")));
  EXPECT_EQ(pieces_made_, 0U);
}

TEST_F(Http, makes_no_more_of_a_stream_than_its_readers_take_and_keeps_no_thread_for_them) {
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 6; ++i) {  // three times the number of threads
    slow.push_back(std::make_unique<RawClient>(port_));
    slow.back()->send("GET /stream/100000 HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  for (auto made = pieces_made_.load() + 1; made != pieces_made_.load();) {  // until the sockets are full
    made = pieces_made_.load();
    std::this_thread::sleep_for(200ms);
  }
  EXPECT_THAT(exchange(port_, kHello), HasSubstr("hello"));
  EXPECT_LT(pieces_made_.load(), 60'000U);  // what the socket buffers hold: at most a tenth of the whole
  std::this_thread::sleep_for(impatient().write);
  const auto cut = slow.front()->receive();  // the server does not wait for a client that does not read
  EXPECT_THAT(cut, Not(::testing::EndsWith("\r\n0\r\n\r\n")));
}

TEST_F(Http, breaks_a_stream_off_that_fails) {
  const auto answer = exchange(port_, "GET /breaks HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 200"), Not(HasSubstr("\r\n0\r\n"))));
}

TEST_F(Http, sends_head_without_a_body) {
  const auto answer = exchange(port_, "HEAD /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("Content-Length: 5"));
  EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(Http, leaves_compression_to_the_service_and_ignores_ranges) {
  const auto answer = exchange(port_,
                               "GET /encoding HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\nRange: "
                               "bytes=0-0,0-0\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\naccepts gzip, br"));
}

TEST_F(Http, refuses_in_problem_details_and_closes) {
  for (const auto* request : {"GET /hello HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n",
                              "POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\n",
                              "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"}) {
    const auto answer = exchange(port_, request);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 4")) << request;
    EXPECT_THAT(answer, HasSubstr("application/problem+json"));
    EXPECT_THAT(answer, HasSubstr("Connection: close"));
  }
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kilobytes = 0;
    if (word == "VmRSS:" && status >> kilobytes) return kilobytes;
  }
  return 0;
}

TEST_F(Http, does_not_hold_a_line_that_never_ends) {
  const auto before = resident_kilobytes();
  RawClient client(port_);
  const std::string megabyte(1'000'000, 'a');
  for (int i = 0; i < 64 && client.send(megabyte); ++i) {
  }
  EXPECT_LT(resident_kilobytes(), before + 16'000);
  EXPECT_THAT(exchange(port_, kHello), HasSubstr("hello"));
}

TEST_F(Http, lets_no_idle_or_dripping_client_hold_up_another) {
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 30; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_));
    if (i % 2 == 0) slow.back()->send("GET /hel");
  }
  for (int i = 0; i < 20; ++i) EXPECT_THAT(exchange(port_, kHello), HasSubstr("hello"));
}

TEST_F(Http, gives_a_request_no_more_time_for_dripping) {
  RawClient client(port_);
  const auto begun = std::chrono::steady_clock::now();
  while (client.send("G") && std::chrono::steady_clock::now() - begun < 5s) std::this_thread::sleep_for(20ms);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 4s);
}

TEST_F(Http, closes_a_connection_that_asks_nothing) {
  RawClient client(port_);
  EXPECT_EQ(client.receive({}, 3s), "");
  std::this_thread::sleep_for(10ms);
  client.send("x");
  std::this_thread::sleep_for(10ms);
  EXPECT_FALSE(client.send("y"));
}

TEST_F(Http, drops_who_does_not_take_his_answer_and_serves_the_others) {
  RawClient greedy(port_);
  greedy.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
  for (int i = 0; i < 20; ++i) EXPECT_THAT(exchange(port_, kHello), HasSubstr("hello"));
}

TEST_F(Http, sends_large_answers_whole) {
  stop();
  auto patient = impatient();
  patient.write = 20s;
  start(patient);
  const auto answer = exchange(port_, "GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_GT(answer.size(), 20'000'000U);
}

TEST_F(Http, sheds_what_it_cannot_work_on_and_answers_probes_meanwhile) {
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 5; ++i) {  // two threads, and one client's share of four places in the queue
    waiting.push_back(std::make_unique<RawClient>(port_));
    waiting.back()->send("GET /wait HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    std::this_thread::sleep_for(30ms);
  }
  const auto shed = exchange(port_, kHello);
  EXPECT_THAT(shed, StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(exchange(port_, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 200"));
  release_ = true;
  for (auto& client : waiting) EXPECT_THAT(client->receive(), HasSubstr("waited"));
  EXPECT_THAT(exchange(port_, kHello), HasSubstr("hello"));
}

TEST_F(Http, refuses_connections_beyond_its_limit) {
  std::vector<std::unique_ptr<RawClient>> open;
  for (int i = 0; i < 64; ++i) {
    open.push_back(std::make_unique<RawClient>(port_));
    open.back()->send("G");
  }
  std::this_thread::sleep_for(100ms);
  EXPECT_THAT(RawClient(port_).receive(), StartsWith("HTTP/1.1 503"));
}

TEST_F(Http, stops_work_for_who_has_gone) {
  {
    RawClient client(port_);
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(comes_to(waiting_, 1));
  }
  EXPECT_TRUE(comes_to(abandoned_, 1));
}

TEST_F(Http, serves_many_clients_at_a_time) {
  stop();
  auto roomy = impatient();
  roomy.queue = 256;
  start(roomy);
  std::atomic<int> answered = 0;
  std::vector<std::jthread> clients;
  for (int i = 0; i < 32; ++i) {
    clients.emplace_back([&] {
      RawClient client(port_);
      for (int n = 0; n < 20; ++n) {
        client.send(kHelloAgain);
        answered += client.receive("hello").find("hello") != std::string::npos ? 1 : 0;
      }
    });
  }
  clients.clear();
  EXPECT_EQ(answered, 32 * 20);
}

TEST_F(Http, answers_what_is_quick_while_slow_answers_are_made) {
  stop();
  auto roomy = impatient();
  roomy.threads = 24;
  roomy.queue = 64;
  start(roomy);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 18; ++i) {  // one client's share of the threads
    slow.push_back(std::make_unique<RawClient>(port_));
    slow.back()->send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  ASSERT_TRUE(comes_to(waiting_, 18));
  RawClient quick(port_);
  for (int i = 0; i < 20; ++i) {
    quick.send("GET /target HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_THAT(quick.receive("target"), HasSubstr("target"));
  }
}

TEST_F(Http, answers_what_is_in_flight_before_it_stops) {
  RawClient client(port_);
  client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_TRUE(comes_to(waiting_, 1));
  const std::jthread stopper([this] { stop(); });
  std::this_thread::sleep_for(100ms);
  release_ = true;
  EXPECT_THAT(client.receive("waited"), HasSubstr("waited"));
}

TEST_F(Http, stops_in_time_though_clients_are_idle_and_work_goes_on) {
  const RawClient idle(port_);
  RawClient working(port_);
  working.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(50ms);
  const auto begun = std::chrono::steady_clock::now();
  stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 4s) << "a hang, not a slow machine";
}

TEST_F(Http, stops_whether_it_has_begun_to_serve_or_not) {
  for (int round = 0; round < 2'000; ++round) {
    stop();
    start(impatient());
    const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(round % 100);
    while (std::chrono::steady_clock::now() < until) std::this_thread::yield();
  }
}

TEST_F(Http, stops_at_every_moment_of_a_session) {
  const auto play = [this] {
    try {
      const RawClient idle(port_);
      RawClient reading(port_);
      reading.send("GET /stream/1000 HTTP/1.1\r\nHost: x\r\n\r\n");
      RawClient not_reading(port_);
      not_reading.send("GET /stream/100000 HTTP/1.1\r\nHost: x\r\n\r\n");
      RawClient waiting(port_);
      waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
      RawClient(port_).send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
      RawClient ahead(port_);
      ahead.send("GET /target/1 HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /he");
      (void)reading.receive("no such bytes", 100ms);
    } catch (const std::exception&) {  // nobody is listening any more
    }
  };
  for (auto moment = 0us; moment < 60ms; moment += 100us + moment / 8) {
    stop();
    auto hasty = impatient();
    hasty.drain = 50ms;
    hasty.loops = 2;
    start(hasty);
    const std::jthread session(play);
    std::this_thread::sleep_for(moment);
    const auto begun = std::chrono::steady_clock::now();
    stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s) << "a hang, not a slow machine";
  }
}

TEST_F(Http, shares_its_port_with_no_second_server) {
  Load load;
  HttpServer second({{}, [](int status, const std::string& detail) { return problem(status, detail); }, {}, {}}, {},
                    load);
  const auto bound = second.bind("127.0.0.1", port_);
  ASSERT_FALSE(bound);
  EXPECT_THAT(bound.error().detail, HasSubstr("listen"));
}

TEST_F(Http, tells_nothing_of_an_exception) {
  EXPECT_EQ(exchange(port_, "GET /throw HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").find("secret"),
            std::string::npos);
}

}  // namespace
}  // namespace treatygraph::server
