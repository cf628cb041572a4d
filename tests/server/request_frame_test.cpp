#include "server/request_frame.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using State = RequestFrame::State;

RequestFrame frame(std::string_view received) {
  return frame_request(received, {});
}

int refused(std::string_view received) {
  const auto found = frame(received);
  return found.state == State::Refused ? found.status : 0;
}

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

TEST(RequestFrame, ends_where_the_request_ends) {
  const auto found = frame(std::string(kGet) + "GET /next");
  EXPECT_EQ(found.state, State::Complete);
  EXPECT_EQ(found.head_bytes, kGet.size());
  const auto post = frame("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcd");
  EXPECT_EQ(post.state, State::Complete);
  EXPECT_EQ(post.body_bytes, 3U);
}

TEST(RequestFrame, waits_for_the_rest_however_it_is_cut) {
  const std::string whole = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(frame(whole.substr(0, size)).state, State::Incomplete) << size;
  }
}

TEST(RequestFrame, refuses_what_could_be_read_in_two_ways) {
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na"), 400);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\n"), 411);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc"), 411);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nBad Name: b\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/1.1\nHost: x\n\n"), 400);
}

TEST(RequestFrame, refuses_what_would_take_too_much) {
  EXPECT_EQ(refused("GET /" + std::string(5'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
  EXPECT_EQ(refused(std::string(20'000, 'a')), 414);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a')), 431);
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 100; ++i) many += "A: b\r\n";
  EXPECT_EQ(refused(many + "\r\n"), 431);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"), 413);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"), 413);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx"), 415);
}

TEST(RequestFrame, refuses_what_is_no_http) {
  EXPECT_EQ(refused("GET /\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET  HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET / HTTP/2.0\r\nHost: x\r\n\r\n"), 505);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\n\r\n"), 400) << "no Host";
  EXPECT_EQ(refused(std::string("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 31)), 400);
  EXPECT_EQ(refused("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
  EXPECT_EQ(refused("G(T / HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
  EXPECT_EQ(refused("GET nothing HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
}

TEST(RequestFrame, hands_on_neither_range_nor_expect_nor_accept_encoding) {
  constexpr std::string_view kHead =
      "GET / HTTP/1.1\r\nRange: bytes=0-1,0-1\r\nHost: x\r\nexpect: 100-continue\r\naccept-encoding: \t br\r\n\r\n";
  EXPECT_EQ(head_for_library(kHead), kGet);
  EXPECT_EQ(header_in(kHead, "accept-encoding"), "br");
  EXPECT_EQ(header_in(kHead, "accept"), "");
}

TEST(RequestFrame, keeps_the_target_from_the_library) {
  EXPECT_EQ(head_for_library("GET /v1/nodes?label=A%20b HTTP/1.1\r\nHost: x\r\n\r\n"), kGet);
  EXPECT_EQ(head_for_library("OPTIONS * HTTP/1.0\r\n\r\n"), "OPTIONS / HTTP/1.0\r\n\r\n");
}

TEST(RequestFrame, survives_random_bytes) {
  std::uint64_t state = 1;
  const std::string_view pieces[] = {
      "GET ", "/", " HTTP/1.1", "\r\n", "\n", "Host: x", "Content-Length: ", "5", ":", "\0", "é", " "};
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (int i = 0; i < 20; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      bytes += pieces[(state >> 33U) % std::size(pieces)];
    }
    const auto found = frame(bytes);
    EXPECT_TRUE(found.state != State::Complete || found.head_bytes + found.body_bytes <= bytes.size());
  }
}

}  // namespace
}  // namespace treatygraph::server
