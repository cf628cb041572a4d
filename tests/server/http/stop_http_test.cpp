// Stopping a server in every state.

#include <chrono>
#include <ctime>

#include <gmock/gmock.h>

#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using testing::RawClient;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kNoHang = 20s;  // allows for a loaded machine and the sanitizers; a server that hangs takes minutes
constexpr std::string_view kEndless =
    R"({"query": "UNWIND range(1,4000) AS x UNWIND range(1,4000) AS y RETURN x*y AS p, toString(x)+toString(y) AS s"})";

std::string asks_for_ndjson(std::string_view query) {
  return post("/v1/cypher", "application/json", "Accept: application/x-ndjson\r\n", query);
}

std::string asks_for(std::string_view target) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", target);
}

std::chrono::duration<double> processor_time() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

class StopHttp : public LakesHttp {
 protected:
  void SetUp() override { start({}, limits()); }

  static LoopLimits limits() {
    LoopLimits limits;
    limits.loops = 2;
    limits.threads = 3;
    limits.drain = 200ms;
    return limits;
  }

  Clock::duration time_to_stop() {
    const auto begun = Clock::now();
    stop();
    return Clock::now() - begun;
  }

  /// Every state of a connection: idle, in the middle of a request, waiting for an answer, reading a streamed answer or
  /// not reading it, pipelining, gone.
  void play() const try {
    RawClient idle(port_);
    RawClient dripping(port_);
    dripping.send("GET /v1/no");
    RawClient reading(port_);
    reading.send(asks_for_ndjson(kEndless));
    RawClient not_reading(port_);
    not_reading.send(asks_for("/v1/export?format=ndjson"));
    (void)reading.receive("\"p\":3", 100ms);
    RawClient ahead(port_);
    ahead.send(asks_for("/v1/treaties") + asks_for("/v1/neighborhood?of=lakes:art_1&depth=4") + asks_for("/healthz"));
    RawClient(port_).send(asks_for_ndjson(kEndless));
    (void)ahead.receive("alive", 100ms);
    (void)reading.receive("\"p\":30", 100ms);
  } catch (const std::exception&) {  // nobody is listening any more
  }
};

TEST_F(StopHttp, ends_while_answers_are_streamed) {
  RawClient one(port_);
  RawClient another(port_);
  for (auto* client : {&one, &another}) ASSERT_TRUE(client->send(asks_for_ndjson(kEndless)));
  for (auto* client : {&one, &another}) EXPECT_THAT(client->receive("\"p\":7"), HasSubstr("HTTP/1.1 200"));
  EXPECT_LT(time_to_stop(), kNoHang);
}

TEST_F(StopHttp, ends_at_every_moment_of_a_session) {
  for (auto moment = 0us; moment < 120ms; moment += 200us + moment / 8) {
    start({}, limits());
    const std::jthread session([this] { play(); });
    std::this_thread::sleep_for(moment);
    EXPECT_LT(time_to_stop(), kNoHang) << moment.count() << " microseconds after its begin";
  }
}

TEST_F(StopHttp, uses_no_processor_while_it_waits_for_what_is_in_flight) {
  auto patient = limits();
  patient.drain = 1'000ms;
  start({}, patient);
  RawClient slow(port_);
  slow.send(asks_for("/v1/export?format=ndjson"));
  RawClient takes_nothing(port_);
  takes_nothing.send(asks_for_ndjson(kEndless));
  std::this_thread::sleep_for(300ms);  // until the socket buffers are full
  const auto used = processor_time();
  EXPECT_GE(time_to_stop(), 900ms) << "it waits for the answer that is not taken";
  EXPECT_LT(processor_time() - used, 500ms);
}

TEST_F(StopHttp, leaves_no_request_listed) {
  RawClient client(port_);
  client.send(asks_for_ndjson(kEndless));
  (void)client.receive("\"p\":7");
  stop();
  EXPECT_EQ(lakes_->running.count(), 0U);
}

}  // namespace
}  // namespace treatygraph::server
