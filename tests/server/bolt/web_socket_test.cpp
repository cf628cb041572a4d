#include "server/bolt/web_socket.h"

#include <gmock/gmock.h>

#include "server/http/problem.h"

namespace treatygraph::server::bolt {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kAsks =
    "GET / HTTP/1.1\r\nHost: x:7687\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nOrigin: http://x\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

std::string without(std::string_view line) {
  auto text = kAsks;
  const auto at = text.find(line);
  return text.erase(at, text.find("\r\n", at) + 2 - at);
}

/// As sent by a client: masked.
std::string frame(unsigned first, std::string_view payload) {
  std::string bytes(1, static_cast<char>(first));
  if (payload.size() < 126) {
    bytes += static_cast<char>(0x80U | payload.size());
  } else {
    bytes += static_cast<char>(0x80U | 126U);
    bytes += static_cast<char>(payload.size() >> 8U);
    bytes += static_cast<char>(payload.size() & 0xffU);
  }
  const std::string_view mask = "mask";
  bytes += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
  return bytes;
}

struct Taken {
  std::string received;
  std::string answer;
  bool goes_on = true;
};

Taken take(const std::string& bytes, std::size_t step = 1'000'000, std::size_t longest = 100'000) {
  WebSocket socket(longest);
  Taken taken;
  for (std::size_t at = 0; at < bytes.size() && taken.goes_on; at += step) {
    taken.goes_on = socket.read(std::string_view(bytes).substr(at, step), taken.received, taken.answer);
  }
  return taken;
}

TEST(WebSocketUpgrade, proves_that_it_was_understood) {
  const auto upgrade = read_upgrade(kAsks + "rest", nullptr);
  EXPECT_EQ(upgrade.state, Upgrade::State::Accepted);
  EXPECT_EQ(upgrade.head_bytes, kAsks.size());
  EXPECT_THAT(upgrade.answer, StartsWith("HTTP/1.1 101 Switching Protocols\r\n"));
  EXPECT_THAT(upgrade.answer, HasSubstr("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
}

TEST(WebSocketUpgrade, waits_for_the_end_of_the_request_but_not_for_ever) {
  EXPECT_EQ(read_upgrade(kAsks.substr(0, 100), nullptr).state, Upgrade::State::NeedsMore);
  EXPECT_THAT(read_upgrade("GET / HTTP/1.1\r\n" + std::string(9'000, 'x'), nullptr).answer, StartsWith("HTTP/1.1 431"));
}

TEST(WebSocketUpgrade, tells_others_where_http_is) {
  for (const auto* line : {"Upgrade:", "Connection:", "Sec-WebSocket-Version"}) {
    const auto upgrade = read_upgrade(without(line), nullptr);
    EXPECT_EQ(upgrade.state, Upgrade::State::Refused) << line;
    EXPECT_THAT(upgrade.answer, StartsWith("HTTP/1.1 426 Upgrade Required\r\n")) << line;
    EXPECT_THAT(upgrade.answer, HasSubstr("--listen")) << line;
  }
  EXPECT_THAT(read_upgrade(without("Sec-WebSocket-Key"), nullptr).answer, StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(read_upgrade("GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", nullptr).answer,
              StartsWith("HTTP/1.1 400"));
}

TEST(WebSocketUpgrade, asks_who_is_let_in) {
  std::string origin;
  const auto upgrade = read_upgrade(kAsks, [&](const Request& request) {
    origin = request.header("Origin");
    return std::optional(problem(403, "no"));
  });
  EXPECT_EQ(origin, "http://x");
  EXPECT_EQ(upgrade.state, Upgrade::State::Refused);
  EXPECT_THAT(upgrade.answer, StartsWith("HTTP/1.1 403 Forbidden\r\n"));
}

TEST(WebSocket, hands_on_what_binary_messages_carry) {
  const auto bytes = frame(0x82, "one") + frame(0x02, "t") + frame(0x00, "w") + frame(0x80, "o") +
                     frame(0x82, std::string(5'000, 'x'));
  for (const std::size_t step : {1U, 3U, 1'000'000U}) {
    const auto taken = take(bytes, step);
    EXPECT_EQ(taken.received, "onetwo" + std::string(5'000, 'x'));
    EXPECT_EQ(taken.answer, "");
    EXPECT_TRUE(taken.goes_on);
  }
}

TEST(WebSocket, answers_pings_also_within_a_message) {
  const auto taken = take(frame(0x02, "a") + frame(0x89, "ping") + frame(0x80, "b"));
  EXPECT_EQ(taken.received, "ab");
  EXPECT_EQ(taken.answer, "\x8A\x04ping");
}

TEST(WebSocket, closes_when_it_is_closed) {
  const auto taken = take(frame(0x88, std::string("\x03\xE8", 2)) + frame(0x82, "more"));
  EXPECT_FALSE(taken.goes_on);
  EXPECT_EQ(taken.received, "");
  EXPECT_EQ(taken.answer, std::string("\x88\x02\x03\xE8", 4));
}

TEST(WebSocket, refuses_what_must_not_be_sent) {
  EXPECT_FALSE(take(frame(0x81, "text")).goes_on);
  EXPECT_EQ(take(frame(0x01, "te") + frame(0x80, "xt")).received, "");
  EXPECT_FALSE(take(std::string("\x82\x03one")).goes_on);  // not masked
  EXPECT_FALSE(take(frame(0xC2, "x")).goes_on);            // a reserved bit
  EXPECT_FALSE(take(frame(0x80, "x")).goes_on);            // a continuation without a beginning
  EXPECT_FALSE(take(frame(0x82, std::string(2'000, 'x')), 1'000'000, 1'000).goes_on);
}

TEST(WebSocket, writes_the_head_of_a_frame) {
  EXPECT_EQ(WebSocket::head_of(125), "\x82\x7D");
  EXPECT_EQ(WebSocket::head_of(126), std::string("\x82\x7E\0\x7E", 4));
  EXPECT_EQ(WebSocket::head_of(65'536), std::string("\x82\x7F\0\0\0\0\0\1\0\0", 10));
}

}  // namespace
}  // namespace treatygraph::server::bolt
