// Streamed answers, from their first byte to their last: they are listed, counted and logged.

#include <algorithm>
#include <chrono>

#include <gmock/gmock.h>

#include "tests/server/gunzip.h"
#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using ::testing::EndsWith;
using testing::gunzip;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;
using ::testing::StartsWith;
using namespace std::chrono_literals;

constexpr std::string_view kEnd = "\r\n0\r\n\r\n";
/// More rows than any client would wait for.
constexpr std::string_view kEndless =
    R"({"query": "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x, y, 'and so on' AS more"})";

std::string asks_for_rows(std::string_view body, std::string_view headers = {}) {
  return post("/v1/cypher", "application/json", fmt::format("Accept: text/csv\r\n{}", headers), body);
}

class DeliveryHttp : public LakesHttp {
 protected:
  /// Polls for as long as a loaded machine may need.
  template <typename Holds>
  static bool comes(Holds holds) {
    for (int i = 0; i < 1'000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  [[nodiscard]] bool comes_to_its_end() const {
    return comes([&] { return lakes_->logged().size() == 1; });
  }
};

TEST_F(DeliveryHttp, logs_a_streamed_answer_with_all_its_bytes_when_it_ends) {
  const auto answer = get("/v1/export?format=ndjson");
  EXPECT_THAT(answer, EndsWith(std::string(kEnd)));
  ASSERT_TRUE(comes_to_its_end());
  const auto record = lakes_->logged().front();
  EXPECT_EQ(record.status, 200);
  EXPECT_EQ(record.bytes, unchunked(answer).size());
  EXPECT_GT(record.bytes, 500U);
  EXPECT_FALSE(record.broken_off);
  EXPECT_THAT(lakes_->metrics.text(),
              HasSubstr(fmt::format("treatygraph_http_response_bytes_total{{route=\"/v1/export\"}} {}", record.bytes)));
}

TEST_F(DeliveryHttp, logs_the_head_of_a_stream_as_whole) {
  (void)get("/v1/export", "HEAD");
  ASSERT_TRUE(comes_to_its_end());
  EXPECT_FALSE(lakes_->logged().front().broken_off);
  EXPECT_EQ(lakes_->logged().front().bytes, 0U);
}

TEST_F(DeliveryHttp, lists_a_stream_until_it_ends_and_stops_it_in_the_midst) {
  RawClient client(port_);
  ASSERT_TRUE(client.send(asks_for_rows(kEndless)));
  EXPECT_THAT(client.receive("9,5000,and so on"), StartsWith("HTTP/1.1 200"));  // several pieces
  const auto running = lakes_->running.list();
  ASSERT_EQ(running.size(), 1U);
  EXPECT_EQ(running.front().target, "/v1/cypher");
  EXPECT_TRUE(lakes_->logged().empty()) << "it has not ended";
  ASSERT_TRUE(lakes_->running.cancel(running.front().id));
  EXPECT_THAT(client.receive({}, 20s), Not(EndsWith(std::string(kEnd))));
  ASSERT_TRUE(comes_to_its_end());
  EXPECT_TRUE(lakes_->logged().front().broken_off);
  EXPECT_GT(lakes_->logged().front().bytes, 1'000'000U);
  EXPECT_EQ(lakes_->running.count(), 0U);
  EXPECT_THAT(lakes_->metrics.text(), HasSubstr("treatygraph_http_broken_off_total{route=\"/v1/cypher\"} 1"));
}

TEST_F(DeliveryHttp, stops_a_stream_whose_client_takes_nothing) {
  RawClient client(port_);
  ASSERT_TRUE(client.send(asks_for_rows(kEndless)));
  EXPECT_THAT(client.receive("HTTP/1.1 200"), StartsWith("HTTP/1.1 200"));
  const auto listed = lakes_->running.list().front().id;
  std::this_thread::sleep_for(300ms);  // until the socket buffers are full
  ASSERT_TRUE(lakes_->running.cancel(listed));
  ASSERT_TRUE(comes_to_its_end()) << "not only when its client takes a piece";
  EXPECT_TRUE(lakes_->logged().front().broken_off);
}

TEST_F(DeliveryHttp, logs_as_broken_off_what_its_client_left) {
  {
    RawClient client(port_);
    ASSERT_TRUE(client.send(asks_for_rows(kEndless)));
    (void)client.receive("1,100,");
  }
  ASSERT_TRUE(comes_to_its_end());
  EXPECT_TRUE(lakes_->logged().front().broken_off);
}

TEST_F(DeliveryHttp, compresses_a_stream_piece_by_piece) {
  const std::string rows = R"({"query": "UNWIND range(1, 150000) AS x RETURN x"})";
  const auto plain = testing::exchange(port_, asks_for_rows(rows));
  const auto packed = testing::exchange(port_, asks_for_rows(rows, "Accept-Encoding: gzip\r\n"));
  EXPECT_THAT(packed, HasSubstr("Content-Encoding: gzip\r\n"));
  const auto body = gunzip(unchunked(packed));
  EXPECT_TRUE(body.is_whole);
  EXPECT_EQ(body.bytes, unchunked(plain));
  EXPECT_LT(packed.size(), plain.size() / 2);
  ASSERT_TRUE(comes([&] { return lakes_->logged().size() == 2; }));
  EXPECT_EQ(lakes_->logged().back().bytes, unchunked(packed).size()) << "as it is sent";
}

TEST_F(DeliveryHttp, sends_compressed_rows_while_their_query_runs) {
  RawClient client(port_);
  ASSERT_TRUE(client.send(asks_for_rows(kEndless, "Accept-Encoding: gzip\r\n")));
  std::string received;
  const bool came = comes([&] {
    received += client.receive({}, 50ms);
    return gunzip(unchunked(received)).bytes.starts_with("x,y,more\r\n1,1,and so on\r\n1,2,and so on\r\n");
  });
  EXPECT_TRUE(came);
  EXPECT_EQ(lakes_->running.count(), 1U);
}

}  // namespace
}  // namespace treatygraph::server
